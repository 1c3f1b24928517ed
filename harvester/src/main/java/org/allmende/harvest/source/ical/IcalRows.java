package org.allmende.harvest.source.ical;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import biweekly.property.Categories;
import biweekly.property.ICalProperty;
import biweekly.property.TextProperty;
import biweekly.util.Frequency;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.source.table.ColumnNames;
import org.allmende.harvest.source.table.JsonCells;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.RawRow;
import org.allmende.harvest.source.table.RowSource;
import org.allmende.harvest.source.table.Shapes;
import org.allmende.harvest.source.table.TextDecoder;
import org.jspecify.annotations.Nullable;

/**
 * The events of calendars. Columns: {@code uid}, {@code start}, {@code end}, {@code all_day},
 * {@code summary}, {@code description}, {@code location}, {@code url}, {@code status}, {@code
 * categories}, {@code recurrence} (when this time of a recurring event was meant to be), {@code
 * updated}. Days and times are German ones; the end of an event of whole days is its last day. Who
 * organizes or attends is not taken ({@code sources.md} 2.9).
 */
final class IcalRows implements RowSource {

  static final TimeZone GERMANY = TimeZone.getTimeZone("Europe/Berlin");

  /** Times told of one event: more than four a day for a year. */
  private static final int MOST_TIMES = 2_000;

  private static final Set<Frequency> TOO_OFTEN = Set.of(Frequency.SECONDLY, Frequency.MINUTELY);

  private final ColumnNames columns = ColumnNames.of(List.of());
  private final JsonCells cells = new JsonCells(columns);
  private final byte[] bytes;
  private final String place;
  private final Mapping mapping;
  private final Instant from;
  private final Instant to;
  private final List<Note> warnings = new ArrayList<>();
  private int number;

  IcalRows(byte[] bytes, String place, Mapping mapping, Instant now) {
    this.bytes = bytes;
    this.place = place;
    this.mapping = mapping;
    this.from = now.minus(mapping.select().window().past());
    this.to = now.plus(mapping.select().window().future());
  }

  @Override
  public ColumnNames columns() {
    return columns;
  }

  @Override
  public Envelope read(Consumer<RawRow> sink) throws IOException {
    var text = TextDecoder.open(unfolded(bytes), place, mapping);
    var hasCalendar = false;
    try (var reader = new ICalReader(text.reader())) {
      reader.setDefaultTimezone(GERMANY);
      for (var calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
        hasCalendar = true;
        read(calendar, sink);
      }
    }
    if (!hasCalendar) {
      throw SourceException.of("ical-none", place);
    }
    return new Envelope(text.encoding(), List.of(), Optional.empty(), warnings);
  }

  /**
   * The bytes without the folds of long lines: many programs count bytes and fold in the middle of
   * a letter, which is none in any encoding then. Two bytes a letter are left as they are.
   */
  private static byte[] unfolded(byte[] bytes) {
    if (bytes.length > 1 && (bytes[0] & bytes[1] & 0xFE) == 0xFE) {
      return bytes;
    }
    var out = new byte[bytes.length];
    var length = 0;
    for (int i = 0; i < bytes.length; i++) {
      var fold = fold(bytes, i);
      if (fold > 0) {
        i += fold - 1;
      } else {
        out[length++] = bytes[i];
      }
    }
    return Arrays.copyOf(out, length);
  }

  /** How many bytes a fold has that begins here: a line's end and the white space behind it. */
  private static int fold(byte[] bytes, int at) {
    var next =
        bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n' ? at + 2 : at + 1;
    var isEnd = bytes[at] == '\n' || next == at + 2;
    var isFolded = isEnd && next < bytes.length && (bytes[next] == ' ' || bytes[next] == '\t');
    return isFolded ? next + 1 - at : 0;
  }

  private void read(ICalendar calendar, Consumer<RawRow> sink) {
    var moved = moved(calendar);
    for (var event : calendar.getEvents()) {
      try {
        times(calendar, event, moved).forEach(time -> sink.accept(row(event, time)));
      } catch (RuntimeException e) {
        sink.accept(
            RawRow.broken(place(), Note.of("event-broken", text(event.getSummary()), "" + e)));
      }
    }
  }

  /** Times of recurring events that an event of their own replaces. */
  private static Set<String> moved(ICalendar calendar) {
    var moved = new HashSet<String>();
    for (var event : calendar.getEvents()) {
      if (event.getRecurrenceId() != null && event.getRecurrenceId().getValue() != null) {
        moved.add(id(event, event.getRecurrenceId().getValue().toInstant()));
      }
    }
    return moved;
  }

  private static String id(VEvent event, Instant time) {
    return text(event.getUid()) + " " + time;
  }

  private List<EventTime> times(ICalendar calendar, VEvent event, Set<String> moved) {
    var first = EventTime.of(event);
    if (event.getRecurrenceId() != null) {
      var meant = event.getRecurrenceId().getValue().toInstant();
      var time = first.meantFor(meant);
      return time.isWithin(from, to) ? List.of(time) : List.of();
    }
    if (event.getRecurrenceRule() == null && event.getRecurrenceDates().isEmpty()) {
      return List.of(first);
    }
    var rule = event.getRecurrenceRule();
    if (rule != null && rule.getValue() != null && isTooOften(rule.getValue().getFrequency())) {
      warnings.add(Note.of("event-too-often", text(event.getSummary())));
      return List.of(first);
    }
    var times = new ArrayList<EventTime>();
    var dates = event.getDateIterator(zone(calendar, event));
    dates.advanceTo(java.util.Date.from(from.minus(first.length())));
    while (dates.hasNext() && times.size() < MOST_TIMES) {
      var start = dates.next().toInstant();
      if (start.isAfter(to)) {
        break;
      }
      if (!moved.contains(id(event, start))) {
        times.add(first.startingAt(start));
      }
    }
    return times;
  }

  private static boolean isTooOften(@Nullable Frequency frequency) {
    return frequency != null && TOO_OFTEN.contains(frequency);
  }

  /** The zone in whose days and hours an event recurs. */
  private static TimeZone zone(ICalendar calendar, VEvent event) {
    ICalProperty start = event.getDateStart();
    var assigned = calendar.getTimezoneInfo().getTimezone(start);
    if (assigned != null) {
      return assigned.getTimeZone();
    }
    var isLocal =
        calendar.getTimezoneInfo().isFloating(start) || !event.getDateStart().getValue().hasTime();
    return isLocal ? GERMANY : TimeZone.getTimeZone("UTC");
  }

  private RawRow row(VEvent event, EventTime time) {
    var values = JsonNodeFactory.instance.objectNode();
    put(values, "uid", text(event.getUid()));
    time.describe(values);
    put(values, "summary", text(event.getSummary()));
    put(values, "description", text(event.getDescription()));
    put(values, "location", text(event.getLocation()));
    put(values, "url", text(event.getUrl()));
    put(values, "status", text(event.getStatus()).toUpperCase(Locale.ROOT));
    for (var category : event.getCategories().stream().map(Categories::getValues).toList()) {
      category.forEach(values.withArray("categories")::add);
    }
    if (event.getLastModified() != null && event.getLastModified().getValue() != null) {
      put(values, "updated", EventTime.german(event.getLastModified().getValue().toInstant()));
    }
    return new RawRow(place(), cells.cells(null, values), geometry(event), Optional.empty());
  }

  private Note place() {
    return Note.of("row", Integer.toString(++number));
  }

  private static void put(ObjectNode values, String name, String text) {
    if (!text.isBlank()) {
      values.put(name, text);
    }
  }

  private static String text(@Nullable TextProperty property) {
    return property == null || property.getValue() == null ? "" : property.getValue();
  }

  private static Optional<JsonNode> geometry(VEvent event) {
    var place = event.getGeo();
    return place == null || place.getLatitude() == null || place.getLongitude() == null
        ? Optional.empty()
        : Shapes.position(place.getLongitude().toString(), place.getLatitude().toString())
            .map(position -> Shapes.geometry("Point", position));
  }

  /** The zone of all times that are told. */
  static ZoneId germany() {
    return GERMANY.toZoneId();
  }
}
