package org.allmende.catalog.ledger;

import java.util.function.Function;

/** Drives one follower: keeps it at the ledger's heels, rebuilds it beside itself, swaps. */
public final class Following<F extends Follower> implements AutoCloseable {

  /**
   * Asks the live follower; it stays open until the answer is there, also while a rebuild swaps.
   */
  public <T> T ask(Function<F, T> question) {
    throw new UnsupportedOperationException();
  }

  /** The follower's name. */
  public String name() {
    throw new UnsupportedOperationException();
  }

  /** The sequence number the live follower has reached. */
  public long position() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
