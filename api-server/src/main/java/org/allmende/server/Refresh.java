package org.allmende.server;

import org.allmende.catalog.Catalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes anew, beside everything else, what another version of the rules computed: views and
 * verdicts after an update of the program or of the settings. Ends when nothing is left.
 */
final class Refresh implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);
  private static final int BATCH = 200;

  private final Catalog catalog;
  private final Thread thread;
  private volatile boolean isClosing;

  private Refresh(Catalog catalog) {
    this.catalog = catalog;
    this.thread = Thread.ofPlatform().name("refresh").daemon().start(this::run);
  }

  /** Begins at once. */
  static Refresh start(Catalog catalog) {
    return new Refresh(catalog);
  }

  private void run() {
    try {
      var total = 0L;
      var done = catalog.refresh(BATCH);
      while (done > 0 && !isClosing) {
        total += done;
        done = catalog.refresh(BATCH);
      }
      if (total > 0) {
        LOG.info("computed {} datasets by the new rules", total);
      }
    } catch (RuntimeException e) {
      LOG.error("datasets could not be computed by the new rules; the next start tries again", e);
    }
  }

  @Override
  public void close() {
    isClosing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
