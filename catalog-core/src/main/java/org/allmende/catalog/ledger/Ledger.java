package org.allmende.catalog.ledger;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Holds the catalog: every revision of every dataset, in the order in which they were published,
 * and beside them the address book, the organizations, the runs.
 *
 * <ul>
 *   <li>{@link #write} makes all changes of its lambda durable together, or none; no reader ever
 *       sees half of them.
 *   <li>{@link #read} shows one consistent state, however long it takes and whatever is written.
 *   <li>Sequence numbers grow with each revision and survive a restart.
 *   <li>A missing dataset is an empty Optional, never an error; a ledger out of reach is a {@link
 *       LedgerException}.
 * </ul>
 *
 * Safe for any number of readers beside one writer; a second writer, also of another process,
 * waits. Close it to release the file. Every implementation passes {@code LedgerContract}.
 */
public interface Ledger extends AutoCloseable {

  /** Answers from one consistent state. */
  <T> T read(Function<LedgerSnapshot, T> question);

  /** Changes in one durable transaction; an exception undoes all of it. */
  <T> T write(Function<LedgerTransaction, T> change);

  /**
   * Calls {@code listener} with the last sequence number after each commit of this process, on the
   * writing thread; it must not block.
   */
  void onCommit(Consumer<Long> listener);

  /** Waits for those who read or write; whoever comes later gets a {@link LedgerException}. */
  @Override
  void close();
}
