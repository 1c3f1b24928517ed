package org.allmende.server.preview;

import java.util.List;

/**
 * What a prepared table is like.
 *
 * @param columns in the order of the file
 * @param moreColumns how many the file has beyond these
 * @param rows how many were read
 * @param isCut true when the file has more rows than were read
 * @param unreadable rows that could not be read and are left out
 * @param shortened cells of which only the beginning was kept
 * @param longestRow bytes of the longest row
 * @param hasShapes true when rows have a geometry beside their cells
 */
public record TableInfo(
    List<TableColumn> columns,
    int moreColumns,
    long rows,
    boolean isCut,
    long unreadable,
    long shortened,
    long longestRow,
    boolean hasShapes) {

  public TableInfo {
    columns = List.copyOf(columns);
  }

  /** Whether rows say where they are. */
  public boolean hasPlaces() {
    return hasShapes || PlaceColumns.find(columns).isPresent();
  }
}
