package org.allmende.server.ckan;

/** A part of what a client sent, short enough for a message about it. */
final class Excerpt {

  private static final int LONGEST = 200;

  private Excerpt() {}

  /** The text around a place in it. */
  static String of(String text, int place) {
    if (text.length() <= LONGEST) {
      return text;
    }
    var from = Math.clamp((long) place - LONGEST / 2, 0, text.length() - LONGEST);
    var to = from + LONGEST;
    var part = Surrogates.repaired(text.substring(from, to)); // a cut may part two halves
    return (from > 0 ? "…" : "") + part + (to < text.length() ? "…" : "");
  }

  /** The beginning of a text. */
  static String of(String text) {
    return of(text, 0);
  }
}
