package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.search.FacetCount;
import org.allmende.catalog.search.Hit;
import org.allmende.catalog.search.SearchResult;
import org.allmende.catalog.search.TooCostlyException;

/** Answers {@code package_search}: count, results, facets ({@code ckan-api.md} 6.3). */
final class CkanSearch {

  /** Answers of so many datasets at most are kept. */
  private static final int ROWS_KEPT = 100;

  private static final int SHARE_OF_HEAP = 32;
  private static final int OVERHEAD = 2_000;

  private final CkanSite site;
  private final FacetTitles titles;
  private final Cache<CkanSearchParams, Answer> answers =
      Caffeine.newBuilder()
          .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)
          .weigher((CkanSearchParams params, Answer answer) -> answer.json().length + OVERHEAD)
          // What is to be done after each answer is little; to wake another thread costs more.
          .executor(Runnable::run)
          .build();

  /**
   * A finished answer; it holds until the index moves on from this position. Without JSON as long
   * as it was asked for only once: what nobody repeats shall not fill the memory.
   */
  private record Answer(long position, byte[] json) {
    private static final byte[] NOT_KEPT = {};

    static Answer askedOnce(long position) {
      return new Answer(position, NOT_KEPT);
    }

    boolean isKept() {
      return json.length > 0;
    }
  }

  CkanSearch(CkanSite site) {
    this.site = site;
    this.titles = new FacetTitles(site);
  }

  /** Searches now; the answer is written later, a few datasets at a time, unless it is kept. */
  CkanResult run(CkanSearchParams params, Caller caller) {
    if (params.query().page().limit() > ROWS_KEPT || !caller.isAnonymous()) {
      var found = search(params);
      return out -> write(params, found, caller, out);
    }
    var known = answers.getIfPresent(params);
    var isAskedAgain = known != null && known.position() == site.position().getAsLong();
    if (known != null && isAskedAgain && known.isKept()) {
      return CkanResult.ofJson(known.json());
    }
    var found = search(params);
    if (!isAskedAgain) {
      answers.put(params, Answer.askedOnce(found.position()));
      return out -> write(params, found, caller, out);
    }
    var answer = new Answer(found.position(), json(params, found));
    answers.put(params, answer);
    return CkanResult.ofJson(answer.json());
  }

  private SearchResult search(CkanSearchParams params) {
    try {
      return site.search().apply(params.query());
    } catch (TooCostlyException e) {
      throw CkanException.search(e.getMessage() + ".");
    }
  }

  private byte[] json(CkanSearchParams params, SearchResult found) {
    var bytes = new ByteArrayOutputStream(16_384);
    try (var out = CkanJson.FACTORY.createGenerator(bytes)) {
      write(params, found, Caller.anonymous(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void write(CkanSearchParams params, SearchResult found, Caller caller, JsonGenerator out)
      throws IOException {
    var facets = facets(params, found);
    out.writeStartObject();
    out.writeNumberField("count", found.total());
    out.writeStringField("sort", params.sort().text());
    writeFacets(out, facets);
    writeResults(out, params, found, caller);
    writeSearchFacets(out, facets, found.position());
    out.writeEndObject();
  }

  private Map<String, List<FacetCount>> facets(CkanSearchParams params, SearchResult found) {
    var facets = new LinkedHashMap<String, List<FacetCount>>();
    for (var name : params.facets()) {
      facets.put(
          name,
          counts(name, found).stream()
              .filter(count -> count.count() >= params.facetMinimum())
              .limit(params.facetLimit())
              .toList());
    }
    return facets;
  }

  private static List<FacetCount> counts(String name, SearchResult found) {
    return found.facets().getOrDefault(CkanFields.field(name), List.of());
  }

  private static void writeFacets(JsonGenerator out, Map<String, List<FacetCount>> facets)
      throws IOException {
    out.writeObjectFieldStart("facets");
    for (var facet : facets.entrySet()) {
      out.writeObjectFieldStart(facet.getKey());
      for (var count : facet.getValue()) {
        out.writeNumberField(count.value(), count.count());
      }
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private void writeResults(
      JsonGenerator out, CkanSearchParams params, SearchResult found, Caller caller)
      throws IOException {
    out.writeArrayFieldStart("results");
    if (params.fields().isEmpty()) {
      site.packages().writeAll(found, caller, out);
    } else {
      var ordinals = found.hits().stream().map(Hit::ordinal).toList();
      for (var entry : site.catalog().entries(ordinals)) {
        if (!caller.mayRead(entry)) {
          continue; // the index follows in a moment
        }
        CkanJson.MAPPER.writeTree(
            out, cut(CkanJson.MAPPER.readTree(site.packages().json(entry)), params.fields()));
      }
    }
    out.writeEndArray();
  }

  /** Only these keys, extras among them as if they were keys of the package. */
  private static ObjectNode cut(JsonNode whole, List<String> fields) {
    var extras = new LinkedHashMap<String, JsonNode>();
    whole.path("extras").forEach(e -> extras.put(e.path("key").asText(), e.path("value")));
    var part = CkanJson.MAPPER.createObjectNode();
    for (var field : fields) {
      if (whole.has(field)) {
        part.set(field, whole.get(field));
      } else if (extras.containsKey(field)) {
        part.set(field, extras.get(field));
      }
    }
    return part;
  }

  private record Item(String name, String displayName, int count) {}

  private void writeSearchFacets(
      JsonGenerator out, Map<String, List<FacetCount>> facets, long position) throws IOException {
    out.writeObjectFieldStart("search_facets");
    for (var facet : facets.entrySet()) {
      out.writeObjectFieldStart(facet.getKey());
      out.writeStringField("title", facet.getKey());
      out.writeArrayFieldStart("items");
      for (var item : items(facet.getKey(), facet.getValue(), position)) {
        out.writeStartObject();
        out.writeStringField("name", item.name());
        out.writeStringField("display_name", item.displayName());
        out.writeNumberField("count", item.count());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  /** By display name from Z to A: an oddity of CKAN that clients expect. */
  private List<Item> items(String field, List<FacetCount> counts, long position) {
    var items = new ArrayList<Item>();
    for (var count : counts) {
      items.add(new Item(count.value(), titles.of(field, count.value(), position), count.count()));
    }
    items.sort(Comparator.comparing(Item::displayName).reversed());
    return items;
  }
}
