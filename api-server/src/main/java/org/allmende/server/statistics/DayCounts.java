package org.allmende.server.statistics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ObjLongConsumer;

/** The counters of one day. Any number of threads may count while another one reads. */
final class DayCounts {
  /** No day has more addresses; what comes on top is not counted. */
  private static final int MOST = 500_000;

  private final Map<Subject, LongAdder> counters = new ConcurrentHashMap<>();
  private volatile boolean isChanged;

  /** What one counter counts. */
  record Subject(Counted kind, String address) {}

  void add(Subject subject, long number) {
    var known = counters.get(subject);
    if (known == null && counters.size() >= MOST) {
      return;
    }
    // Most have been seen before, and to look costs less than to compute when absent.
    (known != null ? known : counters.computeIfAbsent(subject, s -> new LongAdder())).add(number);
    isChanged = true;
  }

  void each(ObjLongConsumer<Subject> consumer) {
    counters.forEach((subject, number) -> consumer.accept(subject, number.sum()));
  }

  /** True once for each time that something was counted since it was asked last. */
  boolean takeChange() {
    var was = isChanged;
    isChanged = false;
    return was;
  }

  /** Says that what was taken could not be kept. */
  void returnChange() {
    isChanged = true;
  }
}
