package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.allmende.vocab.codelist.CodeLists;

/**
 * What of a resource can be written ({@code ckan-api.md} 4.2).
 *
 * @param id empty for one that is new
 * @param values by key, in order; without nulls and what is only shown
 */
record ResourceForm(Optional<String> id, Map<String, JsonNode> values) {

  private static final Set<String> ONLY_SHOWN =
      Set.of(
          "id",
          "package_id",
          "position",
          "state",
          "metadata_modified",
          "datastore_active",
          "revision_id",
          "revision_timestamp",
          "tracking_summary",
          "upload",
          "clear_upload");

  private static final Pattern SCHEME = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*|/.*");
  private static final Pattern HOST = Pattern.compile("(?s)[^\\s/:]+\\.[^\\s/:]+(?:[:/].*)?");
  private static final Pattern EXTENSION =
      Pattern.compile("(?s)(?:.*://)?[^/]*/(?:.*/)?[^/?#]*\\.([A-Za-z0-9]{1,10})(?:[?#].*)?");

  ResourceForm {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** The form of a resource as somebody sent it. */
  static ResourceForm of(JsonNode json) {
    var values = new TreeMap<>(said(json).values());
    normalize(values);
    return new ResourceForm(
        PackageForm.written(json.path("id")).filter(id -> !id.isBlank()), values);
  }

  /** The values of a resource exactly as our JSON has them. */
  static ResourceForm said(JsonNode json) {
    var values = new TreeMap<String, JsonNode>();
    json.properties()
        .forEach(
            field -> {
              if (!ONLY_SHOWN.contains(field.getKey()) && !field.getValue().isNull()) {
                values.put(field.getKey(), field.getValue());
              }
            });
    return new ResourceForm(
        PackageForm.written(json.path("id")).filter(id -> !id.isBlank()), values);
  }

  private static void normalize(Map<String, JsonNode> values) {
    var url = text(values, "url").map(ResourceForm::withScheme).orElse("");
    values.put("url", TextNode.valueOf(url));
    values.put("format", TextNode.valueOf(format(text(values, "format").orElse(""))));
    values.putIfAbsent("hash", TextNode.valueOf(""));
    var size = values.get("size");
    if (size != null && size.asText().strip().matches("\\d{1,18}")) {
      values.put("size", LongNode.valueOf(Long.parseLong(size.asText().strip())));
    } else {
      values.remove("size"); // null and "" alike; anything else was refused before
    }
  }

  private static Optional<String> text(Map<String, JsonNode> values, String key) {
    return Optional.ofNullable(values.get(key)).flatMap(PackageForm::written);
  }

  /** {@code http://} before an address that has no scheme (4.2). */
  private static String withScheme(String url) {
    var stripped = url.strip();
    return !SCHEME.matcher(stripped).matches() && HOST.matcher(stripped).matches()
        ? "http://" + stripped
        : stripped;
  }

  /** CKAN's short name of a format; unknown ones stay as given (5.7). */
  static String format(String given) {
    var text = given.strip();
    return CodeLists.fileTypes()
        .find(text)
        .map(type -> type.attribute("ckan").orElse(type.code()))
        .orElse(text);
  }

  /** The format that the extension of an address means; empty for none. */
  private static String formatOfAddress(String url) {
    var match = EXTENSION.matcher(url);
    return match.matches()
        ? CodeLists.fileTypes()
            .find(match.group(1))
            .map(type -> type.attribute("ckan").orElse(type.code()))
            .orElse("")
        : "";
  }

  Optional<String> text(String key) {
    return text(values, key);
  }

  /** This resource under an id. */
  ResourceForm withId(String other) {
    return new ResourceForm(Optional.of(other), values);
  }

  /** This resource with the format that its address means, if it names none. */
  ResourceForm withFormat() {
    return text("format").orElse("").isEmpty()
        ? with("format", TextNode.valueOf(formatOfAddress(text("url").orElse(""))))
        : this;
  }

  /** This resource with another value. */
  ResourceForm with(String key, JsonNode value) {
    var other = new TreeMap<>(values);
    other.put(key, value);
    return new ResourceForm(id, other);
  }

  /**
   * This resource in the place of another: when that was made stays, and so does an upload whose
   * address is unchanged ({@code ckan-api.md} 8.3).
   */
  ResourceForm over(ResourceForm now) {
    var other = new TreeMap<>(values);
    keep("created", now, other);
    var isSameUpload =
        now.text("url_type").equals(Optional.of("upload")) && now.text("url").equals(text("url"));
    if (isSameUpload) {
      if (text("hash").orElse("").isEmpty()) {
        other.remove("hash");
      }
      List.of("url_type", "size", "hash", "hash_algorithm", "mimetype", "download_url")
          .forEach(key -> keep(key, now, other));
    }
    return new ResourceForm(id, other);
  }

  private static void keep(String key, ResourceForm from, Map<String, JsonNode> values) {
    var value = from.values().get(key);
    if (value != null) {
      values.putIfAbsent(key, value);
    }
  }

  /** As a client would send it. */
  Map<String, Object> asSent() {
    var sent = new LinkedHashMap<String, Object>(values);
    id.ifPresent(known -> sent.put("id", known));
    return sent;
  }
}
