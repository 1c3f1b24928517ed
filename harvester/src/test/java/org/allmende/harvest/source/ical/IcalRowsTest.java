package org.allmende.harvest.source.ical;

import static org.allmende.harvest.Harvests.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.source.table.Table;
import org.junit.jupiter.api.Test;

/** The runs of these tests are on 21 November 2026. */
class IcalRowsTest {

  private static final String MAPPING =
      """
      key: [uid, recurrence]
      fields:
        - { name: start }
        - { name: end }
        - { name: all_day, type: boolean }
        - { name: summary }
        - { name: status }
        - { name: recurrence }
        - { name: location }
      """;

  private static Table read(String events) throws IOException {
    return read(MAPPING, events);
  }

  private static Table read(String mapping, String events) throws IOException {
    var text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//t//t//DE\n" + events + "END:VCALENDAR\n";
    return Harvests.read(
        new IcalSourceFormat(), Harvests.mapping(mapping), text.replace("\n", "\r\n"));
  }

  private static String event(String... lines) {
    return "BEGIN:VEVENT\nUID:e1\n" + String.join("\n", lines) + "\nEND:VEVENT\n";
  }

  @Test
  void unfoldsLinesAndReadsTimesInTheirZones() throws IOException {
    var table =
        read(
            event(
                    "DTSTART;TZID=Europe/Berlin:20261124T190000",
                    "DTEND;TZID=Europe/Berlin:20261124T210000",
                    "SUMMARY:Sitzung des Rates\\, öffent",
                    " lich",
                    "ORGANIZER;CN=E. Muster:mailto:e@stadt.example")
                + event("DTSTART:20260701T100000Z", "DURATION:PT90M", "SUMMARY:b")
                + event("DTSTART:20261225T180000", "SUMMARY:ohne Zone"));

    assertEquals(
        List.of(
            "2026-11-24T19:00:00+01:00", "2026-07-01T12:00:00+02:00", "2026-12-25T18:00:00+01:00"),
        column(table, "start"));
    assertEquals(
        List.of("2026-11-24T21:00:00+01:00", "2026-07-01T13:30:00+02:00", "-"),
        column(table, "end"));
    assertEquals("Sitzung des Rates, öffentlich", column(table, "summary").getFirst());
    assertFalse(table.notes().toString().contains("Muster"));
  }

  @Test
  void endsAnEventOfWholeDaysOnItsLastDay() throws IOException {
    var table =
        read(
            event("DTSTART;VALUE=DATE:20261205", "DTEND;VALUE=DATE:20261207", "SUMMARY:Markt")
                + event("DTSTART;VALUE=DATE:20261224", "SUMMARY:Heiligabend"));

    assertEquals(List.of("2026-12-05", "2026-12-24"), column(table, "start"));
    assertEquals(List.of("2026-12-06", "2026-12-24"), column(table, "end"));
    assertEquals(List.of(true, true), column(table, "all_day"));
  }

  @Test
  void tellsTheTimesOfARecurringEventWithinTheWindow() throws IOException {
    var table =
        read(
            "select: { past: 10d, future: 20d }\n" + MAPPING,
            event(
                "DTSTART;TZID=Europe/Berlin:20200107T090000",
                "DTEND;TZID=Europe/Berlin:20200107T100000",
                "RRULE:FREQ=WEEKLY;BYDAY=TU",
                "EXDATE;TZID=Europe/Berlin:20261201T090000",
                "SUMMARY:Wochenmarkt"));

    assertEquals(
        List.of(
            "2026-11-17T09:00:00+01:00", "2026-11-24T09:00:00+01:00", "2026-12-08T09:00:00+01:00"),
        column(table, "start"));
    assertTrue(table.rows().getFirst().key().startsWith("e1|2026-11-17"));
  }

  @Test
  void keepsTheHourOfTheClockAcrossTheChangeToSummerTime() throws IOException {
    var table =
        read(
            "select: { past: 0s, future: 365d }\n" + MAPPING,
            event("DTSTART;TZID=Europe/Berlin:20261201T090000", "RRULE:FREQ=MONTHLY;COUNT=6"));

    assertEquals("2026-12-01T09:00:00+01:00", column(table, "start").getFirst());
    assertEquals("2027-05-01T09:00:00+02:00", column(table, "start").getLast());
  }

  @Test
  void putsAMovedTimeInPlaceOfTheOneThatWasMeant() throws IOException {
    var table =
        read(
            event(
                    "DTSTART;TZID=Europe/Berlin:20261124T190000",
                    "RRULE:FREQ=DAILY;COUNT=3",
                    "SUMMARY:Ausschuss")
                + event(
                    "RECURRENCE-ID;TZID=Europe/Berlin:20261125T190000",
                    "DTSTART;TZID=Europe/Berlin:20261125T200000",
                    "STATUS:CANCELLED",
                    "SUMMARY:Ausschuss (fällt aus)"));

    assertEquals(
        List.of(
            "2026-11-24T19:00:00+01:00", "2026-11-26T19:00:00+01:00", "2026-11-25T20:00:00+01:00"),
        column(table, "start"));
    assertEquals(List.of("-", "-", "CANCELLED"), column(table, "status"));
    assertEquals("2026-11-25T19:00:00+01:00", column(table, "recurrence").getLast());
  }

  @Test
  void tellsWholeDaysThatRecur() throws IOException {
    var table = read(event("DTSTART;VALUE=DATE:20261222", "RRULE:FREQ=YEARLY;COUNT=2"));
    assertEquals("2026-12-22", column(table, "start").getFirst());
    assertEquals("2026-12-22", column(table, "end").getFirst());
  }

  @Test
  void countsABrokenEventAndReadsTheOthers() throws IOException {
    var table =
        read(event("SUMMARY:ohne Anfang") + event("DTSTART:20261124T190000", "SUMMARY:gut"));
    assertEquals(List.of("gut"), column(table, "summary"));
    assertEquals(2, table.notes().rowsRead());
    assertTrue(table.notes().skipped().getFirst().contains("ohne Anfang"));
  }

  @Test
  void doesNotCountTheSecondsOfARuleThatRepeatsEverySecond() throws IOException {
    var table = read(event("DTSTART:19700101T000000Z", "RRULE:FREQ=SECONDLY", "SUMMARY:tick"));
    assertEquals(1, table.rows().size());
    assertTrue(table.notes().warnings().toString().contains("tick"));
  }
}
