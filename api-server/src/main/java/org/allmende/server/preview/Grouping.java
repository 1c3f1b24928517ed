package org.allmende.server.preview;

import java.util.List;
import java.util.OptionalInt;

/**
 * How the rows of a query are put together into groups. Columns count from 0.
 *
 * @param by the column that rows of one group share
 * @param cut what of it they share
 * @param split a column that divides each group once more
 * @param parts the values of {@code split} that count; empty: all
 * @param values columns of numbers of which each group gets one number
 * @param isSum whether that number is the sum; else it is the mean
 */
public record Grouping(
    int by, Cut cut, OptionalInt split, List<String> parts, List<Integer> values, boolean isSum) {

  public Grouping {
    parts = List.copyOf(parts);
    values = List.copyOf(values);
  }

  /** Groups by a column, with one number for each of {@code values}. */
  public static Grouping of(int by, Cut cut, List<Integer> values, boolean isSum) {
    return new Grouping(by, cut, OptionalInt.empty(), List.of(), values, isSum);
  }

  /** The same, divided once more. */
  public Grouping splitBy(int column, List<String> wanted) {
    return new Grouping(by, cut, OptionalInt.of(column), wanted, values, isSum);
  }

  /** What of a cell the rows of a group share. */
  public sealed interface Cut {
    /** The whole cell as it is written; the largest groups come first. */
    record Whole() implements Cut {}

    /** The number; in its order. */
    record Numeric() implements Cut {}

    /** The beginning of a day or time, such as its year; in the order of time. */
    record Beginning(int characters) implements Cut {}

    /** The step of a ladder that a number falls on, counted from 0; in its order. */
    record Step(double from, double width) implements Cut {}
  }

  /**
   * Rows that belong together.
   *
   * @param key what they share
   * @param part the value that divides; {@code ""} where nothing does
   * @param rows how many there are
   * @param values a number for each column of the grouping; not a number where no row has one
   */
  public record Group(String key, String part, long rows, List<Double> values) {
    public Group {
      values = List.copyOf(values);
    }
  }
}
