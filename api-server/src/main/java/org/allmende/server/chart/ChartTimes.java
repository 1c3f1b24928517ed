package org.allmende.server.chart;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Times as keys of a chart: the beginning of an ISO time, from its year to its minute. */
final class ChartTimes {

  private static final int YEAR = 4;
  private static final int MONTH = 7;
  private static final int DAY = 10;
  private static final int HOUR = 13;
  private static final double MINUTES_A_DAY = 24 * 60;

  /** How exactly a time may be told, the most exact first. */
  static final List<Integer> LENGTHS = List.of(16, HOUR, DAY, MONTH, YEAR);

  private ChartTimes() {}

  /** Days since 1970; empty for what is no day of the calendar. */
  static OptionalDouble days(String key) {
    try {
      return OptionalDouble.of(day(key).toEpochDay() + minutes(key) / MINUTES_A_DAY);
    } catch (DateTimeException | NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static LocalDate day(String key) {
    return LocalDate.of(
        Integer.parseInt(key.substring(0, YEAR)),
        key.length() >= MONTH ? Integer.parseInt(key.substring(5, MONTH)) : 1,
        key.length() >= DAY ? Integer.parseInt(key.substring(8, DAY)) : 1);
  }

  private static int minutes(String key) {
    return key.length() < HOUR
        ? 0
        : 60 * Integer.parseInt(key.substring(11, HOUR))
            + (key.length() < 16 ? 0 : Integer.parseInt(key.substring(14, 16)));
  }

  /**
   * The keys from the first to the last with none left out; the same list when times are told too
   * exactly for that, or when there would be more than {@code most}.
   */
  static List<String> withoutHoles(List<String> keys, int most) {
    if (keys.isEmpty() || keys.getFirst().length() > DAY) {
      return keys;
    }
    var length = keys.getFirst().length();
    var all = new ArrayList<String>();
    var last = day(keys.getLast());
    for (var at = day(keys.getFirst()); !at.isAfter(last); at = next(at, length)) {
      if (all.size() == most) {
        return keys;
      }
      all.add(at.toString().substring(0, length));
    }
    return all;
  }

  private static LocalDate next(LocalDate day, int length) {
    return switch (length) {
      case YEAR -> day.plusYears(1);
      case MONTH -> day.plusMonths(1);
      default -> day.plusDays(1);
    };
  }

  /** As people write it: 2026, Mai 2026, 03.05.2026, 03.05.2026 14:00. */
  static String label(String key, Locale locale) {
    if (key.length() < MONTH) {
      return key;
    }
    var day = day(key);
    if (key.length() < DAY) {
      return Month.from(day).getDisplayName(TextStyle.SHORT_STANDALONE, locale)
          + " "
          + key.substring(0, YEAR);
    }
    var words =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    return key.length() < HOUR
        ? words
        : words + " " + key.substring(11) + (key.length() < 16 ? ":00" : "");
  }
}
