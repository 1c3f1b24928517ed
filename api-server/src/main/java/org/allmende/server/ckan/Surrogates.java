package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Half surrogates, which JSON can escape though they are no characters: nothing could write them
 * again. Each becomes the replacement character, as in texts that arrive in broken UTF-8.
 */
final class Surrogates {

  private static final char REPLACEMENT = '\ufffd';

  private Surrogates() {}

  /** The same JSON; a copy where anything had to be repaired. */
  static JsonNode repaired(JsonNode json) {
    if (!isBroken(json)) {
      return json;
    }
    return switch (json.getNodeType()) {
      case STRING -> JsonNodeFactory.instance.textNode(repaired(json.textValue()));
      case ARRAY -> {
        var array = JsonNodeFactory.instance.arrayNode();
        json.forEach(item -> array.add(repaired(item)));
        yield array;
      }
      case OBJECT -> {
        var object = JsonNodeFactory.instance.objectNode();
        json.properties()
            .forEach(entry -> object.set(repaired(entry.getKey()), repaired(entry.getValue())));
        yield object;
      }
      default -> json;
    };
  }

  private static boolean isBroken(JsonNode json) {
    if (json.isTextual()) {
      return isBroken(json.textValue());
    }
    for (var entry : json.properties()) {
      if (isBroken(entry.getKey())) {
        return true;
      }
    }
    for (var item : json) {
      if (isBroken(item)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBroken(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (Character.isHighSurrogate(c) && isLowAt(text, i + 1)) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLowAt(String text, int index) {
    return index < text.length() && Character.isLowSurrogate(text.charAt(index));
  }

  /** The same text, each half surrogate replaced. */
  static String repaired(String text) {
    if (!isBroken(text)) {
      return text;
    }
    var whole = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> isHalf(point) ? REPLACEMENT : point)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
