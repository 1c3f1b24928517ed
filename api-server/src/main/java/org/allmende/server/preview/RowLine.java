package org.allmende.server.preview;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A row as a line of CSV that DuckDB and we read alike: its number, then every filled cell in
 * quotes, empty ones as nothing.
 */
final class RowLine {
  private RowLine() {}

  /** The line of a row, its end included. */
  static byte[] of(long number, List<String> cells) {
    var line = new StringBuilder();
    line.append(number);
    for (var cell : cells) {
      line.append(',');
      if (!cell.isEmpty()) {
        line.append('"').append(cell.replace("\"", "\"\"")).append('"');
      }
    }
    return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The cells of a line; empty ones are {@code ""}, also those that it is too short for. */
  static List<String> cells(byte[] line, int columns) {
    var text = new String(line, StandardCharsets.UTF_8);
    var cells = new ArrayList<String>(columns);
    var at = text.indexOf(',');
    while (at >= 0 && at < text.length() && text.charAt(at) == ',' && cells.size() < columns) {
      at = cell(text, at + 1, cells);
    }
    while (cells.size() < columns) {
      cells.add("");
    }
    return cells;
  }

  /** Reads the cell that begins here; answers where it ends. */
  private static int cell(String text, int from, List<String> cells) {
    if (text.charAt(from) != '"') {
      cells.add("");
      return from;
    }
    var end = closingQuote(text, from + 1);
    var inner = text.substring(from + 1, end);
    cells.add(inner.indexOf('"') < 0 ? inner : inner.replace("\"\"", "\""));
    return end + 1;
  }

  private static int closingQuote(String text, int from) {
    var at = text.indexOf('"', from);
    while (text.charAt(at + 1) == '"') {
      at = text.indexOf('"', at + 2);
    }
    return at;
  }
}
