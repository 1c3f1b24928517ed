package org.allmende.server.preview;

import java.util.List;
import java.util.Optional;

/**
 * What a column holds, counted over the rows of a query.
 *
 * @param column which
 * @param rows how many rows there are
 * @param filled how many have a value
 * @param distinct how many different values there are
 * @param range the smallest, the middle and the greatest; for numbers and days
 * @param top the most frequent values, at most five; for texts
 */
public record ColumnProfile(
    TableColumn column,
    long rows,
    long filled,
    long distinct,
    Optional<Range> range,
    List<Frequent> top) {

  public ColumnProfile {
    top = List.copyOf(top);
  }

  /** Ends and middle of a column's values, as they are compared. */
  public record Range(String smallest, String middle, String greatest) {}

  /** A value and how often it stands there. */
  public record Frequent(String value, long count) {}
}
