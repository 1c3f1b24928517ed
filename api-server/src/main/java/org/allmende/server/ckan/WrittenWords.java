package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.allmende.catalog.model.CatalogRecord.Written;
import org.jspecify.annotations.Nullable;

/**
 * The words in which somebody wrote a value that the description says otherwise, such as {@code
 * cc-by} for the IRI of that license: the JSON shows them as long as the description says the same
 * as then ({@code ckan-api.md} 4.1, {@code license_id}). So a package comes back as it was written,
 * and a change by a harvest shows at once.
 */
final class WrittenWords {

  private WrittenWords() {}

  /** Where the form that was wanted differs from what the description says by itself. */
  static Map<String, Written> between(Map<String, JsonNode> said, Map<String, JsonNode> wanted) {
    var words = new HashMap<String, Written>();
    var places = new LinkedHashSet<>(said.keySet());
    places.addAll(wanted.keySet());
    for (var place : places) {
      var before = text(said.get(place));
      var text = text(wanted.get(place));
      if (!before.equals(text)) {
        words.put(place, new Written(before, text));
      }
    }
    return words;
  }

  private static String text(@Nullable JsonNode value) {
    return value == null ? "" : value.toString();
  }

  /**
   * Puts the words into a package's JSON.
   *
   * @param ids CKAN id of each resource by IRI
   */
  static void show(Map<String, Written> words, Map<String, String> ids, ObjectNode json) {
    var resources = new HashMap<String, ObjectNode>();
    json.path("resources")
        .forEach(resource -> resources.put(resource.path("id").asText(), (ObjectNode) resource));
    var extras = new TreeMap<String, String>();
    json.path("extras").forEach(e -> extras.put(e.path("key").asText(), e.path("value").asText()));
    words.forEach(
        (place, word) -> {
          if (place.startsWith(PackageForm.EXTRAS)) {
            showExtra(place.substring(PackageForm.EXTRAS.length()), word, extras);
          } else if (place.startsWith(PackageForm.RESOURCES)) {
            var iriAndKey = place.substring(PackageForm.RESOURCES.length());
            var space = iriAndKey.indexOf(' ');
            Optional.ofNullable(ids.get(iriAndKey.substring(0, space)))
                .map(resources::get)
                .ifPresent(
                    resource -> showValue(iriAndKey.substring(space + 1), word, resource, true));
          } else {
            showValue(place, word, json, false);
          }
        });
    var list = json.putArray("extras");
    extras.forEach((key, value) -> list.addObject().put("key", key).put("value", value));
  }

  private static void showExtra(String key, Written word, Map<String, String> extras) {
    var shown = extras.get(key);
    var said = shown == null ? "" : TextNode.valueOf(shown).toString();
    if (word.said().equals(said)) {
      if (word.text().isEmpty()) {
        extras.remove(key);
      } else {
        extras.put(key, value(word.text()).asText());
      }
    }
  }

  private static void showValue(String key, Written word, ObjectNode json, boolean isResource) {
    var shown = json.path(key);
    var said = shown.isMissingNode() || shown.isNull() ? "" : shown.toString();
    if (!word.said().equals(said)) {
      return;
    }
    if (!word.text().isEmpty()) {
      json.set(key, value(word.text()));
    } else if (isResource && !CkanResource.OWN_KEYS.contains(key)) {
      json.remove(key);
    } else {
      json.putNull(key);
    }
  }

  private static JsonNode value(String text) {
    try {
      return CkanJson.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("the record holds JSON that cannot be read: " + text, e);
    }
  }
}
