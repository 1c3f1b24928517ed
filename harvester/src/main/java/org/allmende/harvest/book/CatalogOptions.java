package org.allmende.harvest.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The options that CKAN's own harvester takes ({@code ckan-api.md} 12), as far as they mean
 * something here. Which organizations and groups are read is honored. What asks for nothing that we
 * would not do anyway is taken, too. What would change the datasets is refused rather than ignored.
 *
 * @param filters terms of a filter that the other CKAN understands
 */
record CatalogOptions(List<String> filters) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final Set<String> LISTS =
      new TreeSet<>(
          Set.of(
              "organizations_filter_include",
              "organizations_filter_exclude",
              "groups_filter_include",
              "groups_filter_exclude"));

  /** We read everything each time, take tags as they are, and keep organizations as publishers. */
  private static final Set<String> WITHOUT_EFFECT =
      new TreeSet<>(
          Set.of(
              "api_version",
              "clean_tags",
              "force_all",
              "read_only",
              "remote_groups",
              "remote_orgs",
              "user"));

  CatalogOptions {
    filters = List.copyOf(filters);
  }

  /**
   * Reads the options; an empty text says nothing.
   *
   * @throws IllegalArgumentException when it is no JSON object, or asks for what we do not do
   */
  static CatalogOptions parse(String config) {
    if (config.isBlank()) {
      return new CatalogOptions(List.of());
    }
    var json = object(config);
    json.fieldNames().forEachRemaining(CatalogOptions::requireKnown);
    var filters = new ArrayList<String>();
    include(json, "organizations_filter_include", "organization", filters);
    include(json, "groups_filter_include", "groups", filters);
    exclude(json, "organizations_filter_exclude", "organization", filters);
    exclude(json, "groups_filter_exclude", "groups", filters);
    return new CatalogOptions(filters);
  }

  private static JsonNode object(String config) {
    try {
      var json = MAPPER.readTree(config);
      if (json.isObject()) {
        return json;
      }
      throw new IllegalArgumentException("The configuration must be a JSON object");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "Error parsing the configuration options: " + e.getOriginalMessage(), e);
    }
  }

  private static void requireKnown(String key) {
    if (!LISTS.contains(key) && !WITHOUT_EFFECT.contains(key)) {
      var known = new TreeSet<>(LISTS);
      known.addAll(WITHOUT_EFFECT);
      throw new IllegalArgumentException(
          "The option \"" + key + "\" is not supported. Supported: " + String.join(", ", known));
    }
  }

  private static void include(JsonNode json, String key, String field, List<String> filters) {
    var names = names(json, key);
    if (!names.isEmpty()) {
      filters.add(
          names.stream().map(n -> field + ":" + n).collect(Collectors.joining(" OR ", "(", ")")));
    }
  }

  private static void exclude(JsonNode json, String key, String field, List<String> filters) {
    names(json, key).forEach(name -> filters.add("-" + field + ":" + name));
  }

  private static List<String> names(JsonNode json, String key) {
    var list = json.path(key);
    if (!list.isMissingNode() && !list.isArray()) {
      throw new IllegalArgumentException(key + " must be a list");
    }
    var names = new ArrayList<String>();
    for (var name : list) {
      if (!name.isTextual() || !name.asText().matches("[\\w-]+")) {
        throw new IllegalArgumentException(key + " must be a list of names, got " + name);
      }
      names.add(name.asText());
    }
    return names;
  }

  /** The address with the filter that says which datasets are wanted. */
  String narrowed(String url) {
    if (filters.isEmpty()) {
      return url;
    }
    var filter = URLEncoder.encode(String.join(" ", filters), StandardCharsets.UTF_8);
    return url + (url.contains("?") ? "&" : "?") + "fq=" + filter;
  }
}
