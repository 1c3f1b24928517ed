package org.allmende.catalog.ledger;

import java.util.Iterator;
import java.util.List;
import org.allmende.catalog.CatalogEntry;

/**
 * What applies revisions in order: a view of the ledger that can be deleted and rebuilt at any
 * time.
 *
 * <p>{@link #fill} and {@link #apply} are called by one thread at a time. Steps are idempotent;
 * after a crash the same batch may come again.
 */
public interface Follower extends AutoCloseable {

  /**
   * The sequence number that it answers from; 0 when it is empty. After a crash it may be less, and
   * what came after it comes again.
   */
  long position();

  /**
   * Fills an empty follower with a whole catalog: much faster than {@link #apply}, since nothing
   * can be there that would have to be replaced, and one commit at the end holds it all. When it
   * throws, the follower is to be thrown away.
   *
   * @param batches the current state of datasets, no dataset twice; it may throw to end the filling
   * @param position the sequence number reached with the last batch
   */
  void fill(Iterator<List<CatalogEntry>> batches, long position);

  /**
   * Applies a batch and records {@code position} in the same commit.
   *
   * @param batch the newest state of each dataset that changed, in order of sequence
   * @param position the sequence number reached with it
   */
  void apply(List<CatalogEntry> batch, long position);

  /** Makes durable what was applied; called when there is nothing to apply. */
  default void settle() {}

  /** True when a new one, filled from the ledger, would take far less disk. */
  boolean isBloated();

  @Override
  void close();
}
