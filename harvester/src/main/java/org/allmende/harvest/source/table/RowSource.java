package org.allmende.harvest.source.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Rows one after another, so that a register of the whole country never stands in memory. */
public interface RowSource {

  /** The columns; more may come while rows are read. */
  ColumnNames columns();

  /**
   * Hands every row to {@code sink}, in the order of the source.
   *
   * @throws IOException when the source as a whole cannot be read; the message says where, what was
   *     expected, what came
   */
  Envelope read(Consumer<RawRow> sink) throws IOException;

  /**
   * The same for rows most of which are not wanted. Each row is shown to {@code isOwn} first, where
   * it may have those cells alone by which one tells whose it is; those that pass come whole.
   */
  default Envelope read(Predicate<RawRow> isOwn, Consumer<RawRow> sink) throws IOException {
    return read(
        row -> {
          if (isOwn.test(row)) {
            sink.accept(row);
          }
        });
  }

  /**
   * What a source says beside its rows.
   *
   * @param encoding charset used; empty where there was no choice
   * @param texts what stands around the rows and may name the state date, such as lines before the
   *     header
   * @param crs the coordinate system that the document declares
   * @param warnings what the operator should know
   */
  record Envelope(String encoding, List<String> texts, Optional<String> crs, List<Note> warnings) {
    public Envelope {
      texts = List.copyOf(texts);
      warnings = List.copyOf(warnings);
    }
  }
}
