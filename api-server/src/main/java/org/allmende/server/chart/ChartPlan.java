package org.allmende.server.chart;

import java.util.List;
import java.util.OptionalInt;

/**
 * What is drawn of a table. Columns count from 0.
 *
 * @param kind how
 * @param axis the column that gives the places: times, categories, or numbers that are counted
 * @param values the columns whose numbers are drawn, at most {@value #MOST_SERIES}; empty: rows are
 *     counted
 * @param split the column that divides the rows into series
 * @param isSum whether numbers of one place are added up; else their mean is drawn
 */
public record ChartPlan(
    Kind kind, int axis, List<Integer> values, OptionalInt split, boolean isSum) {

  /** More lines nobody tells apart. */
  public static final int MOST_SERIES = 7;

  public ChartPlan {
    values = List.copyOf(values);
    if (values.size() > MOST_SERIES) {
      throw new IllegalArgumentException(
          "at most " + MOST_SERIES + " columns can be drawn, were " + values.size());
    }
  }

  /** How numbers are drawn. */
  public enum Kind {
    /** A line along time. */
    LINE,
    /** A bar for each category. */
    BARS,
    /** A bar for each range of numbers, as high as there are numbers in it. */
    HISTOGRAM
  }

  /** Whether rows are counted. */
  public boolean isCount() {
    return values.isEmpty();
  }
}
