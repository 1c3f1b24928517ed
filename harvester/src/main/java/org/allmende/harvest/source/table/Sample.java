package org.allmende.harvest.source.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first rows of a source as they were written, before any mapping.
 *
 * @param columns the names of the columns
 * @param rows their texts, one for each column; {@code ""} for an empty cell
 * @param isNested for each column whether a value of it is a list
 * @param hasGeometry whether rows have shapes of their own
 */
public record Sample(
    List<String> columns, List<List<String>> rows, List<Boolean> isNested, boolean hasGeometry) {

  public Sample {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    isNested = List.copyOf(isNested);
  }

  /** Reads as many rows as are wanted, those that cannot be read left out. */
  public static Sample of(RowSource source, int most) throws IOException {
    var raw = new ArrayList<RawRow>();
    FirstRows.read(
        source,
        row -> Optional.of(row).filter(r -> r.error().isEmpty()).ifPresent(raw::add),
        () -> raw.size() >= most);
    var names = source.columns().names();
    var rows = raw.stream().map(row -> texts(row, names.size())).toList();
    var nested = new ArrayList<Boolean>();
    for (int i = 0; i < names.size(); i++) {
      var column = i;
      nested.add(
          raw.stream()
              .flatMap(row -> Optional.ofNullable(row.cell(column)).stream())
              .anyMatch(cell -> cell.isArray()));
    }
    return new Sample(
        names, rows, nested, raw.stream().anyMatch(row -> row.geometry().isPresent()));
  }

  private static List<String> texts(RawRow row, int columns) {
    var texts = new ArrayList<String>();
    for (int i = 0; i < columns; i++) {
      texts.add(row.text(i));
    }
    return texts;
  }

  /** All texts of a column. */
  public List<String> column(int index) {
    return rows.stream().map(row -> row.get(index)).toList();
  }
}
