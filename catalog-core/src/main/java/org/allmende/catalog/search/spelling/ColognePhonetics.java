package org.allmende.catalog.search.spelling;

/**
 * How a German word sounds, as a row of digits: the "Kölner Phonetik" (Postel 1969). Words of equal
 * digits sound alike to German ears, whatever their vowels.
 */
final class ColognePhonetics {

  private static final String VOWELS = "aeijouy";
  private static final String SOFTENS_C_AT_START = "ahkloqrux";
  private static final String SOFTENS_C = "ahkoqux";

  private ColognePhonetics() {}

  /**
   * The digits of a word.
   *
   * @param word of letters a to z; others are passed over
   */
  static String code(String word) {
    var digits = new StringBuilder();
    for (var i = 0; i < word.length(); i++) {
      digits.append(digits(word, i));
    }
    return withoutInnerVowels(withoutRepetitions(digits));
  }

  private static String digits(String word, int at) {
    var letter = word.charAt(at);
    var before = at == 0 ? ' ' : word.charAt(at - 1);
    var after = at + 1 == word.length() ? ' ' : word.charAt(at + 1);
    return switch (letter) {
      case 'a', 'e', 'i', 'j', 'o', 'u', 'y' -> "0";
      case 'b' -> "1";
      case 'p' -> after == 'h' ? "3" : "1";
      case 'd', 't' -> "csz".indexOf(after) >= 0 ? "8" : "2";
      case 'f', 'v', 'w' -> "3";
      case 'g', 'k', 'q' -> "4";
      case 'c' -> isHardC(at, before, after) ? "4" : "8";
      case 'x' -> "ckq".indexOf(before) >= 0 ? "8" : "48";
      case 'l' -> "5";
      case 'm', 'n' -> "6";
      case 'r' -> "7";
      case 's', 'z' -> "8";
      default -> "";
    };
  }

  private static boolean isHardC(int at, char before, char after) {
    return at == 0
        ? SOFTENS_C_AT_START.indexOf(after) >= 0
        : "sz".indexOf(before) < 0 && SOFTENS_C.indexOf(after) >= 0;
  }

  private static StringBuilder withoutRepetitions(CharSequence digits) {
    var single = new StringBuilder();
    for (var i = 0; i < digits.length(); i++) {
      if (i == 0 || digits.charAt(i) != digits.charAt(i - 1)) {
        single.append(digits.charAt(i));
      }
    }
    return single;
  }

  private static String withoutInnerVowels(CharSequence digits) {
    var code = new StringBuilder();
    for (var i = 0; i < digits.length(); i++) {
      if (i == 0 || digits.charAt(i) != '0') {
        code.append(digits.charAt(i));
      }
    }
    return code.toString();
  }

  /** A word without its vowels, the half vowels j and y among them. */
  static String consonants(String word) {
    var consonants = new StringBuilder();
    word.chars()
        .filter(letter -> VOWELS.indexOf(letter) < 0)
        .forEach(letter -> consonants.append((char) letter));
    return consonants.toString();
  }
}
