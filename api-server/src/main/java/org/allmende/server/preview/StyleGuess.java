package org.allmende.server.preview;

import java.util.regex.Pattern;
import org.allmende.server.preview.TableColumn.Style;

/** Finds out how the values of a column are written, one value after another. */
final class StyleGuess {

  /** Digits that nobody counts with: postcodes, keys, telephone numbers. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?iu).*(plz|postleitzahl|postcode|\\bags\\b|\\bars\\b|schl(ü|ue)ssel|telefon|phone|fax).*");

  private static final int LONGEST_NUMBER = 40;

  private boolean isDot = true;
  private boolean isComma = true;
  private boolean isIso = true;
  private boolean isGerman = true;
  private boolean isFilled;

  /** Takes a value that is not empty. */
  void take(String value) {
    isFilled = true;
    isDot = isDot && isNumber(value, '.', '\0');
    isComma = isComma && isNumber(value, ',', '.');
    isIso = isIso && isIsoDate(value);
    isGerman = isGerman && isGermanDate(value);
  }

  /** The style of all that was taken, for a column of this name. */
  Style style(String name) {
    if (!isFilled || LABEL.matcher(name).matches()) {
      return Style.TEXT;
    }
    if (isDot) {
      return Style.DECIMAL_DOT;
    }
    if (isComma) {
      return Style.DECIMAL_COMMA;
    }
    if (isIso) {
      return Style.ISO_DATE;
    }
    return isGerman ? Style.GERMAN_DATE : Style.TEXT;
  }

  /** A number without a zero in front that counts nothing, as keys have it. */
  private static boolean isNumber(String text, char decimal, char group) {
    var at = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    var first = at;
    var sinceGroup = 0;
    var isGrouped = false;
    while (at < text.length() && isPartOfWhole(text.charAt(at), group)) {
      if (text.charAt(at) == group) {
        if (isGrouped ? sinceGroup != 3 : sinceGroup == 0 || sinceGroup > 3) {
          return false;
        }
        isGrouped = true;
        sinceGroup = 0;
      } else {
        sinceGroup++;
      }
      at++;
    }
    if (at == first || text.length() > LONGEST_NUMBER || (isGrouped && sinceGroup != 3)) {
      return false;
    }
    if (text.charAt(first) == '0' && at - first > 1) {
      return false;
    }
    return at == text.length() || (text.charAt(at) == decimal && areDigits(text, at + 1));
  }

  private static boolean isPartOfWhole(char c, char group) {
    return isDigit(c) || (c == group && group != '\0');
  }

  private static boolean isIsoDate(String text) {
    return isMonth(text) || isDay(text);
  }

  /** A month such as 2026-08, which no number and no key looks like as a whole column. */
  private static boolean isMonth(String text) {
    return text.length() == 7
        && areDigits(text, 0, 4)
        && text.charAt(4) == '-'
        && areDigits(text, 5, 7)
        && text.compareTo(text.substring(0, 5) + "01") >= 0
        && text.compareTo(text.substring(0, 5) + "12") <= 0;
  }

  private static boolean isDay(String text) {
    return text.length() >= 10
        && areDigits(text, 0, 4)
        && text.charAt(4) == '-'
        && areDigits(text, 5, 7)
        && text.charAt(7) == '-'
        && areDigits(text, 8, 10)
        && (text.length() == 10 || text.charAt(10) == 'T' || text.charAt(10) == ' ');
  }

  private static boolean isGermanDate(String text) {
    var first = text.indexOf('.');
    var second = text.indexOf('.', first + 1);
    return first >= 1
        && first <= 2
        && second > first + 1
        && second <= first + 3
        && text.length() == second + 5
        && areDigits(text, 0, first)
        && areDigits(text, first + 1, second)
        && areDigits(text, second + 1);
  }

  private static boolean areDigits(String text, int from) {
    return from < text.length() && areDigits(text, from, text.length());
  }

  private static boolean areDigits(String text, int from, int to) {
    for (var i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
