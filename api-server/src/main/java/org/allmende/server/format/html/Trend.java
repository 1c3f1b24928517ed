package org.allmende.server.format.html;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * A figure of some days as bars on a zero line. The table with the same numbers stands beside it.
 *
 * @param title what it shows; stands in the drawing, so that a copy of it stays honest
 * @param source whose figures these are, and from which days
 * @param greatest the number at the upper end
 * @param bars from the first day to the last; a day without a figure has none
 * @param rows the same as a table, the last day first
 */
record Trend(String title, String source, String greatest, List<Bar> bars, List<Row> rows) {

  static final int WIDTH = 600;

  /** Where the bars stand, and how far up they can reach. */
  static final int ZERO = 170;

  static final int TOP = 50;
  private static final int WIDEST = 40;

  Trend {
    bars = List.copyOf(bars);
    rows = List.copyOf(rows);
  }

  /** A bar; its lower end is on the zero line. */
  record Bar(int x, int y, int width, int height) {}

  /** A day with its figure. */
  record Row(FileView.Day day, String number) {}

  /**
   * Draws some figures.
   *
   * @param from the first day of the drawing
   * @param to its last day
   * @param figures by day, none below 0
   */
  static Trend of(
      String title,
      String siteName,
      LocalDate from,
      LocalDate to,
      SortedMap<LocalDate, Long> figures,
      Texts texts) {
    var greatest = figures.values().stream().mapToLong(Long::longValue).max().orElse(0);
    var days = (int) (to.toEpochDay() - from.toEpochDay()) + 1;
    var bars = new ArrayList<Bar>();
    var rows = new ArrayList<Row>();
    figures.forEach(
        (day, number) -> {
          bars.add(bar((int) (day.toEpochDay() - from.toEpochDay()), days, number, greatest));
          rows.addFirst(new Row(day(day, texts), texts.number(number)));
        });
    var source = siteName + ", " + day(from, texts).words() + " – " + day(to, texts).words();
    return new Trend(title, source, texts.number(greatest), bars, rows);
  }

  private static FileView.Day day(LocalDate day, Texts texts) {
    return new FileView.Day(
        day.toString(), texts.date(day.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
  }

  private static Bar bar(int number, int days, long value, long greatest) {
    var step = (double) WIDTH / days;
    var width = (int) Math.max(1, Math.min(WIDEST, step * 0.8));
    var height = greatest == 0 ? 0 : (int) Math.round((double) (ZERO - TOP) * value / greatest);
    return new Bar((int) (number * step), ZERO - height, width, height);
  }
}
