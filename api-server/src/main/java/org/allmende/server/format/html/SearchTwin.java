package org.allmende.server.format.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.allmende.catalog.search.FacetCount;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;
import org.allmende.server.ckan.CkanPackages;

/**
 * The search page for machines: the keys of {@code package_search}, and what the page adds: its
 * number, how many there are, and the keys of the address that meant nothing.
 */
final class SearchTwin {

  private static final JsonFactory JSON = new JsonFactory();

  private final Function<SearchQuery, SearchResult> index;
  private final CkanPackages packages;

  SearchTwin(Function<SearchQuery, SearchResult> index, CkanPackages packages) {
    this.index = index;
    this.packages = packages;
  }

  byte[] json(SearchChoice choice) {
    var search = new PageSearch(index, choice);
    var result = search.hits();
    var bytes = new ByteArrayOutputStream(32_768);
    try (var out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeNumberField("count", result.total());
      out.writeStringField("sort", choice.sort().key());
      writeFacets(out, search.facets());
      out.writeArrayFieldStart("results");
      packages.writeAll(result, out);
      out.writeEndArray();
      out.writeNumberField("page", choice.page());
      out.writeNumberField("pages", Pages.lastPage(result.total()));
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

  private static void writeIgnored(JsonGenerator out, List<String> ignored) throws IOException {
    out.writeArrayFieldStart("ignored_parameters");
    for (var name : ignored) {
      out.writeString(name);
    }
    out.writeEndArray();
  }
}
