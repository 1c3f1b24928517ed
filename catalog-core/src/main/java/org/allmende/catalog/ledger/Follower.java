package org.allmende.catalog.ledger;

import java.util.List;
import org.allmende.catalog.CatalogEntry;

/**
 * What applies revisions in order: a view of the ledger that can be deleted and rebuilt at any
 * time.
 *
 * <p>{@link #apply} is called by one thread at a time. Steps are idempotent; after a crash the same
 * batch may come again.
 */
public interface Follower extends AutoCloseable {

  /** The sequence number it has reached, durably; 0 when it is empty. */
  long position();

  /**
   * Applies a batch and records {@code position} in the same commit.
   *
   * @param batch the newest state of each dataset that changed, in order of sequence
   * @param position the sequence number reached with it
   */
  void apply(List<CatalogEntry> batch, long position);

  @Override
  void close();
}
