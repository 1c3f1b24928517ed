package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.search.FacetCount;
import org.allmende.catalog.search.Hit;
import org.allmende.catalog.search.SearchResult;
import org.allmende.vocab.codelist.CodeLists;

/** Answers {@code package_search}: count, results, facets ({@code ckan-api.md} 6.3). */
final class CkanSearch {

  private final CkanSite site;

  CkanSearch(CkanSite site) {
    this.site = site;
  }

  /** Searches now, reads and writes the datasets later, a few at a time. */
  CkanResult run(CkanSearchParams params) {
    var found = site.search().apply(params.query());
    var facets = facets(params, found);
    return out -> {
      out.writeStartObject();
      out.writeNumberField("count", found.total());
      out.writeStringField("sort", params.sort().text());
      writeFacets(out, facets);
      writeResults(out, params, found.hits().stream().map(Hit::ordinal).toList());
      writeSearchFacets(out, facets);
      out.writeEndObject();
    };
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
    var constant = CkanFields.constant(name);
    if (constant.isPresent()) {
      return found.total() == 0
          ? List.of()
          : List.of(new FacetCount(constant.get(), Math.toIntExact(found.total())));
    }
    return CkanFields.find(name)
        .map(field -> found.facets().getOrDefault(field, List.of()))
        .map(counts -> name.equals("state") ? withoutDeprecated(counts) : counts)
        .orElse(List.of());
  }

  /** CKAN knows no state "deprecated": what is announced to go is still active. */
  private static List<FacetCount> withoutDeprecated(List<FacetCount> counts) {
    var merged = new LinkedHashMap<String, Integer>();
    counts.forEach(
        c ->
            merged.merge(
                c.value().equals("deprecated") ? "active" : c.value(), c.count(), Integer::sum));
    return merged.entrySet().stream().map(e -> new FacetCount(e.getKey(), e.getValue())).toList();
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

  private void writeResults(JsonGenerator out, CkanSearchParams params, List<Long> ordinals)
      throws IOException {
    out.writeArrayFieldStart("results");
    if (params.fields().isEmpty()) {
      site.packages().writeAll(ordinals, out);
    } else {
      for (var entry : site.catalog().entries(ordinals)) {
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

  private void writeSearchFacets(JsonGenerator out, Map<String, List<FacetCount>> facets)
      throws IOException {
    out.writeObjectFieldStart("search_facets");
    for (var facet : facets.entrySet()) {
      out.writeObjectFieldStart(facet.getKey());
      out.writeStringField("title", facet.getKey());
      out.writeArrayFieldStart("items");
      for (var item : items(facet.getKey(), facet.getValue())) {
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
  private List<Item> items(String field, List<FacetCount> counts) {
    var titles = titles(field);
    var items = new ArrayList<Item>();
    for (var count : counts) {
      items.add(new Item(count.value(), display(field, count.value(), titles), count.count()));
    }
    items.sort(Comparator.comparing(Item::displayName).reversed());
    return items;
  }

  private Map<String, String> titles(String field) {
    return field.equals("organization")
        ? site.catalog().organizations().stream()
            .collect(Collectors.toMap(o -> o.name().value(), Organization::title, (a, b) -> a))
        : Map.of();
  }

  private String display(String field, String value, Map<String, String> titles) {
    return switch (field) {
      case "organization" -> titles.getOrDefault(value, value);
      case "groups" ->
          CodeLists.themes().find(value).map(t -> t.label(site.language())).orElse(value);
      case "license_id" -> CkanLicense.of(value).title(site.language());
      default -> value;
    };
  }
}
