package org.allmende.harvest.source.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.allmende.harvest.source.table.RowSource.Envelope;

/** Reads a source no further than it takes for some rows. */
final class FirstRows {

  private FirstRows() {}

  /** Ends a reading from inside: the only way out of a source that hands on its rows. */
  private static final class EnoughException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EnoughException() {
      super("enough rows were read", null, false, false);
    }
  }

  /**
   * Hands on rows until there are enough; answers what the source says beside them, if it came so
   * far.
   */
  static Envelope read(RowSource source, Consumer<RawRow> sink, BooleanSupplier isEnough)
      throws IOException {
    return read(source, row -> true, sink, isEnough);
  }

  /** The same of a source most of whose rows are not wanted. */
  static Envelope read(
      RowSource source, Predicate<RawRow> isOwn, Consumer<RawRow> sink, BooleanSupplier isEnough)
      throws IOException {
    try {
      return source.read(
          isOwn,
          row -> {
            sink.accept(row);
            if (isEnough.getAsBoolean()) {
              throw new EnoughException();
            }
          });
    } catch (EnoughException e) {
      return new Envelope("", List.of(), Optional.empty(), List.of());
    }
  }
}
