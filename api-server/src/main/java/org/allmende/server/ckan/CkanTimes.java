package org.allmende.server.ckan;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allmende.catalog.model.Times;

/**
 * The times in ranges: ISO 8601, {@code NOW}, and what is counted or rounded from it, such as
 * {@code NOW-7DAYS/DAY}. All of it is UTC.
 *
 * @param now the time that {@code NOW} means; empty where it means nothing
 */
record CkanTimes(Optional<Instant> now) {

  static final CkanTimes WITHOUT_NOW = new CkanTimes(Optional.empty());

  private static final Pattern MATH =
      Pattern.compile("(?:([+-])(\\d{1,6})|/)([A-Z]+?)S?(?=[-+/]|$)");

  /** Milliseconds since 1970. */
  long millis(String text) {
    if (now.isPresent() && text.startsWith("NOW")) {
      return moved(now.get().atZone(ZoneOffset.UTC), text.substring(3)).toInstant().toEpochMilli();
    }
    return read(text)
        .map(Instant::toEpochMilli)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected a time such as 2024-01-31T00:00:00Z or NOW-7DAYS, got \""
                        + text
                        + "\""));
  }

  /** A date or a time; one without a zone is CKAN's own spelling of UTC. */
  static Optional<Instant> read(String text) {
    var iso = text.strip().replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) (?=\\d)", "$1T");
    return Times.parse(iso.matches(".*T\\d\\d:\\d\\d(:[\\d.]+)?") ? iso + "Z" : iso);
  }

  private static ZonedDateTime moved(ZonedDateTime start, String math) {
    var matcher = MATH.matcher(math);
    var time = start;
    var read = 0;
    while (matcher.find() && matcher.start() == read) {
      time = step(time, matcher);
      read = matcher.end();
    }
    if (read != math.length()) {
      throw new IllegalArgumentException("could not read NOW" + math);
    }
    return time;
  }

  private static ZonedDateTime step(ZonedDateTime time, Matcher step) {
    var unit = unit(step.group(3));
    var count = step.group(2);
    if (count == null) {
      return floor(time, unit);
    }
    return time.plus(Long.parseLong(step.group(1) + count), unit);
  }

  private static ChronoUnit unit(String name) {
    return switch (name) {
      case "YEAR" -> ChronoUnit.YEARS;
      case "MONTH" -> ChronoUnit.MONTHS;
      case "DAY" -> ChronoUnit.DAYS;
      case "HOUR" -> ChronoUnit.HOURS;
      case "MINUTE" -> ChronoUnit.MINUTES;
      case "SECOND" -> ChronoUnit.SECONDS;
      default -> throw new IllegalArgumentException("there is no unit of time " + name);
    };
  }

  private static ZonedDateTime floor(ZonedDateTime time, ChronoUnit unit) {
    return switch (unit) {
      case YEARS -> time.withDayOfYear(1).truncatedTo(ChronoUnit.DAYS);
      case MONTHS -> time.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
      default -> time.truncatedTo(unit);
    };
  }
}
