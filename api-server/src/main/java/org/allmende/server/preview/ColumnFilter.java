package org.allmende.server.preview;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a column must hold.
 *
 * <pre>{@code
 * ColumnFilter.parse(2, column, "linde");      // contains, in any case
 * ColumnFilter.parse(3, numbers, ">=12,5");    // also > < <= =
 * ColumnFilter.parse(3, numbers, "10..20");    // both ends included
 * ColumnFilter.parse(4, dates, "2024..2025");  // beginnings of days, the whole of 2025 included
 * }</pre>
 *
 * @param column its position, from 0
 * @param test how a cell is tested
 */
public record ColumnFilter(int column, Test test) {

  /** A test of one cell. */
  public sealed interface Test {
    /** The cell contains a text, in any case. */
    record Contains(String lowerCase) implements Test {}

    /** The cell's number or day lies between two ends, either may be absent. */
    record Between(Optional<Bound> from, Optional<Bound> to) implements Test {}
  }

  /**
   * An end of a range.
   *
   * @param value a number, or the beginning of a day
   * @param isIncluded whether it belongs to the range
   */
  public record Bound(Object value, boolean isIncluded) {}

  private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>|=)\\s*(.+)");
  private static final Pattern RANGE = Pattern.compile("(.*?)\\s*\\.\\.\\s*(.*)");

  /** Above every character that follows the beginning of a day. */
  private static final String BEHIND_ALL = "~";

  /** Reads what somebody wrote into the filter of a column. */
  public static ColumnFilter parse(int position, TableColumn column, String text) {
    var wanted = text.strip();
    var test =
        column.isNumber() || column.isDate()
            ? between(column, wanted)
            : Optional.<Test.Between>empty();
    return new ColumnFilter(
        position,
        test.isPresent() ? test.get() : new Test.Contains(wanted.toLowerCase(Locale.ROOT)));
  }

  private static Optional<Test.Between> between(TableColumn column, String text) {
    var compared = COMPARED.matcher(text);
    if (compared.matches()) {
      return compared(column, compared.group(1), compared.group(2));
    }
    var range = RANGE.matcher(text);
    if (range.matches()) {
      var from = value(column, range.group(1)).map(value -> new Bound(value, true));
      var to = value(column, range.group(2)).map(value -> new Bound(last(value), true));
      return from.isEmpty() && to.isEmpty()
          ? Optional.empty()
          : Optional.of(new Test.Between(from, to));
    }
    return value(column, text).flatMap(value -> compared(column, "=", text));
  }

  private static Optional<Test.Between> compared(TableColumn column, String sign, String text) {
    return value(column, text)
        .map(
            value -> {
              var first = Optional.of(new Bound(value, true));
              var last = Optional.of(new Bound(last(value), true));
              return switch (sign) {
                case ">" -> new Test.Between(Optional.of(new Bound(last(value), false)), none());
                case ">=" -> new Test.Between(first, none());
                case "<" -> new Test.Between(none(), Optional.of(new Bound(value, false)));
                case "<=" -> new Test.Between(none(), last);
                default -> new Test.Between(first, last);
              };
            });
  }

  private static Optional<Bound> none() {
    return Optional.empty();
  }

  /** The whole of a year or month belongs to it: what follows its name is still in it. */
  private static Object last(Object value) {
    return value instanceof String day ? day + BEHIND_ALL : value;
  }

  private static Optional<Object> value(TableColumn column, String text) {
    return column.isNumber() ? number(text) : day(text);
  }

  private static Optional<Object> number(String text) {
    var bare = text.strip().replace(" ", "").replace("\u00a0", "");
    var dotted = bare.contains(",") ? bare.replace(".", "").replace(',', '.') : bare;
    try {
      return Optional.of(Double.valueOf(dotted)).filter(number -> !number.isNaN()).map(n -> n);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static final Pattern GERMAN_DAY = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
  private static final Pattern DAY = Pattern.compile("\\d{4}(-\\d\\d(-\\d\\d([T ].*)?)?)?");

  private static Optional<Object> day(String text) {
    var german = GERMAN_DAY.matcher(text.strip());
    if (german.matches()) {
      var parts = List.of(german.group(3), german.group(2), german.group(1));
      return Optional.of(
          parts.get(0) + "-" + twoDigits(parts.get(1)) + "-" + twoDigits(parts.get(2)));
    }
    return DAY.matcher(text.strip()).matches() ? Optional.of(text.strip()) : Optional.empty();
  }

  private static String twoDigits(String number) {
    return number.length() == 1 ? "0" + number : number;
  }
}
