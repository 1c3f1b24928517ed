package org.allmende.harvest.source.table;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the numbers of one column; what is the decimal sign is decided for all of it ({@code
 * sources.md} 2.4).
 */
final class NumberReader {

  private static final Pattern GROUPED_BY_DOT = Pattern.compile("[-+]?\\d{1,3}(\\.\\d{3})+");
  private static final Pattern GROUPED_BY_COMMA = Pattern.compile("[-+]?\\d{1,3}(,\\d{3}){2,}");
  private static final Pattern SIGNS_OF_THOUSANDS = Pattern.compile("[\\s\\u00a0\\u202f'’]");
  private static final Pattern BELOW_LIMIT = Pattern.compile("[<>≤≥].*");
  private static final Set<String> NOTHING =
      Set.of(
          "",
          "-",
          "–",
          "—",
          ".",
          "k.a.",
          "ka",
          "keineangabe",
          "keineangaben",
          "n/a",
          "na",
          "null",
          "unbekannt");

  private static final int MOST_DIGITS = 400;

  private final char decimalSign;
  private final boolean dotsGroup;

  private NumberReader(char decimalSign, boolean dotsGroup) {
    this.decimalSign = decimalSign;
    this.dotsGroup = dotsGroup;
  }

  /**
   * The reader for a column.
   *
   * @param texts all its texts
   * @param isAmount true when {@code 1.234} may mean a thousand
   */
  static NumberReader forColumn(Collection<String> texts, boolean isAmount) {
    var signs = new Signs();
    texts.forEach(signs::see);
    return signs.reader(isAmount);
  }

  /** What the texts of a column, seen one after another, say about its signs. */
  static final class Signs {
    private char decimalSign;
    private boolean hasDots;
    private boolean areAllGroups = true;

    /** Looks at one more text of the column. */
    void see(String text) {
      var dot = text.lastIndexOf('.');
      var comma = text.lastIndexOf(',');
      if (dot >= 0 && comma >= 0) {
        decimalSign = dot > comma ? '.' : ',';
      }
      if (dot >= 0 && comma < 0 && !isNothing(text)) {
        hasDots = true;
        areAllGroups = areAllGroups && GROUPED_BY_DOT.matcher(bare(text)).matches();
      }
    }

    /**
     * The reader for the column.
     *
     * @param isAmount true when {@code 1.234} may mean a thousand
     */
    NumberReader reader(boolean isAmount) {
      var dotsGroup = decimalSign == ',' || (isAmount && hasDots && areAllGroups);
      return new NumberReader(decimalSign, dotsGroup);
    }
  }

  /** True for what stands for "no value": blanks, dashes, "k. A.", a limit of detection. */
  static boolean isNothing(String text) {
    var bare = bare(text);
    return NOTHING.contains(bare.toLowerCase(Locale.ROOT)) || BELOW_LIMIT.matcher(bare).matches();
  }

  /** The number, or empty when the text is none. */
  Optional<BigDecimal> read(String text) {
    try {
      return Optional.of(new BigDecimal(withDecimalDot(bare(text))))
          .filter(NumberReader::isPlausible);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private String withDecimalDot(String bare) {
    var dot = bare.lastIndexOf('.');
    var comma = bare.lastIndexOf(',');
    if (dot >= 0 && comma >= 0) {
      return dot > comma ? bare.replace(",", "") : bare.replace(".", "").replace(',', '.');
    }
    if (comma >= 0) {
      var groups = decimalSign == '.' || GROUPED_BY_COMMA.matcher(bare).matches();
      return groups ? bare.replace(",", "") : bare.replace(',', '.');
    }
    var isGrouped = GROUPED_BY_DOT.matcher(bare).matches();
    var groups = isGrouped && (dotsGroup || bare.indexOf('.') != dot);
    return groups ? bare.replace(".", "") : bare;
  }

  private static String bare(String text) {
    return SIGNS_OF_THOUSANDS.matcher(text).replaceAll("").replace('−', '-');
  }

  /** False for what would be digits without end when it is written out, such as 1e999999. */
  static boolean isPlausible(BigDecimal number) {
    return Math.abs((long) number.scale()) <= MOST_DIGITS;
  }

  /** Plain digits without an exponent and without zeros at the end: {@code 50.00} is 50. */
  static String plain(BigDecimal number) {
    return shortest(number).toPlainString();
  }

  /** The same number with as few digits as it needs. */
  static BigDecimal shortest(BigDecimal number) {
    var stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
