package org.allmende.server.format.html;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.CatalogEntry;

/**
 * Values that a call answers with something, taken from a dataset of this catalog; calls that need
 * a token have none.
 *
 * @param entry the dataset; without one only what needs no dataset has an example
 * @param file the last part of the address of its first file; {@code ""} without one
 * @param resource the id of that file
 * @param keyword one of its keywords; {@code ""} without one
 * @param theme one of its themes; {@code ""} without one
 */
record ApiExamples(
    Optional<CatalogEntry> entry, String file, String resource, String keyword, String theme) {

  /** Answers only to those who have a token, or stands for something that this catalog has not. */
  private static final List<String> WITHOUT =
      List.of("for sysadmins", "Refused", "the caller", "harvest", "The settings");

  private static final Map<String, Map<String, String>> FIXED =
      Map.ofEntries(
          Map.entry("catalog", Map.of("suffix", "ttl")),
          Map.entry("changes", Map.of("suffix", "jsonl", "limit", "3")),
          Map.entry("search", Map.of("seite", "1")),
          Map.entry("searchTable", Map.of("sort", "titel")),
          Map.entry("themes", Map.of("suffix", "csv")),
          Map.entry("publishers", Map.of("suffix", "ttl")),
          Map.entry("places", Map.of("suffix", "json")),
          Map.entry("suggestions", Map.of("q", "da")),
          Map.entry("qualityTable", Map.of()),
          Map.entry("qualityHistory", Map.of()),
          Map.entry("quality", Map.of("suffix", "json")),
          Map.entry("status", Map.of("lang", "en")),
          Map.entry("statistics", Map.of()),
          Map.entry("statisticsTable", Map.of()),
          Map.entry("words", Map.of()),
          Map.entry("sparql", Map.of("query", "SELECT * WHERE { ?s ?p ?o } LIMIT 3")),
          Map.entry("feed", Map.of("page", "1")),
          Map.entry("feedJson", Map.of("page", "1")),
          Map.entry("customFeed", Map.of("q", "*:*")),
          Map.entry("customFeedJson", Map.of("q", "*:*")),
          Map.entry("package_search", Map.of("q", "*:*", "rows", "3")),
          Map.entry("package_list", Map.of("limit", "3")),
          Map.entry("current_package_list_with_resources", Map.of("limit", "1")),
          Map.entry("recently_changed_packages_activity_list", Map.of("limit", "3")),
          Map.entry("organization_list", Map.of("all_fields", "true")),
          Map.entry("group_list", Map.of("all_fields", "true")),
          Map.entry("tag_list", Map.of()),
          Map.entry("license_list", Map.of()),
          Map.entry("status_show", Map.of()),
          Map.entry("site_read", Map.of()),
          Map.entry("help_show", Map.of("name", "package_search")),
          Map.entry("package_autocomplete", Map.of("q", "a")),
          Map.entry("organization_autocomplete", Map.of("q", "a")),
          Map.entry("group_autocomplete", Map.of("q", "a")),
          Map.entry("format_autocomplete", Map.of("q", "c")),
          Map.entry("tag_autocomplete", Map.of("query", "a")),
          Map.entry("resource_search", Map.of("query", "name:a")),
          Map.entry("dcat_catalog_show", Map.of("format", "ttl")));

  /** The values of an example; empty when nothing here fits. */
  Optional<Map<String, String>> values(ApiCall call) {
    if (!call.isReading() || WITHOUT.stream().anyMatch(call.help()::contains)) {
      return Optional.empty();
    }
    return Optional.ofNullable(FIXED.get(call.id())).or(() -> entry.flatMap(e -> of(call, e)));
  }

  private Optional<Map<String, String>> of(ApiCall call, CatalogEntry dataset) {
    var name = dataset.addresses().name().value();
    var publisher = dataset.publisher().name().value();
    return switch (call.id()) {
      case "package_show", "package_activity_list", "dcat_dataset_show", "dataset", "datasetJson" ->
          Optional.of(Map.of("id", name));
      case "organization_show", "organization_activity_list" ->
          Optional.of(Map.of("id", publisher));
      case "organizationFeed", "organizationFeedJson" -> Optional.of(Map.of("name", publisher));
      case "group_show", "group_package_show", "group_activity_list" -> some("id", theme);
      case "groupFeed", "groupFeedJson" -> some("name", theme);
      case "publisher" -> Optional.of(Map.of("key", publisher, "suffix", "json"));
      case "theme" ->
          theme.isEmpty() ? Optional.empty() : Optional.of(Map.of("key", theme, "suffix", "json"));
      case "tag_show" -> some("id", keyword);
      case "tagFeed", "tagFeedJson" -> some("name", keyword);
      case "resource_show", "resource_view_list" -> some("id", resource);
      case "distribution", "download" ->
          resource.isEmpty()
              ? Optional.empty()
              : Optional.of(Map.of("id", name, "resource", resource));
      case "file" ->
          file.isEmpty() ? Optional.empty() : Optional.of(Map.of("slug", name, "file", file));
      case "schemaOrg", "linkset" -> Optional.of(Map.of("slug", name));
      case "datasetQuality" -> Optional.of(Map.of("slug", name, "suffix", "json"));
      default -> Optional.empty();
    };
  }

  private static Optional<Map<String, String>> some(String key, String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(Map.of(key, value));
  }
}
