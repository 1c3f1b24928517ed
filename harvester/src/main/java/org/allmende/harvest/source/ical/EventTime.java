package org.allmende.harvest.source.ical;

import biweekly.component.VEvent;
import biweekly.util.ICalDate;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an event is.
 *
 * @param start its beginning; of whole days the beginning of the first in Germany
 * @param length until its end; zero when it tells none
 * @param isAllDay whether it is of whole days
 * @param meant for one time of a recurring event when it was meant to begin
 */
record EventTime(Instant start, Duration length, boolean isAllDay, Optional<Instant> meant) {

  /** The time of an event, of one that recurs the first time. */
  static EventTime of(VEvent event) {
    if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
      throw new IllegalArgumentException("no DTSTART");
    }
    var first = event.getDateStart().getValue();
    var isAllDay = !first.hasTime();
    var end = event.getDateEnd() == null ? null : event.getDateEnd().getValue();
    return new EventTime(first.toInstant(), length(event, first, end), isAllDay, Optional.empty());
  }

  private static Duration length(VEvent event, ICalDate start, @Nullable ICalDate end) {
    var length = Duration.ZERO;
    if (end != null) {
      length = Duration.between(start.toInstant(), end.toInstant());
    } else if (event.getDuration() != null && event.getDuration().getValue() != null) {
      length = Duration.ofMillis(event.getDuration().getValue().toMillis());
    }
    return length.isNegative() ? Duration.ZERO : length;
  }

  /** The same event at another of its times. */
  EventTime startingAt(Instant time) {
    return new EventTime(time, length, isAllDay, Optional.of(time));
  }

  /** The same in place of a time that was meant. */
  EventTime meantFor(Instant time) {
    return new EventTime(start, length, isAllDay, Optional.of(time));
  }

  boolean isWithin(Instant from, Instant to) {
    return !start.isAfter(to) && !start.plus(length).isBefore(from);
  }

  /** Says when it is; an end of whole days is exclusive in calendars, and the last day here. */
  void describe(ObjectNode values) {
    values.put("start", shown(start));
    if (isAllDay) {
      values.put("end", lastDay().toString());
    } else if (!length.isZero()) {
      values.put("end", shown(start.plus(length)));
    }
    values.put("all_day", isAllDay);
    meant.ifPresent(time -> values.put("recurrence", shown(time)));
  }

  private LocalDate lastDay() {
    var first = day(start);
    var end = day(start.plus(length));
    return end.isAfter(first) ? end.minusDays(1) : first;
  }

  private String shown(Instant time) {
    return isAllDay ? day(time).toString() : german(time);
  }

  private static LocalDate day(Instant time) {
    return time.atZone(IcalRows.germany()).toLocalDate();
  }

  static String german(Instant time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        time.atZone(IcalRows.germany()).toOffsetDateTime());
  }
}
