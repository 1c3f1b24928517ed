package org.allmende.harvest.source.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the rows of a JSON document are: {@code $}, {@code $.nodes}, {@code $.data.items[*]}.
 *
 * @param names the names of the nested objects, from the root
 */
public record JsonPath(List<String> names) {

  private static final Pattern FORM = Pattern.compile("\\$(\\.[^.\\[\\]]+)*(\\[\\*])?");

  public JsonPath {
    names = List.copyOf(names);
  }

  /** The root itself. */
  public static JsonPath root() {
    return new JsonPath(List.of());
  }

  static boolean isPath(String text) {
    return FORM.matcher(text).matches();
  }

  /** Reads a path; a text that is none is an error of the caller, since settings are checked. */
  public static JsonPath parse(String text) {
    if (!isPath(text)) {
      throw new IllegalArgumentException("a path looks like $.data.items, got \"" + text + "\"");
    }
    var inner = text.replaceFirst("\\[\\*]$", "").substring(1);
    return inner.isEmpty() ? root() : new JsonPath(Arrays.asList(inner.substring(1).split("\\.")));
  }

  /** Whether this path leads through a place, or ends there. */
  boolean isBelow(List<String> place) {
    return names.size() >= place.size() && names.subList(0, place.size()).equals(place);
  }

  /**
   * What is at the end of this path in a value that lies {@code depth} names down; may be missing.
   */
  JsonNode in(JsonNode value, int depth) {
    var node = value;
    for (var name : names.subList(depth, names.size())) {
      node = node.path(name);
    }
    return node;
  }

  @Override
  public String toString() {
    return names.isEmpty() ? "$" : "$." + String.join(".", names);
  }
}
