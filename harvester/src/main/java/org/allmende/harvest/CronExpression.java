package org.allmende.harvest;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A cron expression of Unix: minute, hour, day of the month, month, day of the week; numbers, names
 * ({@code mon}, {@code jan}), lists, ranges and steps. When both days are restricted, either
 * counts.
 *
 * <p>A local time that a change of clocks skips runs at the moment of the change; one that comes
 * twice runs once.
 */
public final class CronExpression {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  /** February 29 comes every four years, once in eight. */
  private static final int DAYS_LOOKED_AT = 8 * 366;

  private final BitSet minutes;
  private final BitSet hours;
  private final BitSet daysOfMonth;
  private final BitSet months;
  private final BitSet daysOfWeek;
  private final boolean isEitherDay;

  private CronExpression(String[] fields) {
    this.minutes = field("minute", fields[0], 0, 59, List.of());
    this.hours = field("hour", fields[1], 0, 23, List.of());
    this.daysOfMonth = field("day of the month", fields[2], 1, 31, List.of());
    this.months = field("month", fields[3], 1, 12, MONTHS);
    this.daysOfWeek = field("day of the week", fields[4], 0, 7, DAYS);
    if (daysOfWeek.get(7)) {
      daysOfWeek.set(0);
    }
    this.isEitherDay = !fields[2].startsWith("*") && !fields[4].startsWith("*");
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException when it is none; the message says which field is wrong
   */
  public static CronExpression parse(String text) {
    var fields = text.strip().split("\\s+");
    if (fields.length != 5) {
      throw new IllegalArgumentException(
          "a cron expression has five fields (minute, hour, day, month, weekday) such as \"15 3 * *"
              + " *\", got \""
              + text
              + "\"");
    }
    return new CronExpression(fields);
  }

  private static BitSet field(String name, String text, int from, int to, List<String> names) {
    var values = new BitSet(to + 1);
    for (var part : text.split(",", -1)) {
      try {
        add(part.toLowerCase(Locale.ROOT), from, to, names, values);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            name + ": expected numbers from " + from + " to " + to + ", got \"" + text + "\"", e);
      }
    }
    return values;
  }

  private static void add(String part, int from, int to, List<String> names, BitSet into) {
    var stepped = part.split("/", 2);
    var step = stepped.length == 2 ? Integer.parseInt(stepped[1]) : 1;
    var range = stepped[0].split("-", 2);
    var isAll = stepped[0].equals("*");
    var first = isAll ? from : number(range[0], from, names);
    var last = isAll ? to : number(range[range.length - 1], from, names);
    if (!isAll && range.length == 1 && stepped.length == 2) {
      last = to;
    }
    if (first < from || last > to || first > last || step < 1) {
      throw new IllegalArgumentException(part);
    }
    for (int value = first; value <= last; value += step) {
      into.set(value);
    }
  }

  private static int number(String text, int from, List<String> names) {
    var index = names.indexOf(text);
    return index >= 0 ? index + from : Integer.parseInt(text);
  }

  /** The first time after this one; empty when there is none, as for February 30. */
  public Optional<ZonedDateTime> after(ZonedDateTime time) {
    var day = time.toLocalDate();
    for (int i = 0; i < DAYS_LOOKED_AT; i++) {
      var found = isOn(day) ? onDay(day, time) : Optional.<ZonedDateTime>empty();
      if (found.isPresent()) {
        return found;
      }
      day = day.plusDays(1);
    }
    return Optional.empty();
  }

  private boolean isOn(LocalDate day) {
    var isDayOfMonth = daysOfMonth.get(day.getDayOfMonth());
    var isDayOfWeek = daysOfWeek.get(day.getDayOfWeek().getValue() % 7);
    var isDay = isEitherDay ? isDayOfMonth || isDayOfWeek : isDayOfMonth && isDayOfWeek;
    return months.get(day.getMonthValue()) && isDay;
  }

  private Optional<ZonedDateTime> onDay(LocalDate day, ZonedDateTime after) {
    for (int hour = hours.nextSetBit(0); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
      for (int m = minutes.nextSetBit(0); m >= 0; m = minutes.nextSetBit(m + 1)) {
        var time = ZonedDateTime.of(day, LocalTime.of(hour, m), after.getZone());
        if (time.isAfter(after)) {
          return Optional.of(time);
        }
      }
    }
    return Optional.empty();
  }
}
