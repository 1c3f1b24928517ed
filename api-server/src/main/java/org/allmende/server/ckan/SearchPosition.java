package org.allmende.server.ckan;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.allmende.catalog.ledger.Following;

/**
 * How far the search index has followed the ledger.
 *
 * @param index the index as it follows
 */
public record SearchPosition(Following<?> index) implements LongSupplier {

  /** A write is answered after this time even when the index lags behind (DESIGN 1). */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** The sequence number that a search sees; costs next to nothing. */
  @Override
  public long getAsLong() {
    return index.position();
  }

  /** Waits until a search sees what was recorded under this number, two seconds at most. */
  void await(long sequence) {
    try {
      var unused = index.await(sequence, PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
