package org.allmende.server.statistics;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of some days, as they may be published: sums are those of the true counts, each below
 * {@link Count#LEAST} is 0.
 *
 * @param from the first day
 * @param to the last day
 * @param days the sums by day; a day without any is missing
 * @param most by kind the addresses that were asked for most often
 */
public record Figures(
    LocalDate from,
    LocalDate to,
    Map<LocalDate, Map<Counted, Long>> days,
    Map<Counted, List<Total>> most) {

  public Figures {
    days = Collections.unmodifiableMap(new TreeMap<>(days));
    most = Collections.unmodifiableMap(new EnumMap<>(most));
  }

  /** How often an address was asked for in all these days; {@link Count#LEAST} or more. */
  public record Total(String address, long number) {}

  /** The figure of a kind on a day. */
  public long on(LocalDate day, Counted kind) {
    return Count.published(days.getOrDefault(day, Map.of()).getOrDefault(kind, 0L));
  }

  /** The figure of a kind in all these days. */
  public long sum(Counted kind) {
    return Count.published(
        days.values().stream().mapToLong(day -> day.getOrDefault(kind, 0L)).sum());
  }

  /** The addresses of a kind, the most frequent first. */
  public List<Total> most(Counted kind) {
    return most.getOrDefault(kind, List.of());
  }
}
