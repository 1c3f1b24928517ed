package org.allmende.harvest.source.table;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.harvest.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * Walks to the rows of a JSON document and hands out one after another: the elements of a list, the
 * values of an object, or the lines of JSON Lines.
 */
public final class JsonDocument {

  private static final ObjectMapper MAPPER = SourceJson.mapper();

  private final Reader text;
  private final String place;
  private final Map<String, JsonNode> members = new LinkedHashMap<>();
  private final List<JsonPath> wanted;
  private final Map<JsonPath, JsonNode> asides = new HashMap<>();
  private boolean isFound;

  /** A document of which only the rows are wanted, and the plain values beside them. */
  public JsonDocument(String text, String place) {
    this(new StringReader(text), place, List.of());
  }

  /** The same of a text that is read once and closed. */
  public JsonDocument(Reader text, String place) {
    this(text, place, List.of());
  }

  /**
   * A document.
   *
   * @param text its text, read once and closed
   * @param place its name in messages
   * @param wanted what is to be kept beside the rows, for {@link #aside}
   */
  JsonDocument(Reader text, String place, List<JsonPath> wanted) {
    this.text = text;
    this.place = place;
    this.wanted = List.copyOf(wanted);
  }

  /** A wanted value, once the rows were read. */
  Optional<JsonNode> aside(JsonPath path) {
    return Optional.ofNullable(asides.get(path));
  }

  /** Takes one row after another. */
  @FunctionalInterface
  public interface RowSink {
    /**
     * Takes a row.
     *
     * @param key its name, where the rows are the values of an object; else null
     */
    void accept(@Nullable String key, JsonNode row);
  }

  /**
   * Hands every row at {@code path} to {@code sink}.
   *
   * @throws IOException when the text is no JSON, or has no rows there
   */
  public void read(JsonPath path, RowSink sink) throws IOException {
    try (var parser = MAPPER.getFactory().createParser(text)) {
      if (parser.nextToken() == null) {
        throw SourceException.of("json-empty", place);
      }
      if (path.names().isEmpty()) {
        readRoot(parser, sink);
      } else {
        walk(parser, path, 0, sink);
      }
    } catch (JsonProcessingException e) {
      throw broken(place, e);
    }
    if (!isFound) {
      throw SourceException.of(
          "no-rows", place, path.toString(), String.join(", ", members.keySet()));
    }
  }

  /** The plain values beside the rows, by name; those of the outermost object alone. */
  public Map<String, JsonNode> members() {
    return Map.copyOf(members);
  }

  /** A value beside the rows, such as GeoJSON's {@code crs}. */
  public Optional<JsonNode> member(String name) {
    return Optional.ofNullable(members.get(name));
  }

  private void readRoot(JsonParser parser, RowSink sink) throws IOException {
    isFound = true;
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      readList(parser, sink);
      return;
    }
    var first = readValue(parser);
    if (parser.nextToken() == null) {
      only(first, sink);
      return;
    }
    sink.accept(null, first);
    while (parser.currentToken() != null) {
      sink.accept(null, readValue(parser));
      parser.nextToken();
    }
  }

  /** A single object whose values are all objects holds rows by name; any other is one row. */
  private static void only(JsonNode value, RowSink sink) {
    var isByName = value.isObject() && !value.isEmpty();
    for (var inner : value) {
      isByName &= inner.isObject();
    }
    if (isByName) {
      value.properties().forEach(entry -> sink.accept(entry.getKey(), entry.getValue()));
    } else {
      sink.accept(null, value);
    }
  }

  private void walk(JsonParser parser, JsonPath path, int depth, RowSink sink) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = parser.currentName();
      parser.nextToken();
      if (!name.equals(path.names().get(depth))) {
        keep(parser, path, name, depth);
      } else if (depth + 1 == path.names().size()) {
        readRows(parser, sink);
      } else {
        walk(parser, path, depth + 1, sink);
      }
    }
  }

  private void keep(JsonParser parser, JsonPath rows, String name, int depth) throws IOException {
    var place = new ArrayList<>(rows.names().subList(0, depth));
    place.add(name);
    if (wanted.stream().anyMatch(path -> path.isBelow(place))) {
      var value = readValue(parser);
      wanted.stream()
          .filter(path -> path.isBelow(place))
          .forEach(path -> asides.put(path, path.in(value, place.size())));
      if (depth == 0) {
        members.put(name, value);
      }
      return;
    }
    if (depth == 0 && (parser.currentToken().isScalarValue() || name.equals("crs"))) {
      members.put(name, readValue(parser));
    } else {
      parser.skipChildren();
      members.putIfAbsent(name, MAPPER.nullNode());
    }
  }

  private void readRows(JsonParser parser, RowSink sink) throws IOException {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      isFound = true;
      readList(parser, sink);
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      isFound = true;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var key = parser.currentName();
        parser.nextToken();
        sink.accept(key, readValue(parser));
      }
    } else {
      throw SourceException.of(
          "rows-no-list", place, "" + parser.currentName(), "" + parser.currentToken());
    }
  }

  private static void readList(JsonParser parser, RowSink sink) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      sink.accept(null, readValue(parser));
    }
  }

  private static JsonNode readValue(JsonParser parser) throws IOException {
    return MAPPER.readTree(parser);
  }

  /** The failure of a document that is no JSON. */
  public static IOException broken(String place, JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return SourceException.causedBy(
        e, "broken-json", place, at == null ? 0 : at.getLineNr(), e.getOriginalMessage());
  }

  /** The texts beside the rows that may name the state date, such as {@code documentDate: …}. */
  public List<String> texts() {
    var texts = new ArrayList<String>();
    members.forEach(
        (name, value) -> {
          if (value.isValueNode() && !value.isNull()) {
            texts.add(name + ": " + value.asText());
          }
        });
    return texts;
  }
}
