package org.allmende.harvest.source.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Cleans the text of cells ({@code sources.md} 2.2). */
final class Texts {

  private Texts() {}

  /** Letters below this are composed as they are: combining marks begin here. */
  private static final char FIRST_MARK = '\u0300';

  /** Whether nothing is left of a text that is cleaned. */
  static boolean isEmpty(String text) {
    for (int i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (!isBlank(c) && c != '\u200b' && c != '\ufeff') {
        return false;
      }
    }
    return true;
  }

  /** Composed (NFC), without zero-width characters, without white space at the ends. */
  static String clean(String text) {
    var bare = text;
    if (text.indexOf('\u200b') >= 0 || text.indexOf('\ufeff') >= 0) {
      bare = text.replace("\u200b", "").replace("\ufeff", "");
    }
    if (bare.indexOf('\r') >= 0) {
      bare = bare.replace("\r\n", "\n").replace('\r', '\n');
    }
    return strip(isComposed(bare) ? bare : Normalizer.normalize(bare, Normalizer.Form.NFC));
  }

  private static boolean isComposed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_MARK) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC);
      }
    }
    return true;
  }

  /** The text of a cell: a text cleaned, a number as digits, a list or object as JSON. */
  static String of(JsonNode cell) {
    if (cell.isTextual()) {
      return clean(cell.textValue());
    }
    if (cell.isNumber()) {
      return NumberReader.plain(cell.decimalValue());
    }
    return cell.isValueNode() ? cell.asText() : cell.toString();
  }

  /** The texts in a cell: those of its elements, at any depth; of a plain value its own. */
  static List<String> all(JsonNode cell) {
    var texts = new ArrayList<String>();
    collect(cell, texts);
    return texts;
  }

  private static void collect(JsonNode node, List<String> into) {
    if (node.isContainerNode()) {
      node.forEach(element -> collect(element, into));
    } else if (!node.isNull()) {
      into.add(of(node));
    }
  }

  private static String strip(String text) {
    var start = 0;
    var end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f' || c == '\u0085';
  }
}
