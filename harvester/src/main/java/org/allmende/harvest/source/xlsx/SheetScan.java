package org.allmende.harvest.source.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Looks through the bytes of a sheet for what the library that reads its rows does not tell, the
 * merged cells, and for what it would choke on, columns beyond XFD.
 */
final class SheetScan {

  private static final byte[] CELL = {' ', 'r', '=', '"'};
  private static final byte[] MERGED = {'m', 'e', 'r', 'g', 'e', 'C', 'e', 'l', 'l', ' '};
  private static final Pattern RANGE =
      Pattern.compile("ref=\"([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");
  private static final int LONGEST_RANGE = 40;
  private static final int MOST_RANGES = 10_000;

  /** The number of letters that the last column, XFD, has. */
  private static final int MOST_LETTERS = 3;

  private final List<Range> merged = new ArrayList<>();
  private final StringBuilder range = new StringBuilder();
  private int inCell;
  private int inMerged;
  private int letters;
  private boolean isRange;
  private boolean isTooWide;

  /** Cells that are shown as one; rows count from 1, columns from 0. */
  record Range(int firstRow, int firstColumn, int lastRow, int lastColumn) {}

  /** Takes the next bytes of the sheet. */
  void take(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      var b = bytes[i];
      if (isRange) {
        collect(b);
      } else if (inCell == CELL.length) {
        countLetter(b);
      } else {
        inCell = matched(CELL, inCell, b);
        inMerged = matched(MERGED, inMerged, b);
        isRange = inMerged == MERGED.length;
      }
    }
  }

  private static int matched(byte[] wanted, int soFar, byte b) {
    if (b == wanted[soFar]) {
      return soFar + 1;
    }
    return b == wanted[0] ? 1 : 0;
  }

  private void countLetter(byte b) {
    if (b >= 'A' && b <= 'Z') {
      letters++;
      isTooWide |= letters > MOST_LETTERS;
    } else {
      inCell = 0;
      letters = 0;
    }
  }

  private void collect(byte b) {
    if (b != '>' && range.length() < LONGEST_RANGE) {
      range.append((char) b);
      return;
    }
    var match = RANGE.matcher(range);
    if (match.find() && merged.size() < MOST_RANGES) {
      merged.add(
          new Range(
              Integer.parseInt(match.group(2)),
              column(match.group(1)),
              Integer.parseInt(match.group(4)),
              column(match.group(3))));
    }
    range.setLength(0);
    isRange = false;
    inMerged = 0;
  }

  private static int column(String letters) {
    return letters.chars().reduce(0, (number, c) -> number * 26 + (c - 'A' + 1)) - 1;
  }

  /** The merged cells, in the order of the sheet. */
  List<Range> merged() {
    return List.copyOf(merged);
  }

  /** True when a cell claims to lie beyond the last column that a sheet can have. */
  boolean isTooWide() {
    return isTooWide;
  }
}
