package org.allmende.catalog.search.language;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The spellings of one word, made one: {@code Straße}, {@code STRASSE} and {@code strasse}; {@code
 * Bäume}, {@code Baeume} and {@code Baume}.
 */
public final class Spelling {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

  private Spelling() {}

  /**
   * Lower case, umlauts written out ({@code ä} as {@code ae}, {@code ß} as {@code ss}), no other
   * accents. Keeps {@code Förderung} apart from {@code Forderung}.
   */
  static String writtenOut(String word) {
    if (isPlain(word)) {
      return word;
    }
    var lower = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var out = new StringBuilder(lower.length() + 4);
    for (var i = 0; i < lower.length(); i++) {
      append(out, lower.charAt(i));
    }
    var accents = Normalizer.normalize(out, Normalizer.Form.NFD);
    return INVISIBLE.matcher(MARKS.matcher(accents).replaceAll("")).replaceAll("");
  }

  private static boolean isPlain(String word) {
    for (var i = 0; i < word.length(); i++) {
      var c = word.charAt(i);
      if (c > 'z' || (c >= 'A' && c <= 'Z')) {
        return false;
      }
    }
    return true;
  }

  private static void append(StringBuilder out, char c) {
    switch (c) {
      case 'ä', 'æ' -> out.append("ae");
      case 'ö', 'ø', 'œ' -> out.append("oe");
      case 'ü' -> out.append("ue");
      case 'ß' -> out.append("ss");
      case 'ł' -> out.append('l');
      case 'đ' -> out.append('d');
      default -> out.append(c);
    }
  }

  /**
   * Umlauts without their dots, after {@link #writtenOut}: {@code baeume} becomes {@code baume}.
   */
  static String withoutUmlauts(String writtenOut) {
    if (writtenOut.indexOf('e', 1) < 0) {
      return writtenOut;
    }
    var out = new StringBuilder(writtenOut.length());
    for (var i = 0; i < writtenOut.length(); i++) {
      var c = writtenOut.charAt(i);
      out.append(c);
      if (isUmlaut(writtenOut, i)) {
        i++;
      }
    }
    return out.toString();
  }

  /** An {@code ue} after a vowel or q is none: neue, Bauer, Quelle. */
  private static boolean isUmlaut(String word, int at) {
    if (at + 1 >= word.length() || word.charAt(at + 1) != 'e') {
      return false;
    }
    return switch (word.charAt(at)) {
      case 'a', 'o' -> true;
      case 'u' -> at == 0 || "aeq".indexOf(word.charAt(at - 1)) < 0;
      default -> false;
    };
  }

  /** The one spelling of a word in which all its spellings are alike. */
  public static String folded(String word) {
    return withoutUmlauts(writtenOut(word));
  }
}
