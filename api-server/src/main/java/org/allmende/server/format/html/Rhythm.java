package org.allmende.server.format.html;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.allmende.vocab.codelist.Concept;

/** How often data shall change, and whether it did ({@code web-ui.md} 7.3). */
final class Rhythm {

  /** Days between two states of the data, by the code of its frequency; others promise nothing. */
  private static final Map<String, Integer> DAYS =
      Map.ofEntries(
          Map.entry("DAILY_2", 1),
          Map.entry("DAILY", 1),
          Map.entry("WEEKLY_3", 3),
          Map.entry("WEEKLY_2", 4),
          Map.entry("WEEKLY", 7),
          Map.entry("BIWEEKLY", 14),
          Map.entry("MONTHLY_3", 11),
          Map.entry("MONTHLY_2", 16),
          Map.entry("MONTHLY", 31),
          Map.entry("BIMONTHLY", 62),
          Map.entry("QUARTERLY", 92),
          Map.entry("ANNUAL_3", 122),
          Map.entry("ANNUAL_2", 184),
          Map.entry("ANNUAL", 366),
          Map.entry("BIENNIAL", 731),
          Map.entry("TRIENNIAL", 1_096),
          Map.entry("QUADRENNIAL", 1_461),
          Map.entry("QUINQUENNIAL", 1_827),
          Map.entry("DECENNIAL", 3_653));

  private Rhythm() {}

  /**
   * When data that last changed then is late; empty when its frequency promises no time. A quarter
   * of the interval, at least a day, is nobody's fault.
   */
  static Optional<Instant> lateFrom(Concept frequency, Instant changed) {
    return Optional.ofNullable(DAYS.get(frequency.code()))
        .map(days -> changed.plus(Duration.ofDays(days + Math.max(1, days / 4))));
  }
}
