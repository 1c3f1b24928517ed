package org.allmende.harvest.source.ready;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.allmende.harvest.source.table.Note;

/**
 * Rewrites the rows of a source, in whatever year's layout they come, under the column names that
 * the type's mapping knows. Free of state.
 */
interface RowShape {

  /** The columns of the rewritten rows, in order. */
  List<String> columns();

  /**
   * Rewrites one row; columns that it does not set stay empty.
   *
   * @param row the source's cells by name
   * @param into the rewritten cells by name
   * @throws LeftOutException when the row is not wanted
   */
  void shape(Cells row, ObjectNode into) throws LeftOutException;

  /**
   * Rewrites those columns alone by which a row is known as the municipality's, for registers most
   * of whose rows are others'.
   *
   * @return false where that takes the whole row, and nothing was done
   */
  default boolean locate(Cells row, ObjectNode into) {
    return false;
  }

  /** Whether columns that nobody asked for are told to the operator. */
  default boolean tellsUnknown() {
    return true;
  }

  /** A row that is read and not published, with the reason for the report. */
  final class LeftOutException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Note why;

    LeftOutException(Note why) {
      super(why.toString());
      this.why = why;
    }

    Note why() {
      return why;
    }
  }
}
