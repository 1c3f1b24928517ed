package org.allmende.harvest.guess;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which of the first rows of a sheet is its header: the first that is about as wide as the rows
 * below, and has names and not values.
 */
final class HeaderGuess {

  private static final Pattern VALUE =
      Pattern.compile("[-+\\d.,:/ %€]+|https?://.*|\\d{4}-\\d{2}-\\d{2}.*");
  private static final double WIDE_ENOUGH = 0.6;
  private static final int NAMES = 2;

  private HeaderGuess() {}

  /** Names by which the header is known; empty when it is the first row that has anything. */
  static List<String> names(List<List<String>> rows) {
    var widest = rows.stream().mapToLong(HeaderGuess::width).max().orElse(0);
    for (int i = 0; i < rows.size(); i++) {
      if (isHeader(rows.get(i), widest)) {
        return isFirst(rows, i) ? List.of() : distinctive(rows.get(i));
      }
    }
    return List.of();
  }

  private static boolean isHeader(List<String> row, long widest) {
    var filled = row.stream().filter(cell -> !cell.isBlank()).toList();
    return filled.size() >= WIDE_ENOUGH * widest
        && new HashSet<>(filled).size() == filled.size()
        && filled.stream().noneMatch(VALUE.asMatchPredicate());
  }

  private static boolean isFirst(List<List<String>> rows, int index) {
    return rows.subList(0, index).stream().allMatch(row -> width(row) == 0);
  }

  private static long width(List<String> row) {
    return row.stream().filter(cell -> !cell.isBlank()).count();
  }

  private static List<String> distinctive(List<String> row) {
    var names = new ArrayList<String>();
    for (var cell : row) {
      if (!cell.isBlank() && names.size() < NAMES) {
        names.add(cell.strip());
      }
    }
    return names;
  }
}
