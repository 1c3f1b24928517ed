package org.allmende.harvest.book;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.allmende.harvest.HarvestSource.Schedule;

/** How often a source is harvested, in the words of CKAN's harvest API. */
public enum Frequency {
  /** When somebody asks for it. */
  MANUAL(Duration.ZERO),
  MONTHLY(Duration.ofDays(30)),
  WEEKLY(Duration.ofDays(7)),
  BIWEEKLY(Duration.ofDays(14)),
  DAILY(Duration.ofDays(1)),
  /** CKAN means "whenever its cron job comes by", which is every quarter of an hour. */
  ALWAYS(Duration.ofMinutes(15));

  private final Duration interval;

  Frequency(Duration interval) {
    this.interval = interval;
  }

  /** The frequency of this name, in whatever case. */
  public static Optional<Frequency> find(String name) {
    return Arrays.stream(values()).filter(f -> f.name().equalsIgnoreCase(name)).findFirst();
  }

  /** When a source of this frequency is due; empty: by hand only. */
  Optional<Schedule> schedule() {
    return interval.isZero() ? Optional.empty() : Optional.of(new Schedule.Every(interval));
  }

  /** The word that comes nearest to a schedule of the settings file. */
  public static Frequency of(Optional<Schedule> schedule) {
    return schedule
        .map(
            wanted ->
                switch (wanted) {
                  case Schedule.Every every -> nearest(every.interval());
                  case Schedule.Cron cron -> DAILY;
                })
        .orElse(MANUAL);
  }

  private static Frequency nearest(Duration interval) {
    for (var frequency : new Frequency[] {ALWAYS, DAILY, WEEKLY, BIWEEKLY}) {
      if (interval.compareTo(frequency.interval.multipliedBy(5).dividedBy(4)) <= 0) {
        return frequency;
      }
    }
    return MONTHLY;
  }
}
