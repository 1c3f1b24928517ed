package org.allmende.server;

import java.io.PrintWriter;
import java.util.List;

/**
 * A table in letters. What is wider than a column is cut; columns that do not fit beside the others
 * follow below, each time with the first column in front.
 *
 * @param titles of the columns
 * @param rows their cells; one that is shorter ends with empty cells
 */
record TextTable(List<String> titles, List<List<String>> rows) {

  private static final int WIDEST = 30;
  private static final String GAP = "  ";

  TextTable {
    titles = List.copyOf(titles);
    rows = List.copyOf(rows);
  }

  void print(PrintWriter out, int width) {
    for (int from = 1; from < Math.max(titles.size(), 2); ) {
      var to = end(from, width);
      line(out, titles, from, to, ' ');
      line(out, List.of(), from, to, '-');
      for (var row : rows) {
        line(out, row, from, to, ' ');
      }
      from = to;
      if (from < titles.size()) {
        out.println();
      }
    }
  }

  /** The first column that does not fit any more; at least one always fits. */
  private int end(int from, int width) {
    var used = columnWidth(0);
    var to = from;
    while (to < titles.size()) {
      used += GAP.length() + columnWidth(to);
      if (used > width && to > from) {
        return to;
      }
      to++;
    }
    return to;
  }

  private int columnWidth(int column) {
    var widest = titles.get(column).length();
    for (var row : rows) {
      widest = Math.max(widest, cell(row, column).length());
    }
    return Math.min(WIDEST, widest);
  }

  private void line(PrintWriter out, List<String> cells, int from, int to, char filling) {
    var line = new StringBuilder(filled(cell(cells, 0), columnWidth(0), filling));
    for (int i = from; i < to; i++) {
      line.append(GAP).append(filled(cell(cells, i), columnWidth(i), filling));
    }
    out.println(line.toString().stripTrailing());
  }

  private static String filled(String cell, int width, char filling) {
    var cut = cell.length() > width ? cell.substring(0, width - 1) + "…" : cell;
    return cut + String.valueOf(filling).repeat(width - cut.length());
  }

  /** On one line, without what could steer a terminal. */
  private static String cell(List<String> cells, int column) {
    return column < cells.size() ? cells.get(column).replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ") : "";
  }
}
