package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a package can be written, in one form: what was sent and what is there differ exactly
 * where their forms differ. It reads what {@code package_show} gives and what clients send alike
 * ({@code ckan-api.md} 4.1, 4.2); what is only shown is left out.
 *
 * @param texts the root fields that are texts; absent ones are left out, empty ones are not
 * @param isPrivate whether only its organization may see it
 * @param tags the keywords, each once, by name
 * @param groups the CKAN names of themes and own groups, each once, by name
 * @param extras key to value, by key; without empty values
 * @param resources in order
 */
record PackageForm(
    Map<String, String> texts,
    boolean isPrivate,
    List<String> tags,
    List<String> groups,
    Map<String, String> extras,
    List<ResourceForm> resources) {

  /** Keys of the package itself: an extra of that name would be refused by another CKAN. */
  static final Set<String> ROOT_KEYS =
      Set.of(
          "id",
          "name",
          "title",
          "notes",
          "url",
          "version",
          "author",
          "author_email",
          "maintainer",
          "maintainer_email",
          "license_id",
          "private",
          "state",
          "type",
          "owner_org",
          "resources",
          "tags",
          "groups",
          "extras");

  /** Root texts that an update clears when it does not name them (8.1). */
  static final List<String> CLEARED =
      List.of(
          "title",
          "notes",
          "url",
          "version",
          "author",
          "author_email",
          "maintainer",
          "maintainer_email",
          "license_id");

  /** Root texts that stay as they are then. */
  static final List<String> STAYING = List.of("name", "owner_org", "state", "type");

  private static final Set<String> TRIMMED =
      Set.of("name", "title", "author_email", "maintainer_email", "owner_org");

  private static final Set<String> TRUE = Set.of("true", "yes", "on", "t", "y", "1");

  PackageForm {
    texts = Map.copyOf(texts);
    tags = List.copyOf(tags);
    groups = List.copyOf(groups);
    extras = Map.copyOf(extras);
    resources = List.copyOf(resources);
  }

  /** The form of nothing. */
  static PackageForm empty() {
    return new PackageForm(Map.of(), false, List.of(), List.of(), Map.of(), List.of());
  }

  /** The form of a package whose shape was checked. */
  static PackageForm of(JsonNode json) {
    return of(json, ResourceForm::of);
  }

  /** What our JSON says, to the letter. */
  static PackageForm said(JsonNode json) {
    return of(json, ResourceForm::said);
  }

  private static PackageForm of(JsonNode json, Function<JsonNode, ResourceForm> resource) {
    var texts = new TreeMap<String, String>();
    Stream.concat(CLEARED.stream(), STAYING.stream())
        .forEach(key -> text(json, key).ifPresent(value -> texts.put(key, value)));
    if (texts.getOrDefault("title", "").isEmpty() && texts.containsKey("name")) {
      texts.put("title", texts.get("name"));
    }
    return new PackageForm(
        texts,
        isTrue(json.path("private")),
        tags(json),
        groups(json),
        extras(json),
        list(json, resource));
  }

  private static Optional<String> text(JsonNode json, String key) {
    return written(json.path(key)).map(value -> TRIMMED.contains(key) ? value.strip() : value);
  }

  /** A value as text: a text as it is, anything else as its JSON; nothing for null. */
  static Optional<String> written(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    return Optional.of(value.isTextual() ? value.textValue() : value.toString());
  }

  /** CKAN's ways of saying yes; anything else is no. */
  static boolean isTrue(JsonNode value) {
    return TRUE.contains(value.asText().strip().toLowerCase(Locale.ROOT));
  }

  private static List<String> tags(JsonNode json) {
    var names = new TreeSet<String>();
    json.path("tags").forEach(tag -> written(tag.path("name")).ifPresent(names::add));
    written(json.path("tag_string"))
        .ifPresent(text -> Stream.of(text.split(",")).map(String::strip).forEach(names::add));
    return names.stream().filter(Predicate.not(String::isEmpty)).toList();
  }

  private static List<String> groups(JsonNode json) {
    var names = new TreeSet<String>();
    json.path("groups").forEach(group -> names.add(group.path("name").asText()));
    return List.copyOf(names);
  }

  private static Map<String, String> extras(JsonNode json) {
    var extras = new TreeMap<String, String>();
    for (var extra : json.path("extras")) {
      if (!isTrue(extra.path("deleted"))) {
        written(extra.path("value"))
            .filter(Predicate.not(String::isEmpty))
            .ifPresent(value -> extras.put(extra.path("key").asText(), value));
      }
    }
    return extras;
  }

  private static List<ResourceForm> list(JsonNode json, Function<JsonNode, ResourceForm> form) {
    var resources = new ArrayList<ResourceForm>();
    json.path("resources").forEach(resource -> resources.add(form.apply(resource)));
    return resources;
  }

  /** A root text; empty when there is none. */
  Optional<String> text(String key) {
    return Optional.ofNullable(texts.get(key));
  }

  /** The resource with this id. */
  Optional<ResourceForm> resource(String id) {
    return resources.stream().filter(resource -> resource.id().equals(Optional.of(id))).findFirst();
  }

  /** This form with other extras. */
  PackageForm withExtras(Map<String, String> other) {
    return new PackageForm(texts, isPrivate, tags, groups, other, resources);
  }

  /** This form with other resources. */
  PackageForm withResources(List<ResourceForm> other) {
    return new PackageForm(texts, isPrivate, tags, groups, extras, other);
  }

  /** This form with another text; empty takes it away. */
  PackageForm withText(String key, Optional<String> value) {
    var other = new TreeMap<>(texts);
    other.remove(key);
    value.ifPresent(text -> other.put(key, text));
    return new PackageForm(other, isPrivate, tags, groups, extras, resources);
  }

  /**
   * All values beside tags and groups by their place in the JSON: what {@link WrittenWords} keeps
   * when the description says them in other words.
   *
   * @param iris IRI of each resource by id; resources without one are left out
   */
  Map<String, JsonNode> places(Map<String, String> iris) {
    var places = new LinkedHashMap<String, JsonNode>();
    texts.forEach((key, value) -> places.put(key, TextNode.valueOf(value)));
    places.keySet().removeAll(Set.of("name", "owner_org", "state"));
    extras.forEach((key, value) -> places.put(EXTRAS + key, TextNode.valueOf(value)));
    for (var resource : resources) {
      resource
          .id()
          .map(iris::get)
          .ifPresent(
              iri ->
                  resource
                      .values()
                      .forEach((key, value) -> places.put(RESOURCES + iri + " " + key, value)));
    }
    return places;
  }

  /** Where an extra stands. */
  static final String EXTRAS = "extras ";

  /** Where a resource's value stands, before its IRI and its key. */
  static final String RESOURCES = "resources ";

  /** As a client would send it, the ids of its resources with it. */
  Map<String, Object> asSent() {
    var sent = new LinkedHashMap<String, Object>(texts);
    sent.put("private", isPrivate);
    sent.put("tags", tags.stream().map(name -> Map.of("name", name)).toList());
    sent.put("groups", groups.stream().map(name -> Map.of("name", name)).toList());
    sent.put(
        "extras",
        extras.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(extra -> Map.of("key", extra.getKey(), "value", extra.getValue()))
            .toList());
    sent.put(
        "resources", resources.stream().map(ResourceForm::asSent).collect(Collectors.toList()));
    return sent;
  }
}
