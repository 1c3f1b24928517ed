package org.allmende.harvest;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
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
          ExecutionTime.forCron(parse(cron.expression()))
              .nextExecution(last.atZone(ZoneId.of(zone)))
              .map(ZonedDateTime::toInstant);
    };
  }

  /** What is wrong with a cron expression; empty if nothing. For whoever reads the settings. */
  public static Optional<String> complaint(String expression) {
    try {
      parse(expression);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(
          "expected five fields such as \"15 3 * * *\" (minute, hour, day, month, weekday), got \""
              + expression
              + "\": "
              + e.getMessage());
    }
  }

  private static Cron parse(String expression) {
    var unix = CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX);
    return new CronParser(unix).parse(expression).validate();
  }
}
