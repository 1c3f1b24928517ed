package org.allmende.server.chart;

import java.util.List;

/**
 * The numbers of a chart.
 *
 * @param plan what is drawn
 * @param places where numbers stand, in the order in which they are drawn
 * @param series the numbers, one for each place
 * @param rows how many rows were looked at
 * @param missing how many of them have no place
 * @param more categories, or parts, that are not drawn
 */
public record Chart(
    ChartPlan plan, List<Place> places, List<Series> series, long rows, long missing, long more) {

  public Chart {
    places = List.copyOf(places);
    series = List.copyOf(series);
  }

  /**
   * A place on the axis.
   *
   * @param key a time or year in ISO's way, a category, or the beginning of a range
   * @param from where it begins on the axis: days since 1970, its rank, or the number itself
   * @param to where it ends; the same for a point
   */
  public record Place(String key, double from, double to) {}

  /**
   * Numbers that belong together.
   *
   * @param name the part of the rows, or the column; {@code ""} when rows are counted
   * @param values one for each place; not a number where there is none
   */
  public record Series(String name, List<Double> values) {
    public Series {
      values = List.copyOf(values);
    }
  }

  /** Whether every number is that of one row, so that it is no mean and no sum. */
  public boolean isPlain() {
    return !plan.isCount() && plan.split().isEmpty() && rows - missing == places.size();
  }

  /** Whether there is nothing to draw. */
  public boolean isEmpty() {
    return series.stream().allMatch(one -> one.values().stream().allMatch(v -> v.isNaN()));
  }
}
