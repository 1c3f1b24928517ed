package org.allmende.harvest.source.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a data source's files are made of: clean rows under named columns.
 *
 * @param columns in the order of the files
 * @param rows in the order of the source; very many stand in a file until {@link #close}, and are
 *     read from front to back
 * @param outputs the files to make, such as {@code csv}, {@code geojson}, {@code json}
 * @param stateDate the time of which the source says its data are; absent when it says none
 * @param notes what the run report should say about the reading: encoding, filter rule, repairs
 */
public record Table(
    List<Column> columns,
    List<Row> rows,
    List<String> outputs,
    Optional<Instant> stateDate,
    ReadingNotes notes) {

  public Table {
    columns = List.copyOf(columns);
    rows = rows instanceof RowFile ? rows : List.copyOf(rows);
    outputs = List.copyOf(outputs);
    for (var row : rows instanceof RowFile ? List.<Row>of() : rows) {
      if (row.values().size() != columns.size()) {
        throw new IllegalArgumentException(
            "row "
                + row.key()
                + " has "
                + row.values().size()
                + " values for "
                + columns.size()
                + " columns");
      }
    }
  }

  /** Whether its rows can be events of a calendar. */
  public boolean isCalendar() {
    return CalendarFile.fits(columns);
  }

  /** The same, written as this file too. */
  public Table alsoAs(String output) {
    var all = new ArrayList<>(outputs);
    all.add(output);
    return new Table(columns, rows, all, stateDate, notes);
  }

  /** Lets go of the rows that stand in a temporary file; those in memory stay. */
  public void close() {
    if (rows instanceof RowFile<Row> file) {
      file.close();
    }
  }

  /** True when at least one row has a place. */
  public boolean hasGeometry() {
    return rows.stream().anyMatch(row -> row.geometry().isPresent());
  }
}
