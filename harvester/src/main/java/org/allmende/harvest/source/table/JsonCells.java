package org.allmende.harvest.source.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Flattens JSON objects into cells: a nested value gets its path as column name, as in {@code
 * location.latitude}. A list stays a cell; the values inside the objects of a list are gathered
 * under their path too, as in {@code evses.connectors.connector_type}.
 */
public final class JsonCells {

  /** The column of the name that a row has in the object that holds it. */
  public static final String KEY_COLUMN = "_key";

  private final ColumnNames columns;

  public JsonCells(ColumnNames columns) {
    this.columns = columns;
  }

  /** The cells of a row; {@code key} is its name in the object that holds it, or null. */
  public List<@Nullable JsonNode> cells(@Nullable String key, JsonNode row) {
    var flat = new LinkedHashMap<String, JsonNode>();
    if (key != null) {
      flat.put(KEY_COLUMN, TextNode.valueOf(key));
    }
    flatten("", row, flat);
    var cells = new ArrayList<@Nullable JsonNode>();
    flat.forEach((name, value) -> put(cells, columns.indexOf(name), value));
    return cells;
  }

  private static void put(List<@Nullable JsonNode> cells, int index, JsonNode value) {
    while (cells.size() <= index) {
      cells.add(null);
    }
    cells.set(index, value);
  }

  private static void flatten(String path, JsonNode node, Map<String, JsonNode> into) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              entry ->
                  flatten(
                      path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                      entry.getValue(),
                      into));
      return;
    }
    into.put(path.isEmpty() ? "value" : path, node);
    if (node.isArray()) {
      var gathered = new LinkedHashMap<String, ArrayNode>();
      node.forEach(element -> gather(path, element, gathered));
      into.putAll(gathered);
    }
  }

  private static void gather(String path, JsonNode element, Map<String, ArrayNode> into) {
    if (!element.isObject()) {
      return;
    }
    for (var entry : element.properties()) {
      var inner = path + "." + entry.getKey();
      var value = entry.getValue();
      if (value.isArray()) {
        value.forEach(v -> gather(inner, v, into));
        var all = list(into, inner);
        value.forEach(all::add);
      } else if (value.isObject()) {
        gather(inner, value, into);
      } else if (!value.isNull()) {
        list(into, inner).add(value);
      }
    }
  }

  private static ArrayNode list(Map<String, ArrayNode> into, String path) {
    return into.computeIfAbsent(path, p -> JsonNodeFactory.instance.arrayNode());
  }
}
