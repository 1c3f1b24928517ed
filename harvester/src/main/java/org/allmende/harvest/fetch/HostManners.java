package org.allmende.harvest.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One request at a time per host, with a pause between two ({@code sources.md} 2.1). Shared by all
 * runs of a process.
 */
final class HostManners {

  private final Map<String, Turn> turns = new ConcurrentHashMap<>();

  /** A host's turn: who holds the lock may ask. */
  private static final class Turn {
    private final ReentrantLock lock = new ReentrantLock();
    private Instant last = Instant.EPOCH;
  }

  /** Takes the host's turn, after the pause; the caller ends it with {@link #leave}. */
  void enter(String host, Duration pause, Clock clock, Waiter waiter) throws InterruptedException {
    var turn = turns.computeIfAbsent(host, name -> new Turn());
    turn.lock.lockInterruptibly();
    try {
      var rest = pause.minus(Duration.between(turn.last, clock.instant()));
      if (rest.isPositive()) {
        // A clock that was set back must not turn a pause into hours.
        waiter.pause(rest.compareTo(pause) > 0 ? pause : rest);
      }
    } catch (InterruptedException e) {
      turn.lock.unlock();
      throw e;
    }
  }

  void leave(String host, Clock clock) {
    var turn = turns.get(host);
    if (turn != null) {
      turn.last = clock.instant();
      turn.lock.unlock();
    }
  }
}
