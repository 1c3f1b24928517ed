package org.allmende.catalog.search;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something made of the state of an index that costs a moment to make, such as a dictionary of its
 * words. Of a small index it is made anew whenever the state has changed, so that it is never
 * behind. Of a large one it is made on a thread of its own from time to time, and the last one
 * serves meanwhile. Any number of threads may ask.
 *
 * @param <T> what is made; immutable
 */
public final class Derived<T> {

  private static final Logger LOG = LoggerFactory.getLogger(Derived.class);

  /** An index with fewer datasets is small. */
  private static final int LARGE = 5_000;

  /** Time from one to the next, in units of what the last one took: 2 % of one core. */
  private static final int REST = 50;

  private static final Duration LEAST_REST = Duration.ofSeconds(10);

  private final String name;
  private final AtomicBoolean isMaking = new AtomicBoolean();
  private volatile @Nullable Made<T> made;

  private record Made<T>(T value, long position, long readyNanos, long tookNanos) {
    boolean isStale() {
      var rest = Math.max(LEAST_REST.toNanos(), REST * tookNanos);
      return System.nanoTime() - readyNanos > rest;
    }
  }

  /**
   * @param name of the thread
   */
  public Derived(String name) {
    this.name = name;
  }

  /**
   * What is made of the index.
   *
   * @param position the state that the index has now
   * @param datasets how many it holds
   * @param maker makes it of the newest state
   */
  public T at(long position, long datasets, Supplier<T> maker) {
    var now = made;
    if (now != null && now.position() == position) {
      return now.value();
    }
    if (now == null || datasets < LARGE) {
      return make(position, maker);
    }
    if (now.isStale()) {
      makeBeside(position, maker);
    }
    return now.value();
  }

  /** Begins to make it where that takes a while, so that nobody has to wait for the first one. */
  public void prepare(long position, long datasets, Supplier<T> maker) {
    var now = made;
    if (datasets >= LARGE && (now == null || now.isStale())) {
      makeBeside(position, maker);
    }
  }

  private synchronized T make(long position, Supplier<T> maker) {
    var now = made;
    if (now != null && now.position() == position) {
      return now.value();
    }
    var start = System.nanoTime();
    var value = maker.get();
    var end = System.nanoTime();
    made = new Made<>(value, position, end, end - start);
    return value;
  }

  private void makeBeside(long position, Supplier<T> maker) {
    if (!isMaking.compareAndSet(false, true)) {
      return;
    }
    Thread.ofPlatform()
        .name(name)
        .daemon()
        .start(
            () -> {
              try {
                make(position, maker);
              } catch (RuntimeException e) {
                LOG.debug("{}: not made, the last one serves on; was the index closed?", name, e);
              } finally {
                isMaking.set(false);
              }
            });
  }
}
