package org.allmende.server.ckan;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allmende.catalog.model.Times;

/**
 * The times in ranges: ISO 8601, {@code NOW}, and what is counted or rounded from either, such as
 * {@code NOW-7DAYS/DAY} or {@code 2024-01-31T00:00:00Z+1MONTH}. All of it is UTC; of a day, a month
 * or a year alone the beginning is meant.
 *
 * @param now the time that {@code NOW} means; empty where it means nothing
 */
record CkanTimes(Optional<Instant> now) {

  private static final String NOW = "NOW";

  private static final Pattern MATH =
      Pattern.compile("(?:([+-])(\\d{1,6})|/)([A-Z]{3,12})(?=[-+/]|$)");

  private static final Pattern DAY = Pattern.compile("(\\d{4})(-\\d\\d)?(-\\d\\d)?");
  private static final Pattern WITHOUT_ZONE = Pattern.compile("T\\d\\d:\\d\\d(?::[\\d.]{1,20})?$");
  private static final int LONGEST = 200;

  /**
   * Milliseconds since 1970.
   *
   * @throws IllegalArgumentException when the text is no time; the message says what one looks like
   */
  long millis(String text) {
    if (text.length() > LONGEST) {
      throw unreadable(text);
    }
    try {
      return instant(text).toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" lies beyond the times that can be counted", e);
    }
  }

  /** A time as CKAN writes it, without a zone, or with a space for the T; empty when it is none. */
  static Optional<Instant> written(String text) {
    return Times.parse(iso(text.strip().replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) (?=\\d)", "$1T")));
  }

  private Instant instant(String text) {
    if (now.isPresent() && text.startsWith(NOW)) {
      return moved(now.get(), text.substring(NOW.length()));
    }
    var endOfTime = text.indexOf('Z');
    return endOfTime < 0
        ? parsed(text)
        : moved(parsed(text.substring(0, endOfTime + 1)), text.substring(endOfTime + 1));
  }

  private static Instant parsed(String text) {
    return Times.parse(iso(text)).orElseThrow(() -> unreadable(text));
  }

  /** A time without a zone is CKAN's own spelling of UTC. */
  private static String iso(String text) {
    var day = DAY.matcher(text);
    if (day.matches()) {
      var month = day.group(2) == null ? "-01" : day.group(2);
      return day.group(1) + month + (day.group(3) == null ? "-01" : day.group(3)) + "T00:00:00Z";
    }
    return WITHOUT_ZONE.matcher(text).find() ? text + "Z" : text;
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "expected a time such as 2024-01-31T00:00:00Z or NOW-7DAYS, got \""
            + Excerpt.of(text)
            + "\"");
  }

  private static Instant moved(Instant start, String math) {
    var matcher = MATH.matcher(math);
    var time = start.atZone(ZoneOffset.UTC);
    var read = 0;
    while (matcher.find() && matcher.start() == read) {
      time = step(time, matcher);
      read = matcher.end();
    }
    if (read != math.length()) {
      throw new IllegalArgumentException(
          "could not read \"" + math + "\", which is to be added to or rounded from a time");
    }
    return time.toInstant();
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
      case "YEAR", "YEARS" -> ChronoUnit.YEARS;
      case "MONTH", "MONTHS" -> ChronoUnit.MONTHS;
      case "DAY", "DAYS", "DATE" -> ChronoUnit.DAYS;
      case "HOUR", "HOURS" -> ChronoUnit.HOURS;
      case "MINUTE", "MINUTES" -> ChronoUnit.MINUTES;
      case "SECOND", "SECONDS" -> ChronoUnit.SECONDS;
      case "MILLI", "MILLIS", "MILLISECOND", "MILLISECONDS" -> ChronoUnit.MILLIS;
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
