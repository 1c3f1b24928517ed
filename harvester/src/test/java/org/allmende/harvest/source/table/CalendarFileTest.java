package org.allmende.harvest.source.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalendarFileTest {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("name", Column.Type.STRING, "Name"),
          new Column("start", Column.Type.DATETIME, "Beginn"),
          new Column("end", Column.Type.DATETIME, "Ende"),
          new Column("location", Column.Type.STRING, "Ort"),
          new Column("cancelled", Column.Type.BOOLEAN, "Abgesagt"));

  private static String write(@Nullable Object... values) throws IOException {
    var row = new Row("m:1", Arrays.asList(values), Optional.empty());
    var notes = new ReadingNotes("", "", 1, 1, List.of(), List.of(), List.of());
    var out = new StringWriter();
    CalendarFile.write(
        new Table(COLUMNS, List.of(row), List.of("ics"), Optional.empty(), notes), out);
    return out.toString();
  }

  private static OffsetDateTime time(String text) {
    return OffsetDateTime.parse(text);
  }

  @Test
  void writesAMeetingInUtc() throws IOException {
    assertEquals(
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Allmende//Open Data//DE
        BEGIN:VEVENT
        UID:m:1
        DTSTAMP:20260120T163000Z
        DTSTART:20260120T163000Z
        DTEND:20260120T190000Z
        SUMMARY:Rat\\, 1. Sitzung
        LOCATION:Rathaus\\; Saal
        END:VEVENT
        END:VCALENDAR
        """
            .replace("\n", "\r\n"),
        write(
            "Rat, 1. Sitzung",
            time("2026-01-20T17:30:00+01:00"),
            time("2026-01-20T20:00:00+01:00"),
            "Rathaus; Saal",
            false));
  }

  @Test
  void leavesOutAnEndBeforeTheBeginningAndSaysWhatIsCancelled() throws IOException {
    var calendar =
        write(
            "Rat",
            time("2026-01-20T17:30:00+01:00"),
            time("2026-01-20T00:00:00+01:00"),
            null,
            true);

    assertTrue(!calendar.contains("DTEND"), calendar);
    assertTrue(calendar.contains("STATUS:CANCELLED"), calendar);
  }

  @Test
  void writesNoEventWithoutABeginning() throws IOException {
    assertTrue(!write("Rat", null, null, null, null).contains("VEVENT"));
  }

  @Test
  void writesWholeDays() throws IOException {
    var calendar =
        write("Fest", LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-03"), null, null);

    assertTrue(calendar.contains("DTSTART;VALUE=DATE:20260501\r\n"), calendar);
    assertTrue(calendar.contains("DTEND;VALUE=DATE:20260504\r\n"), calendar);
  }

  @Test
  void foldsLongLinesWithoutCuttingACharacter() throws IOException {
    var name = "Ä".repeat(100);
    var calendar = write(name, time("2026-01-20T17:30:00+01:00"), null, null, null);

    for (var line : calendar.split("\r\n")) {
      assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
    }
    assertTrue(calendar.replace("\r\n ", "").contains(name), calendar);
  }
}
