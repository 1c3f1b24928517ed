package org.allmende.catalog.ledger;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * A follower that many ask and one day somebody closes: it stays open until the last answer is
 * there, and takes no question after that.
 */
final class Shared<F extends Follower> {

  private final F follower;
  private final ReentrantReadWriteLock asking = new ReentrantReadWriteLock();
  private boolean isClosed;

  Shared(F follower) {
    this.follower = follower;
  }

  /** For the one thread that also closes it. */
  F follower() {
    return follower;
  }

  /** The answer; empty when it is closed. An answer is never null. */
  <T> Optional<T> ask(Function<F, T> question) {
    asking.readLock().lock();
    try {
      return isClosed ? Optional.empty() : Optional.of(question.apply(follower));
    } finally {
      asking.readLock().unlock();
    }
  }

  /** Waits for the answers under way. */
  void close() {
    asking.writeLock().lock();
    try {
      isClosed = true;
      follower.close();
    } finally {
      asking.writeLock().unlock();
    }
  }
}
