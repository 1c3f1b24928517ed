package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.allmende.server.ckan.JsonPaths.Pattern;

/**
 * What {@code package_revise} asks for ({@code ckan-api.md} 8.2): the values that must be there,
 * what is thinned out, what is merged in, and what the answer shows.
 *
 * @param match values by path that the dataset must have
 * @param filter patterns of what goes before the update
 * @param update values by path; the empty path is the whole
 * @param include patterns of what the answer shows
 * @param uploads files by the path of their resource
 */
record PackageRevision(
    Map<String, JsonNode> match,
    List<Pattern> filter,
    Map<String, JsonNode> update,
    List<Pattern> include,
    Map<String, CkanUpload> uploads) {

  private static final String UPDATE = "update" + JsonPaths.BETWEEN;
  private static final String MATCH = "match" + JsonPaths.BETWEEN;
  private static final String UPLOAD = JsonPaths.BETWEEN + "upload";

  /** Reads the parameters of a call. */
  static PackageRevision of(CkanParams in) {
    var json = in.json();
    var uploads = new LinkedHashMap<String, CkanUpload>();
    in.uploads()
        .forEach(
            (field, upload) -> {
              if (field.startsWith(UPDATE) && field.endsWith(UPLOAD)) {
                uploads.put(
                    field.substring(UPDATE.length(), field.length() - UPLOAD.length()), upload);
              }
            });
    return new PackageRevision(
        values(json, "match", MATCH),
        patterns(json.path("filter")),
        values(json, "update", UPDATE),
        patterns(json.path("include")),
        uploads);
  }

  private static Map<String, JsonNode> values(ObjectNode json, String whole, String prefix) {
    var values = new LinkedHashMap<String, JsonNode>();
    var given = parsed(json.path(whole));
    if (given.isObject()) {
      values.put("", given);
    } else if (!given.isMissingNode() && !given.isNull() && !given.asText().isBlank()) {
      throw CkanException.invalid(whole, "Must be a JSON object");
    }
    json.properties().stream()
        .filter(field -> field.getKey().startsWith(prefix))
        .filter(field -> field.getKey().length() > prefix.length())
        .forEach(
            field ->
                values.put(field.getKey().substring(prefix.length()), parsed(field.getValue())));
    return values;
  }

  /** The call is often a form, where an object is its text. */
  private static JsonNode parsed(JsonNode value) {
    var text = value.isTextual() ? value.textValue().strip() : "";
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return value;
    }
    try {
      return CkanJson.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      return value; // a text that only begins like JSON
    }
  }

  private static List<Pattern> patterns(JsonNode given) {
    var texts = new ArrayList<String>();
    var value = parsed(given);
    if (value.isArray()) {
      value.forEach(item -> texts.add(item.asText()));
    } else if (value.isTextual()) {
      texts.addAll(List.of(value.textValue().split(",")));
    }
    return texts.stream().filter(text -> !text.isBlank()).map(Pattern::parse).toList();
  }

  /** The id or name of the dataset that is meant. */
  String idOrName() {
    for (var key : List.of("id", "name")) {
      var byPath = match.getOrDefault(key, CkanJson.MAPPER.nullNode());
      var value =
          byPath.isNull() ? match.getOrDefault("", CkanJson.MAPPER.nullNode()).path(key) : byPath;
      if (!value.isNull() && !value.asText().isBlank()) {
        return value.asText();
      }
    }
    throw CkanException.invalid("match__id", "Missing value");
  }

  /**
   * The package as it is wanted.
   *
   * @param resources address of its resources
   * @throws CkanException 409 when it is not as it must be, or a path leads nowhere
   */
  ObjectNode applied(ObjectNode now, String resources, Instant at) {
    requireMatch(now);
    var whole = (ObjectNode) JsonPaths.thinned(now, filter);
    for (var key : List.of("id", "type")) {
      whole.set(key, now.path(key));
    }
    for (var value : update.entrySet()) {
      merge(whole, value.getKey(), value.getValue());
    }
    whole.withArray("resources").forEach(PackageRevision::withId);
    uploads.forEach((path, upload) -> put(whole, path, upload, resources, at));
    return whole;
  }

  private void requireMatch(ObjectNode now) {
    var wrong = new ArrayList<String>();
    match.forEach(
        (path, wanted) ->
            JsonPaths.differences(
                path.isEmpty() ? now : JsonPaths.find(now, JsonPaths.steps(path)),
                wanted,
                path,
                wrong));
    if (!wrong.isEmpty()) {
      throw CkanException.invalid(Map.of("match", List.copyOf(wrong)));
    }
  }

  private static void merge(ObjectNode whole, String path, JsonNode value) {
    if (path.isEmpty()) {
      whole.setAll((ObjectNode) JsonPaths.merged(whole, value));
    } else if (!JsonPaths.merge(whole, JsonPaths.steps(path), value)) {
      throw CkanException.invalid(UPDATE + path, "There is nothing at this place");
    }
  }

  private static void withId(JsonNode resource) {
    if (resource instanceof ObjectNode object && object.path("id").asText("").isBlank()) {
      object.put("id", UUID.randomUUID().toString());
    }
  }

  private static void put(
      ObjectNode whole, String path, CkanUpload upload, String resources, Instant at) {
    if (JsonPaths.find(whole, JsonPaths.steps(path)) instanceof ObjectNode resource) {
      upload.describe(resource, resources, at);
    } else {
      throw CkanException.invalid(UPDATE + path + UPLOAD, "There is no such resource");
    }
  }

  /** The package as the answer shows it. */
  JsonNode shown(JsonNode whole) {
    return JsonPaths.thinned(whole, include);
  }
}
