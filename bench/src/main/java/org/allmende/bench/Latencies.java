package org.allmende.bench;

import java.time.Duration;

/**
 * Counts how long requests took, in 64 steps for each doubling, so that percentiles are right
 * within 2 percent at any scale. For one thread; {@link #add} joins those of several.
 */
final class Latencies {

  private static final int STEP_BITS = 6;
  private static final int STEPS = 1 << STEP_BITS;

  private final long[] counts = new long[STEPS * (64 - STEP_BITS)];
  private long count;
  private long max;

  /** Notes one request. */
  void note(long nanos) {
    counts[bucket(nanos)]++;
    count++;
    max = Math.max(max, nanos);
  }

  /** Adds what another counted. */
  void add(Latencies other) {
    for (var i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    count += other.count;
    max = Math.max(max, other.max);
  }

  /** How many were noted. */
  long count() {
    return count;
  }

  /** The longest. */
  Duration max() {
    return Duration.ofNanos(max);
  }

  /** The time that this share of the requests, such as 0.99, did not exceed; zero for none. */
  Duration percentile(double share) {
    var wanted = (long) Math.ceil(share * count);
    var seen = 0L;
    for (var i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= wanted && seen > 0) {
        return Duration.ofNanos(Math.min(upperEnd(i), max));
      }
    }
    return Duration.ZERO;
  }

  private static int bucket(long nanos) {
    var value = Math.max(0, nanos);
    var shift = Math.max(0, 63 - Long.numberOfLeadingZeros(value | 1) - STEP_BITS);
    return (shift << STEP_BITS) + (int) (value >>> shift);
  }

  private static long upperEnd(int bucket) {
    if (bucket < STEPS * 2) {
      return bucket;
    }
    var shift = (bucket >>> STEP_BITS) - 1;
    var value = (bucket & (STEPS - 1)) + STEPS;
    return ((value + 1L) << shift) - 1;
  }
}
