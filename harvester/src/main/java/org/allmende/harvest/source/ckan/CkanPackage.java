package org.allmende.harvest.source.ckan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.allmende.catalog.model.LocalizedText;

/**
 * A package object as CKAN's JSON has it, in today's shape: extras as texts by key. Extras are
 * taken, so that in the end the untaken ones are those for which DCAT has no word.
 */
final class CkanPackage {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode json;
  private final Map<String, String> extras;

  private CkanPackage(JsonNode json, Map<String, String> extras) {
    this.json = json;
    this.extras = extras;
  }

  /** Reads a package of any age. */
  static CkanPackage of(JsonNode json) {
    var extras = new LinkedHashMap<String, String>();
    var given = json.path("extras");
    if (given.isArray()) {
      given.forEach(
          extra -> {
            if (!extra.path("deleted").asBoolean()) {
              put(extras, extra.path("key").asText(), extra.path("value"));
            }
          });
    } else {
      given.properties().forEach(extra -> put(extras, extra.getKey(), extra.getValue()));
    }
    OgpdExtras.modernize(extras);
    return new CkanPackage(json, extras);
  }

  private static void put(Map<String, String> extras, String key, JsonNode value) {
    var text = value.isTextual() ? value.textValue() : value.isNull() ? "" : value.toString();
    if (!key.isEmpty() && !text.isEmpty()) {
      extras.put(key, text);
    }
  }

  /** The package itself. */
  JsonNode json() {
    return json;
  }

  /** A root field as text. */
  Optional<String> text(String key) {
    return textOf(json, key);
  }

  /** The first of these extras that is there. */
  Optional<String> take(String... keys) {
    var found = Optional.<String>empty();
    for (var key : keys) {
      var value = Optional.ofNullable(extras.remove(key)).map(String::strip);
      found = found.isPresent() ? found : value.filter(text -> !text.isEmpty());
    }
    return found;
  }

  /** An extra without taking it. */
  Optional<String> look(String key) {
    return Optional.ofNullable(extras.get(key));
  }

  /** The values of an extra that holds a list as JSON text, or one value. */
  List<String> takeList(String... keys) {
    return take(keys).map(CkanPackage::list).orElse(List.of());
  }

  /** The extras that nobody took. */
  Map<String, String> rest() {
    return Map.copyOf(extras);
  }

  /** A text in one language or, where the portal has several, in each. */
  LocalizedText localized(String key) {
    return localizedOf(json, key);
  }

  /** The elements of a root list; a single object counts as a list of one. */
  List<JsonNode> elements(String key) {
    var list = json.path(key);
    return list.isArray()
        ? StreamSupport.stream(list.spliterator(), false).toList()
        : list.isObject() ? List.of(list) : List.of();
  }

  /** The values behind a text: a JSON list's elements, else the text itself. */
  static List<String> list(String text) {
    if (!text.startsWith("[")) {
      return List.of(text);
    }
    try {
      var values = new ArrayList<String>();
      JSON.readTree(text)
          .forEach(e -> values.add(e.isTextual() ? e.textValue().strip() : e.toString()));
      return values.stream().filter(value -> !value.isEmpty() && !value.equals("null")).toList();
    } catch (JsonProcessingException e) {
      return List.of(text); // a text that only begins like a list
    }
  }

  /** A text that holds JSON, such as an extra with a nested object. */
  static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.of(JSON.readTree(text)).filter(JsonNode::isContainerNode);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** A field as text; numbers and booleans as they are written, nothing for null and blanks. */
  static Optional<String> textOf(JsonNode object, String key) {
    var value = object.path(key);
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** The values of a field that holds a list, a list as JSON text, or one value. */
  static List<String> listOf(JsonNode object, String key) {
    var value = object.path(key);
    if (!value.isArray()) {
      return textOf(object, key).map(CkanPackage::list).orElse(List.of());
    }
    return StreamSupport.stream(value.spliterator(), false)
        .filter(JsonNode::isValueNode)
        .map(element -> element.asText().strip())
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** {@code title} may be text, an object by language, or stand beside {@code title_translated}. */
  static LocalizedText localizedOf(JsonNode object, String key) {
    var texts = new LinkedHashMap<String, String>();
    Stream.of(object.path(key + "_translated"), object.path(key))
        .filter(JsonNode::isObject)
        .forEach(byLanguage -> addAll(texts, byLanguage));
    if (texts.isEmpty()) {
      var plain = object.path(key);
      if (plain.isTextual() && !plain.textValue().isBlank()) {
        texts.put("", plain.textValue());
      }
    }
    return new LocalizedText(texts);
  }

  private static void addAll(Map<String, String> texts, JsonNode byLanguage) {
    byLanguage
        .properties()
        .forEach(
            text -> {
              if (text.getValue().isTextual() && !text.getValue().textValue().isBlank()) {
                texts.putIfAbsent(text.getKey().replace('_', '-'), text.getValue().textValue());
              }
            });
  }
}
