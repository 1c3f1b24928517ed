package org.allmende.harvest.source.table;

import java.util.List;

/**
 * A file beside those that are written of a table: the source's own, a summary, another form. It
 * becomes one more distribution of the table's dataset.
 *
 * @param output its kind; also the name from which its distribution's id follows
 * @param body its content
 */
public record Attachment(String output, byte[] body) {

  /** The document as it came. */
  public static final String ORIGINAL = "original";

  /** Counts by month, as CSV. */
  public static final String MONTHLY = "monthly";

  /** Counts by week, as CSV. */
  public static final String WEEKLY = "weekly";

  /** Public services in the words of CPSV-AP, as Turtle. */
  public static final String CPSV = "cpsv";

  /** The kinds there are. */
  static final List<String> KINDS = List.of(ORIGINAL, MONTHLY, WEEKLY, CPSV);

  public Attachment {
    if (!KINDS.contains(output)) {
      throw new IllegalArgumentException(
          "unknown attachment \"" + output + "\". Known: " + String.join(", ", KINDS) + ".");
    }
  }
}
