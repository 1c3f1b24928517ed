package org.allmende.harvest.guess;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.source.table.JsonDocument;
import org.allmende.harvest.source.table.SourceJson;
import org.allmende.harvest.source.table.TextDecoder;

/**
 * Where the rows of a JSON document are: in the list with the most objects, or among the values of
 * an object that are all objects. A list of lists beside a list of columns is a table of cells.
 */
final class JsonShape {

  private static final int DEEPEST = 4;

  private final Candidate rows = new Candidate();
  private final Candidate cells = new Candidate();

  private JsonShape() {}

  /** The best place so far. */
  private static final class Candidate {
    private Optional<String> path = Optional.empty();
    private int size;

    void offer(String where, int count) {
      if (count > size) {
        path = Optional.of(where);
        size = count;
      }
    }
  }

  static Selection select(byte[] body, String place) throws IOException {
    var text = TextDecoder.open(body, place, Optional.empty());
    try (var reader = text.reader()) {
      var root = SourceJson.mapper().readTree(reader);
      var shape = new JsonShape();
      shape.look(root, "$", 0);
      return shape.selection(root, place);
    } catch (JsonProcessingException e) {
      throw JsonDocument.broken(place, e);
    }
  }

  private Selection selection(JsonNode root, String place) throws IOException {
    if (cells.size > rows.size && rows.size > 0) {
      return new Selection("table-json", List.of(), cells.path, columns(root, cells.path));
    }
    if (rows.path.isEmpty()) {
      throw SourceException.of("guess-unknown", place);
    }
    var path = rows.path.filter(p -> !p.equals("$"));
    return new Selection("json", List.of(), path, Optional.empty());
  }

  /** The list of columns is the one with as many entries as a row has cells. */
  private static Optional<String> columns(JsonNode root, Optional<String> path) {
    var row = root;
    for (var name : path.orElse("$").substring(1).split("\\.")) {
      row = name.isEmpty() ? row : row.path(name);
    }
    return find(root, "$", row.path(0).size(), 0);
  }

  private static Optional<String> find(JsonNode node, String path, int size, int depth) {
    if (node.isArray() && node.size() == size && !node.path(0).isArray()) {
      return Optional.of(path);
    }
    if (!node.isObject() || depth > DEEPEST) {
      return Optional.empty();
    }
    return node.properties().stream()
        .flatMap(e -> find(e.getValue(), path + "." + e.getKey(), size, depth + 1).stream())
        .findFirst();
  }

  private void look(JsonNode node, String path, int depth) {
    if (node.isArray()) {
      rows.offer(path, count(node, JsonNode::isObject));
      cells.offer(path, count(node, JsonNode::isArray));
    } else if (node.isObject() && depth < DEEPEST) {
      var isByName = node.size() > 2 && count(node, JsonNode::isObject) == node.size();
      if (isByName) {
        rows.offer(path, node.size());
      }
      node.properties()
          .forEach(
              entry -> {
                if (entry.getKey().matches("[^.\\[\\]]+")) {
                  look(entry.getValue(), path + "." + entry.getKey(), depth + 1);
                }
              });
    }
  }

  private static int count(JsonNode node, java.util.function.Predicate<JsonNode> kind) {
    var count = 0;
    for (var element : node) {
      count += kind.test(element) ? 1 : 0;
    }
    return count;
  }
}
