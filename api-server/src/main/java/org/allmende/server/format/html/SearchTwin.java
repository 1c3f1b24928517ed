package org.allmende.server.format.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.catalog.search.Correction;
import org.allmende.catalog.search.FacetCount;
import org.allmende.catalog.search.SearchResult;
import org.allmende.catalog.search.Understanding;
import org.allmende.catalog.search.place.PlaceInText;
import org.allmende.server.ckan.CkanPackages;
import org.allmende.server.format.html.PageSearch.SearchHelp;

/**
 * The search page for machines: the keys of {@code package_search}, and what the page adds: its
 * number, how many there are, how the words were understood, and the keys of the address that meant
 * nothing.
 */
final class SearchTwin {

  private static final JsonFactory JSON = new JsonFactory();

  private final SearchHelp help;
  private final CkanPackages packages;

  SearchTwin(SearchHelp help, CkanPackages packages) {
    this.help = help;
    this.packages = packages;
  }

  /**
   * The answer.
   *
   * @param explains whether it tells of each result why it was found
   */
  byte[] json(SearchChoice choice, boolean explains) {
    var search = new PageSearch(help, choice);
    var result = search.hits();
    var bytes = new ByteArrayOutputStream(32_768);
    try (var out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeNumberField("count", result.total());
      out.writeStringField("sort", choice.sort().key());
      writeFacets(out, search.facets(result));
      out.writeArrayFieldStart("results");
      packages.writeAll(result, out);
      out.writeEndArray();
      if (explains) {
        writeMatches(out, result);
      }
      out.writeNumberField("page", choice.page());
      out.writeNumberField("pages", Pages.lastPage(result.total()));
      writeUnderstanding(out, search.understanding());
      writeIgnored(out, choice.ignored());
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void writeFacets(JsonGenerator out, Map<SearchFacet, List<FacetCount>> facets)
      throws IOException {
    out.writeObjectFieldStart("facets");
    for (var facet : facets.entrySet()) {
      out.writeObjectFieldStart(facet.getKey().ckanName());
      for (var count : facet.getValue()) {
        out.writeNumberField(count.value(), count.count());
      }
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  /** Of each result, in their order, what each word was found by. */
  private static void writeMatches(JsonGenerator out, SearchResult result) throws IOException {
    out.writeArrayFieldStart("explain");
    for (var hit : result.hits()) {
      out.writeStartArray();
      for (var match : hit.why()) {
        out.writeStartObject();
        out.writeStringField("typed", match.typed());
        out.writeStringField("how", key(match.how()));
        out.writeStringField("found", match.found());
        out.writeStringField("where", key(match.where()));
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    out.writeEndArray();
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static void writeUnderstanding(JsonGenerator out, Understanding understanding)
      throws IOException {
    out.writeObjectFieldStart("understood");
    if (understanding.correction().isPresent()) {
      writeCorrection(out, understanding.correction().get());
    }
    if (understanding.place().isPresent()) {
      writePlace(out, understanding.place().get());
    }
    out.writeEndObject();
  }

  private static void writeCorrection(JsonGenerator out, Correction correction) throws IOException {
    out.writeObjectFieldStart("correction");
    out.writeStringField("text", correction.text());
    out.writeArrayFieldStart("replaced");
    for (var replaced : correction.replaced()) {
      out.writeStartObject();
      out.writeStringField("typed", replaced.typed());
      out.writeStringField("sought", replaced.sought());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void writePlace(JsonGenerator out, PlaceInText place) throws IOException {
    out.writeObjectFieldStart("place");
    out.writeStringField("label", place.place().label());
    out.writeArrayFieldStart("keys");
    for (var key : place.place().keys()) {
      out.writeString(key);
    }
    out.writeEndArray();
    out.writeStringField("words", place.words());
    out.writeStringField("rest", place.rest());
    out.writeEndObject();
  }

  private static void writeIgnored(JsonGenerator out, List<String> ignored) throws IOException {
    out.writeArrayFieldStart("ignored_parameters");
    for (var name : ignored) {
      out.writeString(name);
    }
    out.writeEndArray();
  }
}
