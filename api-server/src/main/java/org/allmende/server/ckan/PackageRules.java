package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.DatasetUri;

/**
 * The rules for what is written about a package ({@code ckan-api.md} 5): every field that breaks
 * one is told, all of them in one answer, in CKAN's own words.
 */
final class PackageRules {

  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]*");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{2,100}");
  private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N} _.-]*");
  private static final Set<String> RESERVED = Set.of("new", "edit", "search");
  private static final Set<String> STATES = Set.of("active", "draft", "deleted");
  private static final Set<String> GEOMETRIES =
      Set.of(
          "Point",
          "MultiPoint",
          "LineString",
          "MultiLineString",
          "Polygon",
          "MultiPolygon",
          "GeometryCollection");
  private static final int LONGEST_VERSION = 100;
  private static final String DATE = "Date format incorrect";
  private static final String MISSING = "Missing value";

  private final Catalog catalog;
  private final ObjectNode json;
  private final Optional<CatalogEntry> existing;
  private final PackageForm shown;
  private final Map<String, Object> problems = new LinkedHashMap<>();

  private PackageRules(
      Catalog catalog, ObjectNode json, Optional<CatalogEntry> existing, PackageForm shown) {
    this.shown = shown;
    this.catalog = catalog;
    this.json = json;
    this.existing = existing;
  }

  /**
   * Checks a whole package.
   *
   * @param existing the dataset that it shall change; empty for a new one
   * @param shown what the JSON shows of it now
   * @return what is wrong by key, in the shapes of {@code ckan-api.md} 3.4; empty when all is well
   * @throws CkanException 400 when something is of a wrong shape altogether
   */
  static Map<String, Object> check(
      Catalog catalog, ObjectNode json, Optional<CatalogEntry> existing, PackageForm shown) {
    var rules = new PackageRules(catalog, json, existing, shown);
    rules.checkShape();
    rules.checkId();
    rules.checkName();
    rules.checkTexts();
    rules.checkOwner();
    rules.checkTags();
    rules.checkExtras();
    rules.checkResources();
    return rules.problems;
  }

  // Shape.

  private void checkShape() {
    for (var key : List.of("resources", "tags", "groups", "extras")) {
      var list = json.path(key);
      if (list.isMissingNode() || list.isNull()) {
        continue;
      }
      if (!list.isArray()) {
        throw CkanException.integrity(key + " must be a list of objects", key);
      }
      list.forEach(
          item -> {
            if (!item.isObject()) {
              throw CkanException.integrity(key + " must be a list of objects", key);
            }
          });
    }
  }

  private void problem(String key, String message) {
    @SuppressWarnings("unchecked") // only lists of texts are put under these keys
    var messages = (List<String>) problems.computeIfAbsent(key, k -> new ArrayList<String>());
    messages.add(message);
  }

  // Root fields.

  private void checkId() {
    var id = PackageForm.written(json.path("id")).filter(text -> !text.isEmpty());
    if (existing.isPresent() || id.isEmpty()) {
      return;
    }
    if (!ID.matcher(id.get()).matches()) {
      problem("id", "Invalid id provided");
    } else if (!catalog.ledger().read(snapshot -> snapshot.isFreeId(id.get()))) {
      problem("id", "Dataset id already exists");
    }
  }

  private void checkName() {
    var name = json.path("name");
    if (name.isMissingNode()
        || name.isNull()
        || (name.asText().isEmpty() && !name.isContainerNode())) {
      problem("name", MISSING);
      return;
    }
    nameProblem(name)
        .or(() -> takenBy(name.asText()).map(holder -> "That URL is already in use."))
        .ifPresent(message -> problem("name", message));
  }

  /** What is wrong with a name, whoever has it (5.1). */
  static Optional<String> nameProblem(JsonNode value) {
    if (!value.isTextual()) {
      return Optional.of("Names must be strings");
    }
    var name = value.textValue().strip();
    if (RESERVED.contains(name)) {
      return Optional.of("That name cannot be used");
    }
    if (name.length() < 2) {
      return Optional.of("Must be at least 2 characters long");
    }
    if (name.length() > 100) {
      return Optional.of("Name must be a maximum of 100 characters long");
    }
    return NAME.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(
            "Must be purely lowercase alphanumeric (ascii) characters and these symbols: -_");
  }

  /** A withdrawn dataset gives its name away; a name that leads to another dataset is taken. */
  private Optional<CatalogEntry> takenBy(String name) {
    var slug = new DatasetSlug(name.strip());
    return catalog
        .ledger()
        .read(snapshot -> snapshot.findByName(slug.value()))
        .filter(holder -> existing.filter(e -> e.uri().equals(holder.uri())).isEmpty())
        .filter(holder -> holder.record().state() != DatasetState.WITHDRAWN);
  }

  private void checkTexts() {
    for (var key : PackageForm.CLEARED) {
      if (json.path(key).isContainerNode()) {
        problem(key, "Must be a string");
      }
    }
    if (json.path("version").asText().length() > LONGEST_VERSION) {
      problem("version", "Version must be a maximum of 100 characters long");
    }
    for (var key : List.of("author_email", "maintainer_email")) {
      var mail = json.path(key).asText("").strip();
      if (!json.path(key).isNull() && !mail.isEmpty() && !CkanMail.isAddress(mail)) {
        problem(key, CkanMail.problem(mail));
      }
    }
    var modified = PackageForm.written(json.path("metadata_modified"));
    if (modified.filter(text -> CkanTimes.written(text).isEmpty()).isPresent()) {
      problem("metadata_modified", DATE);
    }
    var state = json.path("state");
    if (!state.isMissingNode() && !state.isNull() && !STATES.contains(state.asText())) {
      problem("state", "Value must be one of ['active', 'draft', 'deleted']");
    }
  }

  private void checkOwner() {
    var owner = json.path("owner_org");
    var isNamed = !owner.isMissingNode() && !owner.isNull() && !owner.asText().isBlank();
    if (!isNamed) {
      problem("owner_org", "An organization must be provided");
      if (PackageForm.isTrue(json.path("private"))) {
        problem("private", "Datasets with no organization can't be private.");
      }
    } else if (catalog.findOrganization(owner.asText().strip()).isEmpty()) {
      problem("owner_org", "Organization does not exist");
    }
  }

  // Lists.

  private void checkTags() {
    var bad = new ArrayList<String>();
    for (var tag : json.path("tags")) {
      var name = PackageForm.written(tag.path("name")).map(String::strip).orElse("");
      tagProblem(name).ifPresent(bad::add);
      var vocabulary = tag.path("vocabulary_id");
      if (!vocabulary.isMissingNode() && !vocabulary.isNull() && !vocabulary.asText().isEmpty()) {
        bad.add("Tag vocabulary was not found.");
      }
    }
    for (var tag : json.path("tag_string").asText("").split(",")) {
      if (!tag.isBlank()) {
        tagProblem(tag.strip()).ifPresent(bad::add);
      }
    }
    if (!bad.isEmpty()) {
      problems.put("tags", bad);
    }
  }

  private static Optional<String> tagProblem(String name) {
    if (name.isEmpty()) {
      return Optional.of(MISSING);
    }
    if (name.length() < 2) {
      return Optional.of("Tag \"" + name + "\" length is less than minimum 2");
    }
    if (name.length() > 100) {
      return Optional.of("Tag \"" + name + "\" length is more than maximum 100");
    }
    return TAG.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(
            "Tag \""
                + name
                + "\" can only contain alphanumeric characters, spaces (\" \"),"
                + " hyphens (\"-\"), underscores (\"_\") or dots (\".\")");
  }

  private void checkExtras() {
    var bad = new ArrayList<Map<String, List<String>>>();
    var keys = new HashSet<String>();
    for (var extra : json.path("extras")) {
      var wrong = new LinkedHashMap<String, List<String>>();
      if (!PackageForm.isTrue(extra.path("deleted"))) {
        var key = PackageForm.written(extra.path("key")).orElse("");
        checkExtra(key, extra, wrong);
        if (!key.isEmpty() && !keys.add(key)) {
          problem("extras_validation", "Duplicate key \"" + key + "\"");
        }
      }
      bad.add(wrong);
    }
    putUnlessEmpty("extras", bad);
    checkUri();
  }

  private void checkExtra(String key, JsonNode extra, Map<String, List<String>> wrong) {
    if (key.isEmpty()) {
      wrong.put("key", List.of(MISSING));
    } else if (PackageForm.ROOT_KEYS.contains(key)) {
      wrong.put("key", List.of("There is a schema field with the same name"));
    }
    if (!extra.has("value")) {
      wrong.put("value", List.of(MISSING));
    } else if (key.equals("spatial") && !isGeometry(extra.path("value"))) {
      problem("spatial", "Error decoding JSON object: expected a GeoJSON geometry");
    }
  }

  /** A GeoJSON geometry, or what is there already: a harvest may have brought another text. */
  private boolean isGeometry(JsonNode value) {
    var text = PackageForm.written(value).orElse("");
    if (text.isBlank() || text.equals(shown.extras().get("spatial"))) {
      return true;
    }
    try {
      var geometry = CkanJson.MAPPER.readTree(text);
      return GEOMETRIES.contains(geometry.path("type").asText())
          && (geometry.path("coordinates").isArray() || geometry.path("geometries").isArray());
    } catch (JsonProcessingException e) {
      return false; // told to the caller under its key
    }
  }

  /** The IRI of a dataset is fixed at creation (5.6). */
  private void checkUri() {
    for (var extra : json.path("extras")) {
      if (extra.path("key").asText().equals("uri")) {
        var uri = extra.path("value").asText("").strip();
        if (!uri.isEmpty()) {
          checkUri(uri);
        }
      }
    }
  }

  private void checkUri(String uri) {
    if (existing.isPresent()) {
      if (!uri.equals(existing.get().uri().value())) {
        problem("uri", "The IRI of a dataset is fixed at creation: " + existing.get().uri());
      }
    } else if (!DatasetUri.isAbsoluteIri(uri)) {
      problem("uri", "Expected an absolute IRI such as https://example.org/dataset/1");
    } else if (catalog.find(new DatasetUri(uri)).isPresent()) {
      problem("uri", "A dataset with this IRI exists already");
    }
  }

  // Resources.

  private void checkResources() {
    var bad = new ArrayList<Map<String, List<String>>>();
    var ids = new HashMap<String, Integer>();
    var foreign = new ForeignFiles(catalog.files(), catalog.identity(), shown);
    for (var resource : json.path("resources")) {
      var wrong = new LinkedHashMap<String, List<String>>();
      checkResource(resource, wrong);
      if (foreign.isNamedBy(resource)) {
        wrong.put("hash", List.of("Is that of a file of another dataset. Upload the file here"));
      }
      PackageForm.written(resource.path("id"))
          .filter(id -> !id.isEmpty() && ids.merge(id, 1, Integer::sum) == 2)
          .ifPresent(id -> wrong.put("id", List.of("Duplicate resource id \"" + id + "\"")));
      bad.add(wrong);
    }
    putUnlessEmpty("resources", bad);
  }

  private static void checkResource(JsonNode resource, Map<String, List<String>> wrong) {
    var id = PackageForm.written(resource.path("id")).orElse("");
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      wrong.put("id", List.of("Invalid id provided"));
    }
    var size = PackageForm.written(resource.path("size")).map(String::strip).orElse("");
    if (size.matches("-\\d{1,18}")) {
      wrong.put("size", List.of("Must be a natural number"));
    } else if (!size.isEmpty() && !size.matches("\\d{1,18}")) {
      wrong.put("size", List.of("Invalid integer"));
    }
    for (var key : List.of("created", "last_modified", "cache_last_updated")) {
      var date = PackageForm.written(resource.path(key)).map(String::strip).orElse("");
      if (!date.isEmpty() && CkanTimes.written(date).isEmpty()) {
        wrong.put(key, List.of(DATE));
      }
    }
    for (var key : List.of("name", "description", "url", "format", "mimetype", "hash")) {
      if (resource.path(key).isContainerNode()) {
        wrong.put(key, List.of("Must be a string"));
      }
    }
    var uri = PackageForm.written(resource.path("uri")).orElse("");
    if (!uri.isEmpty() && !DatasetUri.isAbsoluteIri(uri)) {
      wrong.put("uri", List.of("Expected an absolute IRI such as https://example.org/file/1"));
    }
  }

  private void putUnlessEmpty(String key, List<Map<String, List<String>>> items) {
    if (items.stream().anyMatch(item -> !item.isEmpty())) {
      problems.put(key, items);
    }
  }
}
