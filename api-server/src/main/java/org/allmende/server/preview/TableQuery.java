package org.allmende.server.preview;

import java.util.List;
import java.util.Optional;

/**
 * Which rows of a table, in which order.
 *
 * @param words what a row must have in some column, in any case; {@code ""} for every row
 * @param filters what single columns must hold
 * @param sort the order; empty: that of the file
 */
public record TableQuery(String words, List<ColumnFilter> filters, Optional<Sort> sort) {

  /** Every row in the order of the file. */
  public static final TableQuery ALL = new TableQuery("", List.of(), Optional.empty());

  public TableQuery {
    filters = List.copyOf(filters);
  }

  /**
   * An order by one column; empty cells come last.
   *
   * @param column its position, from 0
   */
  public record Sort(int column, boolean isDescending) {}

  /** Whether every row is wanted. */
  public boolean isForAll() {
    return words.isEmpty() && filters.isEmpty();
  }
}
