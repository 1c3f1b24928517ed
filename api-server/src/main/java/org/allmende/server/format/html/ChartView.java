package org.allmende.server.format.html;

import java.util.List;
import java.util.Map;
import org.allmende.server.chart.Chart;
import org.allmende.server.chart.ChartDrawing;
import org.jspecify.annotations.Nullable;

/**
 * A chart as it stands on the page of its file ({@code web-ui.md} 8).
 *
 * @param title what its data are
 * @param drawn the picture and what it says; null when there is nothing to draw
 * @param notes what the reader should know: what is left out, and why
 * @param axes columns that may give the places
 * @param values columns whose numbers may be drawn
 * @param splits columns that may divide; the first is none
 * @param isSum whether numbers are added up
 * @param hidden what the form must keep that it has no field for
 * @param count which rows are drawn, in words
 * @param address the picture by itself
 * @param query what the page's address says of it, with the question mark
 */
record ChartView(
    String title,
    @Nullable Drawn drawn,
    List<String> notes,
    List<Option> axes,
    List<Option> values,
    List<Option> splits,
    boolean isSum,
    List<Map.Entry<String, String>> hidden,
    String count,
    String address,
    String query) {

  ChartView {
    notes = List.copyOf(notes);
    axes = List.copyOf(axes);
    values = List.copyOf(values);
    splits = List.copyOf(splits);
    hidden = List.copyOf(hidden);
  }

  /**
   * A picture with the same in words and in a table.
   *
   * @param chart the numbers
   * @param drawing where they stand
   * @param sentence what is seen
   * @param heads the head of the table: the axis, then each series
   * @param rows a line for each place
   */
  record Drawn(
      Chart chart, ChartDrawing drawing, String sentence, List<String> heads, List<Line> rows) {
    Drawn {
      heads = List.copyOf(heads);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A line of the table.
   *
   * @param place what it is about
   * @param cells the numbers, as they are told
   * @param at where the place is in the picture
   */
  record Line(String place, List<String> cells, String at) {
    Line {
      cells = List.copyOf(cells);
    }
  }

  /** A column to choose. */
  record Option(int number, String name, boolean isChosen) {}

  /**
   * The colors, dashes and shapes of series also without our style sheet, so that a copied picture
   * stays readable.
   */
  static final List<String> COLORS =
      List.of("#0b5cad", "#b3470b", "#2b7a3d", "#8a2fa0", "#7a5b00", "#c2185b", "#00727d");

  private static final List<String> DASHES =
      List.of("none", "9 4", "2 3", "12 3 2 3", "5 2", "16 5", "1 4");

  static String color(int series) {
    return COLORS.get(series - 1);
  }

  static String dashes(int series) {
    return DASHES.get(series - 1);
  }
}
