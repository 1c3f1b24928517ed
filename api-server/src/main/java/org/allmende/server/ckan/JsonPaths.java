package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Places in JSON as {@code package_revise} writes them ({@code ckan-api.md} 8.2): steps with {@code
 * __} between them, a list's element by its index, also from the end, or by the beginning of its
 * id.
 */
final class JsonPaths {

  static final String BETWEEN = "__";

  /** Fewer characters of an id could be anything. */
  private static final int SHORTEST_PREFIX = 5;

  private JsonPaths() {}

  static List<String> steps(String path) {
    return List.of(path.split(BETWEEN));
  }

  /** What stands there; a missing node when nothing does. */
  static JsonNode find(JsonNode from, List<String> steps) {
    var node = from;
    for (var step : steps) {
      node = node.isArray() ? element((ArrayNode) node, step) : node.path(step);
    }
    return node;
  }

  private static JsonNode element(ArrayNode list, String step) {
    var index = index(list, step);
    return index.isPresent() ? list.path(index.get()) : list.path(-1);
  }

  /** The index that a step means, of five digits the begin of an id; empty when there is none. */
  static Optional<Integer> index(ArrayNode list, String step) {
    if (step.matches("-?\\d{1,4}")) {
      var number = Integer.parseInt(step);
      var index = number < 0 ? list.size() + number : number;
      return Optional.of(index).filter(i -> i >= 0 && i < list.size());
    }
    if (step.length() >= SHORTEST_PREFIX) {
      for (var i = 0; i < list.size(); i++) {
        if (list.get(i).path("id").asText().startsWith(step)) {
          return Optional.of(i);
        }
      }
    }
    return Optional.empty();
  }

  /** The places where one value differs from another; only what is wanted is looked at. */
  static void differences(JsonNode now, JsonNode wanted, String path, List<String> found) {
    if (wanted.isObject()) {
      wanted
          .properties()
          .forEach(
              field ->
                  differences(
                      now.path(field.getKey()),
                      field.getValue(),
                      below(path, field.getKey()),
                      found));
    } else if (wanted.isArray()) {
      for (var i = 0; i < wanted.size(); i++) {
        differences(now.path(i), wanted.get(i), below(path, String.valueOf(i)), found);
      }
      if (now.size() != wanted.size()) {
        found.add(path);
      }
    } else if (!isEqual(now, wanted)) {
      found.add(path);
    }
  }

  private static String below(String path, String step) {
    return path.isEmpty() ? step : path + BETWEEN + step;
  }

  /** A form has texts alone: there a number equals its text. */
  private static boolean isEqual(JsonNode now, JsonNode wanted) {
    return PackageForm.written(now).equals(PackageForm.written(wanted));
  }

  /** Merges deeply: objects by key, lists by index, further elements behind. */
  static JsonNode merged(JsonNode now, JsonNode update) {
    if (now.isObject() && update.isObject()) {
      var whole = ((ObjectNode) now).deepCopy();
      update
          .properties()
          .forEach(
              field ->
                  whole.set(field.getKey(), merged(now.path(field.getKey()), field.getValue())));
      return whole;
    }
    if (now.isArray() && update.isArray()) {
      var whole = ((ArrayNode) now).deepCopy();
      for (var i = 0; i < update.size(); i++) {
        if (i < now.size()) {
          whole.set(i, merged(now.get(i), update.get(i)));
        } else {
          whole.add(update.get(i));
        }
      }
      return whole;
    }
    return update;
  }

  /**
   * Merges a value at a place; {@code extend} behind a list appends the elements of another.
   *
   * @return false when there is no such place
   */
  static boolean merge(ObjectNode into, List<String> steps, JsonNode value) {
    var parent = find(into, steps.subList(0, steps.size() - 1));
    var last = steps.getLast();
    if (parent instanceof ArrayNode list && last.equals("extend") && value.isArray()) {
      value.forEach(list::add);
      return true;
    }
    if (parent instanceof ArrayNode list) {
      var index = index(list, last);
      index.ifPresent(i -> list.set(i, merged(list.get(i), value)));
      return index.isPresent();
    }
    if (parent instanceof ObjectNode object) {
      object.set(last, merged(object.path(last), value));
      return true;
    }
    return false;
  }

  /**
   * A pattern for places.
   *
   * @param keeps true for {@code +}
   * @param steps each a name, or {@code *} for any
   */
  record Pattern(boolean keeps, List<String> steps) {

    static Pattern parse(String text) {
      var stripped = text.strip();
      var bare =
          stripped.startsWith("+") || stripped.startsWith("-") ? stripped.substring(1) : stripped;
      return new Pattern(!stripped.startsWith("-"), JsonPaths.steps(bare));
    }

    private boolean fits(String step) {
      return steps.getFirst().equals("*") || steps.getFirst().equals(step);
    }

    private Pattern below() {
      return new Pattern(keeps, steps.subList(1, steps.size()));
    }
  }

  /** Thins out: the first pattern that fits a place decides; what none fits stays. */
  static JsonNode thinned(JsonNode node, List<Pattern> patterns) {
    if (patterns.isEmpty() || !node.isContainerNode()) {
      return node;
    }
    if (node.isArray()) {
      var list = CkanJson.MAPPER.createArrayNode();
      for (var i = 0; i < node.size(); i++) {
        kept(node.get(i), String.valueOf(i), patterns).ifPresent(list::add);
      }
      return list;
    }
    var object = CkanJson.MAPPER.createObjectNode();
    node.properties()
        .forEach(
            field ->
                kept(field.getValue(), field.getKey(), patterns)
                    .ifPresent(value -> object.set(field.getKey(), value)));
    return object;
  }

  private static Optional<JsonNode> kept(JsonNode value, String step, List<Pattern> patterns) {
    var inner = new ArrayList<Pattern>();
    for (var pattern : patterns) {
      if (!pattern.fits(step)) {
        continue;
      }
      if (pattern.steps().size() > 1) {
        inner.add(pattern.below());
      } else if (pattern.keeps()) {
        return Optional.of(thinned(value, inner));
      } else if (inner.stream().anyMatch(Pattern::keeps)) {
        inner.add(new Pattern(false, List.of("*")));
        return Optional.of(thinned(value, inner));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(thinned(value, inner));
  }
}
