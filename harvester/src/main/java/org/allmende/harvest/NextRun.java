package org.allmende.harvest;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When a source is harvested next. */
public final class NextRun {

  private NextRun() {}

  /**
   * The first time after {@code last} that a schedule names.
   *
   * @param last when the last run began
   * @param zone in which cron expressions are meant
   */
  public static Optional<Instant> after(
      HarvestSource.Schedule schedule, Instant last, String zone) {
    return switch (schedule) {
      case HarvestSource.Schedule.Every every -> Optional.of(last.plus(every.interval()));
      case HarvestSource.Schedule.Cron cron ->
          CronExpression.parse(cron.expression())
              .after(last.atZone(ZoneId.of(zone)))
              .map(ZonedDateTime::toInstant);
    };
  }
}
