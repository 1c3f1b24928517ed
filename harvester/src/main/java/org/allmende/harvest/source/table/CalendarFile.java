package org.allmende.harvest.source.table;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as an iCalendar (RFC 5545): one event for each row that has a {@code start}. What
 * else an event says comes from columns of the usual names, such as {@code name}, {@code end} and
 * {@code location}; rows without a beginning are in the other files only.
 */
final class CalendarFile {

  /** The column without which a table has no events. */
  static final String START = "start";

  private static final int LINE_BYTES = 75;
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

  private final Table table;
  private final Writer out;

  private CalendarFile(Table table, Writer out) {
    this.table = table;
    this.out = out;
  }

  /** Writes the calendar; {@code out} stays open. */
  static void write(Table table, Writer out) throws IOException {
    new CalendarFile(table, out).write();
  }

  /** Whether rows of these columns can be events. */
  static boolean fits(List<Column> columns) {
    return columns.stream()
        .filter(column -> column.name().equals(START))
        .anyMatch(
            column -> column.type() == Column.Type.DATETIME || column.type() == Column.Type.DATE);
  }

  private void write() throws IOException {
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//Allmende//Open Data//DE");
    for (var row : table.rows()) {
      if (value(row, START) != null) {
        event(row);
      }
    }
    line("END", "VCALENDAR");
  }

  private void event(Row row) throws IOException {
    line("BEGIN", "VEVENT");
    text("UID", Optional.of(row.key()));
    // The time of writing would make every run a change; what the source says is as good.
    line("DTSTAMP", stamp(row));
    moment("DTSTART", when(row, START));
    moment("DTEND", end(row));
    text("SUMMARY", first(row, "name", "title"));
    text("LOCATION", first(row, "location", "venue"));
    text("DESCRIPTION", first(row, "agenda", "description"));
    text("CATEGORIES", first(row, "organizations", "categories", "category"));
    address(row);
    if (isCancelled(row)) {
      line("STATUS", "CANCELLED");
    }
    line("END", "VEVENT");
  }

  private String stamp(Row row) {
    return Stream.of("modified", "updated", START)
        .map(name -> value(row, name))
        .flatMap(value -> instant(value).stream())
        .findFirst()
        .orElse("19700101T000000Z");
  }

  private static Optional<String> instant(@Nullable Object value) {
    return switch (value) {
      case OffsetDateTime time -> Optional.of(utc(time));
      case LocalDate day -> Optional.of(DAY.format(day) + "T000000Z");
      case null, default -> Optional.empty();
    };
  }

  private static boolean isCancelled(@Nullable Object cancelled, @Nullable Object status) {
    return Boolean.TRUE.equals(cancelled)
        || String.valueOf(status).toLowerCase(Locale.ROOT).contains("cancel");
  }

  private boolean isCancelled(Row row) {
    return isCancelled(value(row, "cancelled"), value(row, "status"));
  }

  /** A moment of an event; of one of whole days, the day. */
  private @Nullable Object when(Row row, String column) {
    var value = value(row, column);
    var isAllDay = Boolean.TRUE.equals(value(row, "all_day"));
    return isAllDay && value instanceof OffsetDateTime time ? time.toLocalDate() : value;
  }

  /** An end before the beginning is none; that of whole days is the day after the last. */
  private @Nullable Object end(Row row) {
    var start = when(row, START);
    var end = when(row, "end");
    if (start instanceof OffsetDateTime from && end instanceof OffsetDateTime to) {
      return to.isAfter(from) ? to : null;
    }
    if (start instanceof LocalDate from && end instanceof LocalDate to) {
      return to.isBefore(from) ? null : to.plusDays(1);
    }
    return null;
  }

  private void moment(String name, @Nullable Object value) throws IOException {
    switch (value) {
      case OffsetDateTime time -> line(name, utc(time));
      case LocalDate day -> line(name + ";VALUE=DATE", DAY.format(day));
      case null, default -> {}
    }
  }

  private static String utc(OffsetDateTime time) {
    return TIME.format(time.withOffsetSameInstant(ZoneOffset.UTC));
  }

  private void text(String name, Optional<String> text) throws IOException {
    if (text.isPresent()) {
      line(name, escaped(text.get()));
    }
  }

  private void address(Row row) throws IOException {
    var address = first(row, "web", "url");
    if (address.isPresent()) {
      line("URL", address.get());
    }
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\r\\n|\\r|\\n", "\\\\n")
        .replaceAll("\\p{Cntrl}", " ");
  }

  private Optional<String> first(Row row, String... names) {
    return Stream.of(names)
        .map(name -> value(row, name))
        .flatMap(value -> shown(value).stream())
        .findFirst();
  }

  private static Optional<String> shown(@Nullable Object value) {
    return switch (value) {
      case null -> Optional.empty();
      case List<?> list ->
          list.isEmpty()
              ? Optional.empty()
              : Optional.of(String.join("\n", list.stream().map(String::valueOf).toList()));
      default -> Optional.of(value.toString()).filter(text -> !text.isBlank());
    };
  }

  private @Nullable Object value(Row row, String column) {
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).name().equals(column)) {
        return row.values().get(i);
      }
    }
    return null;
  }

  /** One line, folded so that no part has more than 75 bytes and no character is cut. */
  private void line(String name, String value) throws IOException {
    var line = name + ":" + value.replaceAll("[\\r\\n]", " ");
    var bytes = 0;
    for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
      var character = Character.toString(line.codePointAt(i));
      var length = character.getBytes(StandardCharsets.UTF_8).length;
      if (bytes + length > LINE_BYTES) {
        out.write("\r\n ");
        bytes = 1;
      }
      out.write(character);
      bytes += length;
    }
    out.write("\r\n");
  }
}
