package org.allmende.server.format.html;

import java.util.Arrays;
import java.util.List;

/** A description as paragraphs of lines; whatever markup it has is shown as it is written. */
final class Paragraphs {

  private Paragraphs() {}

  static List<List<String>> of(String text) {
    return Arrays.stream(text.strip().split("\\R\\s*\\R"))
        .map(paragraph -> paragraph.strip().lines().map(String::strip).toList())
        .filter(lines -> !lines.isEmpty())
        .toList();
  }

  /** The beginning of a text, cut at a word. */
  static String beginning(String text, int length) {
    var oneLine = text.strip().replaceAll("\\s+", " ");
    if (oneLine.length() <= length) {
      return oneLine;
    }
    var space = oneLine.lastIndexOf(' ', length);
    return oneLine.substring(0, space > 0 ? space : length) + " …";
  }
}
