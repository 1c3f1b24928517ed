package org.allmende.server.statistics;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allmende.server.statistics.DayCounts.Subject;
import org.allmende.server.statistics.Figures.Total;

/** Counters of several days added up. */
final class Sums {
  private final Map<LocalDate, Map<Counted, Long>> byDay = new HashMap<>();
  private final Map<Subject, Long> bySubject = new HashMap<>();

  /** A copy that can be added to. */
  static Sums of(Sums others) {
    var sums = new Sums();
    others.byDay.forEach((day, kinds) -> sums.byDay.put(day, new EnumMap<>(kinds)));
    sums.bySubject.putAll(others.bySubject);
    return sums;
  }

  void add(LocalDate day, DayCounts counts) {
    counts.each(
        (subject, number) -> {
          byDay
              .computeIfAbsent(day, d -> new EnumMap<>(Counted.class))
              .merge(subject.kind(), number, Long::sum);
          bySubject.merge(subject, number, Long::sum);
        });
  }

  /**
   * The sums as they may be published.
   *
   * @param most addresses to name of each kind
   */
  Figures figures(LocalDate from, LocalDate to, int most) {
    var named = new EnumMap<Counted, List<Total>>(Counted.class);
    for (var kind : Counted.values()) {
      named.put(kind, most(kind, most));
    }
    return new Figures(from, to, byDay, named);
  }

  private List<Total> most(Counted kind, int most) {
    return bySubject.entrySet().stream()
        .filter(sum -> sum.getKey().kind() == kind && Count.published(sum.getValue()) > 0)
        .map(sum -> new Total(sum.getKey().address(), sum.getValue()))
        .sorted(Comparator.comparingLong(Total::number).reversed().thenComparing(Total::address))
        .limit(most)
        .toList();
  }
}
