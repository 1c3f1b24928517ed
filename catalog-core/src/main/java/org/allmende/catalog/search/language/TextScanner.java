package org.allmende.catalog.search.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the words in a text: what stands between blanks and punctuation, and what binds them.
 * Gender forms lose their sign: {@code Bürger:innen}, {@code BürgerInnen}, {@code
 * Bürger*innenbüro}.
 */
final class TextScanner {

  private static final String HYPHENS = "-\u2010\u2011\u00ad&+'\u2019";
  private static final String GENDER_SIGNS = ":*_·/(";
  private static final Pattern INNER_GENDER =
      Pattern.compile("(\\p{Ll})(?:Innen(?=\\p{Ll}|$)|In$)");
  private static final Pattern GENDER_ENDING = Pattern.compile("innen\\)?|in\\)?(?!\\p{L})");
  private static final int LONGEST_WORD = 200;

  /** What stands before a word. */
  enum Before {
    /** A blank, a comma, the beginning of the text. */
    SPACE,
    /** A hyphen without blanks: both are one compound. */
    HYPHEN,
    /** A slash, a dot, a dash: separate words, side by side. */
    SLASH
  }

  /**
   * A word as it stands in the text.
   *
   * @param text without signs of gender
   * @param before what binds it to the one before
   * @param isCut it ends with a hyphen: "Grün- und Freiflächen"
   * @param isAbbreviated a dot follows
   */
  record Run(
      String text, int start, int end, Before before, boolean isCut, boolean isAbbreviated) {}

  private final String text;
  private int at;

  TextScanner(String text) {
    this.text = text;
  }

  List<Run> runs() {
    var runs = new ArrayList<Run>();
    var lastEnd = -1;
    while (skipToWord()) {
      var start = at;
      var before = lastEnd < 0 ? Before.SPACE : binding(lastEnd, start);
      var word = readWord();
      lastEnd = at;
      runs.add(new Run(word, start, at, before, isCut(), is(at, '.')));
    }
    return runs;
  }

  private boolean skipToWord() {
    while (at < text.length() && !isWordPart(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at < text.length();
  }

  private Before binding(int end, int start) {
    if (start - end != 1) {
      return Before.SPACE;
    }
    var between = text.charAt(end);
    if (HYPHENS.indexOf(between) >= 0) {
      return Before.HYPHEN;
    }
    return "/._:,–".indexOf(between) >= 0 ? Before.SLASH : Before.SPACE;
  }

  /** A word with what a gender sign appends to it. */
  private String readWord() {
    var word = new StringBuilder(letters());
    while (isGendered()) {
      at += text.charAt(at) == '/' && is(at + 1, '-') ? 2 : 1;
      var ending = letters();
      at += is(at, ')') ? 1 : 0;
      word.append(ending.startsWith("innen") ? ending.substring("innen".length()) : "");
    }
    var whole = word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word.toString();
    return whole.indexOf("In", 1) < 0 ? whole : INNER_GENDER.matcher(whole).replaceFirst("$1");
  }

  private String letters() {
    var start = at;
    while (at < text.length() && isWordPart(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return text.substring(start, at);
  }

  /** After a slash or in brackets only the bare ending: {@code Rat/Innenstadt} is none. */
  private boolean isGendered() {
    if (at >= text.length() || GENDER_SIGNS.indexOf(text.charAt(at)) < 0) {
      return false;
    }
    var from = at + (text.charAt(at) == '/' && is(at + 1, '-') ? 2 : 1);
    var ending = GENDER_ENDING.matcher(text).region(from, text.length());
    ending.useTransparentBounds(true);
    if (!ending.lookingAt()) {
      return false;
    }
    var isBare = ending.end() >= text.length() || !isWordPart(text.codePointAt(ending.end()));
    return isBare || "/(".indexOf(text.charAt(at)) < 0;
  }

  private boolean isCut() {
    return at < text.length()
        && HYPHENS.indexOf(text.charAt(at)) >= 0
        && (at + 1 >= text.length() || !isWordPart(text.codePointAt(at + 1)));
  }

  private boolean is(int index, char c) {
    return index < text.length() && text.charAt(index) == c;
  }

  private static boolean isWordPart(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || c == 0xad
        || (c >= 0x200b && c <= 0x200d);
  }
}
