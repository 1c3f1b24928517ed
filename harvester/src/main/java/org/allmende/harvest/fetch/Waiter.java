package org.allmende.harvest.fetch;

import java.time.Duration;

/** Lets time pass between requests; a test only counts it. */
@FunctionalInterface
public interface Waiter {

  /** Waits this long. */
  void pause(Duration length) throws InterruptedException;

  /** Waits on the clock on the wall. */
  static Waiter sleeping() {
    return length -> Thread.sleep(length);
  }
}
