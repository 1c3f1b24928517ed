package org.allmende.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The quirks of the 2026-02 vintage, spec/sources.md 4.1. */
class ChargingRegisterTest {

  private static final String FILE = "charging/register.csv";
  private static final int HEADER_LINE = 11;
  private static final int POSTCODE = 11;
  private static final int PLACE = 12;
  private static final int LATITUDE = 15;

  @Test
  void startsWithAByteOrderMarkAndEndsItsLinesWithCrLf() throws IOException {
    var text = Files.readString(Town.FOLDER.resolve(FILE), StandardCharsets.UTF_8);

    assertEquals('\uFEFF', text.charAt(0));
    assertTrue(text.endsWith("\r\n"));
    assertEquals(HEADER_LINE + Samples.CHARGING_ROWS_READ, text.split("\r\n", -1).length - 1);
  }

  @Test
  void has47ColumnsInEveryRow() throws IOException {
    for (CSVRecord row : Town.csv(FILE)) {
      assertEquals(47, row.size(), "line " + row.getRecordNumber());
    }
  }

  @Test
  void hasTenLinesBeforeTheHeader() throws IOException {
    var rows = Town.csv(FILE);

    assertTrue(rows.get(7).get(0).matches("Letzte Aktualisierung vom: \\d\\d\\.\\d\\d\\.\\d{4}"));
    assertEquals("Ladeeinrichtungs-ID", rows.get(HEADER_LINE - 1).get(0));
    assertEquals("Public Key6", rows.get(HEADER_LINE - 1).get(46));
  }

  @Test
  void keepsRowsByPostcodeAndPlaceTogether() throws IOException {
    assertEquals(Samples.CHARGING_ROWS_READ, stations().size());
    assertEquals(
        Samples.CHARGING_ROWS, stations().stream().filter(ChargingRegisterTest::isOurs).count());
    assertTrue(
        stations().stream().anyMatch(row -> row.get(POSTCODE).equals("19999") && !isOurs(row)),
        "a neighbor with our postcode");
    assertTrue(
        stations().stream().anyMatch(row -> row.get(PLACE).equals("Musterstadt") && !isOurs(row)),
        "a namesake elsewhere");
  }

  @Test
  void hasOneStationOfOursWithSwappedCoordinates() throws IOException {
    var swapped =
        stations().stream()
            .filter(ChargingRegisterTest::isOurs)
            .filter(row -> row.get(LATITUDE).startsWith("11,"))
            .toList();

    assertEquals(1, swapped.size());
  }

  @Test
  void hasParallelDevicesThatDifferInTheirIdAlone() throws IOException {
    var distinct =
        new HashSet<>(stations().stream().map(row -> row.toList().subList(1, 23)).toList());
    var ids = new HashSet<>(stations().stream().map(row -> row.get(0)).toList());

    assertTrue(distinct.size() < Samples.CHARGING_ROWS_READ);
    assertEquals(Samples.CHARGING_ROWS_READ, ids.size());
    assertFalse(ids.contains(""));
  }

  private static List<CSVRecord> stations() throws IOException {
    var rows = Town.csv(FILE);
    return rows.subList(HEADER_LINE, rows.size());
  }

  private static boolean isOurs(CSVRecord row) {
    return row.get(POSTCODE).equals("19999") && row.get(PLACE).strip().startsWith("Musterstadt");
  }
}
