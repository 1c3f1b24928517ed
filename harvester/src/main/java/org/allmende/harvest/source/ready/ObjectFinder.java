package org.allmende.harvest.source.ready;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Finds the objects in a JSON document that are the rows of a type. Free of state. */
@FunctionalInterface
interface ObjectFinder {

  /** Hands every object to {@code sink}, in the order of the document. */
  void find(JsonNode document, Consumer<JsonNode> sink);

  /** The document itself when it is a list, else the list under the first of these names. */
  static ObjectFinder listUnder(String... names) {
    return (document, sink) -> {
      for (var name : names) {
        var inner = document.path(name);
        if (inner.isArray()) {
          inner.forEach(sink);
          return;
        }
        if (inner.isObject() && List.of(names).stream().anyMatch(inner::has)) {
          listUnder(names).find(inner, sink);
          return;
        }
      }
      if (document.isArray()) {
        document.forEach(sink);
      } else {
        sink.accept(document);
      }
    };
  }

  /**
   * All objects of linked data with one of these types, at any depth of lists, {@code @graph} and
   * {@code itemListElement}; where a document has no types at all, the elements of its list.
   */
  static ObjectFinder linkedData(Set<String> types) {
    return (document, sink) -> {
      if (!collect(document, types, sink) && document.isArray()) {
        document.forEach(sink);
      }
    };
  }

  private static boolean collect(JsonNode node, Set<String> types, Consumer<JsonNode> sink) {
    var isTyped = false;
    if (node.isArray()) {
      for (var element : node) {
        isTyped |= element.isObject() && !element.has("@type") && !element.has("@graph");
      }
      if (isTyped) { // a list of things, some of them without a type
        node.forEach(sink);
        return true;
      }
      for (var element : node) {
        isTyped |= collect(element, types, sink);
      }
      return isTyped;
    }
    if (hasType(node, types)) {
      sink.accept(node);
      return true;
    }
    for (var name : List.of("@graph", "itemListElement", "item", "event", "events", "data")) {
      isTyped |= node.path(name).isContainerNode() && collect(node.path(name), types, sink);
    }
    return isTyped || node.has("@type");
  }

  private static boolean hasType(JsonNode node, Set<String> types) {
    var type = node.path("@type");
    if (type.isArray()) {
      for (var one : type) {
        if (isOne(one.asText(), types)) {
          return true;
        }
      }
      return false;
    }
    return isOne(type.asText(), types);
  }

  /** {@code MusicEvent} is an event too. */
  private static boolean isOne(String type, Set<String> types) {
    var name = type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1);
    return types.stream().anyMatch(name::endsWith);
  }
}
