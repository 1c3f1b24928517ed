package org.allmende.server.validate;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.allmende.server.http.Problem;

/**
 * How much may be in work at one time, in some unit. Who comes when too much of it is taken waits a
 * moment, and is then asked to come again.
 */
final class Budget {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration COME_AGAIN = Duration.ofSeconds(5);

  private final int all;
  private final Semaphore left;

  Budget(long all) {
    this.all = Math.clamp(all, 1, Integer.MAX_VALUE);
    this.left = new Semaphore(this.all, true);
  }

  /** Work that takes a part of the budget as long as it lasts. */
  @FunctionalInterface
  interface Work<T> {
    T done() throws IOException;
  }

  /** The whole budget. */
  long all() {
    return all;
  }

  /** Does the work with a part of the budget; one that is more than all of it takes it all. */
  <T> T spend(long part, Work<T> work) throws IOException {
    var taken = Math.clamp(part, 1, all);
    if (!isTaken(taken)) {
      throw Problem.unavailable(
              "As many documents are being validated as this server admits at once.", COME_AGAIN)
          .asException();
    }
    try {
      return work.done();
    } finally {
      left.release(taken);
    }
  }

  private boolean isTaken(int part) {
    try {
      return left.tryAcquire(part, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
