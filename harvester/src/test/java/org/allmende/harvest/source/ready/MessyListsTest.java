package org.allmende.harvest.source.ready;

import static org.allmende.harvest.Harvests.column;
import static org.allmende.harvest.Harvests.mapping;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.csv.CsvSourceFormat;
import org.allmende.harvest.source.feed.FeedSourceFormat;
import org.allmende.harvest.source.ical.IcalSourceFormat;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Lists as people really send them: each row is read, or left out with a reason. */
class MessyListsTest {

  private static final Town TOWN = ReadyTypes.town("Musterstadt", "13099001", "19999");

  private static final List<String> REGISTER =
      List.of(
          "Ladeeinrichtungs-ID",
          "Betreiber",
          "Art der Ladeeinrichtung",
          "Anzahl Ladepunkte",
          "Nennleistung Ladeeinrichtung [kW]",
          "Inbetriebnahmedatum",
          "Straße",
          "Hausnummer",
          "Postleitzahl",
          "Ort",
          "Breitengrad",
          "Längengrad",
          "Steckertypen1",
          "Nennleistung Stecker1",
          "Public Key1");

  /** A register as a workbook: lines above the header, texts for coordinates, a day as a number. */
  private static byte[] register() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "Test", null)) {
      var sheet = workbook.newWorksheet("Ladesäulenregister");
      sheet.value(0, 0, "Ladesäulenregister");
      sheet.value(2, 0, "Letzte Aktualisierung vom: 01.03.2026");
      for (int i = 0; i < REGISTER.size(); i++) {
        sheet.value(10, i, REGISTER.get(i));
      }
      station(sheet, 11, 7, 19999, "Musterstadt");
      station(sheet, 12, 8, 10115, "Berlin");
      station(sheet, 40, 9, 19999, "Musterstadt, Stadt");
      sheet.value(1_048_000, 0, "weit unten");
    }
    return bytes.toByteArray();
  }

  private static void station(Worksheet sheet, int row, int id, int postcode, String place) {
    sheet.value(row, 0, id);
    sheet.value(row, 1, "M&uuml;ller & Co");
    sheet.value(row, 2, "Schnellladeeinrichtung");
    sheet.value(row, 3, 2);
    sheet.value(row, 4, 320);
    sheet.value(row, 5, LocalDate.of(2021, 7, 22));
    sheet.style(row, 5).format("dd.MM.yyyy").set();
    sheet.value(row, 6, "Am Markt");
    sheet.value(row, 7, 0);
    sheet.value(row, 8, postcode);
    sheet.value(row, 9, place);
    sheet.value(row, 10, "53,400812");
    sheet.value(row, 11, "11,201944");
    sheet.value(row, 12, "DC Kupplung Combo; AC Schuko");
    sheet.value(row, 13, "160; 3,7");
    sheet.value(row, 14, "3059301306");
  }

  @Test
  void readsTheRegisterAsAWorkbook() throws IOException {
    var table = ReadyTypes.read("charging-register", TOWN, register());

    assertEquals(3, table.notes().rowsRead(), table.notes().toString());
    assertEquals(List.of("Müller & Co", "Müller & Co"), column(table, "operator"));
    assertEquals(List.of("19999", "19999"), column(table, "postcode"));
    assertEquals(LocalDate.of(2021, 7, 22), column(table, "opened").getFirst());
    assertEquals(new BigDecimal("160"), column(table, "max_plug_power_kw").getFirst());
    assertEquals("7", table.rows().getFirst().key());
    assertEquals(
        "[11.201944,53.400812]", table.rows().getFirst().geometry().orElseThrow().coordinates());
    assertTrue(table.stateDate().isPresent());
    assertTrue(table.rows().stream().noneMatch(row -> row.toString().contains("30593")));
  }

  @Test
  void readsTheRegisterWithOtherColumnsInAnotherOrderAndAnotherEncoding() throws IOException {
    var csv =
        """
        \ufeffStand: 1.3.2026;;;;;;;
        ORT;postleitzahl ;Längengrad [DG];Breitengrad [DG];  Betreiber;Anschlussleistung;Dach;Anzahl Ladepunkte
        Musterstadt;19999;53,4008;11,2019;Stadtwerke;1.100,5;ja;2

        Ort;Postleitzahl;Längengrad [DG];Breitengrad [DG];Betreiber;Anschlussleistung;Dach;Anzahl Ladepunkte
        Musterstadt;19999.0;11,2019;53,4008;"Bäder
        GmbH";22;nein;1
        Summe;;;;;1.122,5;;3
        """;
    var table = ReadyTypes.read("charging-register", TOWN, csv.getBytes(StandardCharsets.UTF_16LE));

    assertEquals("UTF-16LE (BOM)", table.notes().encoding());
    assertEquals(List.of("Stadtwerke", "Bäder\nGmbH"), column(table, "operator"));
    assertEquals(4, table.notes().rowsRead());
    assertEquals(2, table.notes().rowsKept());
    assertTrue(
        table.rows().stream()
            .allMatch(r -> r.geometry().orElseThrow().coordinates().equals("[11.2019,53.4008]")));
    assertEquals(1, table.notes().repairs().size(), "one pair was swapped");
  }

  @Test
  void leavesOutHeadersThatStandAmongTheRows() throws IOException {
    var table =
        Harvests.read(
            new CsvSourceFormat(),
            mapping("fields: [{ name: n, type: integer, from: [Nr] }, { name: tag, type: date }]"),
            "Nr;Tag\n1;2024-05-01\nNr;Tag\nNR;tag\n2;01.06.24\nNr;\n");

    assertEquals(5, table.notes().rowsRead());
    assertEquals(3, table.notes().rowsKept());
    assertEquals(2, table.notes().skipped().size(), table.notes().toString());
    assertEquals(
        List.of(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 6, 1), "-"), column(table, "tag"));
  }

  @Test
  void refusesAWorkbookWithoutRows() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "Test", null)) {
      workbook.newWorksheet("leer");
    }
    var pages = new Given.Pages().with(ReadyTypes.LOCATION, "", bytes.toByteArray());
    var failure =
        assertThrows(
            IOException.class,
            () -> ReadyTypes.read("charging-register", TOWN, ReadyTypes.LOCATION, pages));
    assertTrue(Given.message(failure).contains("expected"), Given.message(failure));
  }

  @Test
  void readsNodeListsWithNullsAndWithListsWhereObjectsAreDue() throws IOException {
    var table =
        ReadyTypes.read(
            "freifunk",
            TOWN,
            """
            {"timestamp": null, "version": 2, "nodes": [
              null, [], {"nodeinfo": null, "flags": null},
              {"nodeinfo": {"node_id": "a", "hostname": null, "location": {"latitude": 53.4, "longitude": 11.2},
                "owner": null, "system": []}, "flags": {"online": true, "gateway": null}, "statistics": [],
                "lastseen": "2026-11-21T10:00:00"},
              {"nodeinfo": {"node_id": "b", "location": {"latitude": null, "longitude": ""}}, "flags": []}]}
            """);

    assertEquals(5, table.notes().rowsRead(), table.notes().toString());
    assertEquals(1, table.notes().rowsKept(), table.notes().toString());
    assertEquals(4, table.notes().skipped().size());
  }

  @Test
  void unfoldsCalendarLinesThatCutALetterInTwo() throws IOException {
    var before =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261201T180000\r\n";
    var out = new ByteArrayOutputStream();
    out.writeBytes((before + "SUMMARY:Gr").getBytes(StandardCharsets.UTF_8));
    out.writeBytes(new byte[] {(byte) 0xc3, '\r', '\n', ' ', (byte) 0xbc});
    out.writeBytes("nkohl\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8));
    var table =
        Harvests.read(
            new IcalSourceFormat(),
            mapping("fields: [{ name: name, from: [summary] }]"),
            out.toByteArray());

    assertEquals(List.of("Grünkohl"), column(table, "name"));
  }

  @Test
  void readsAFeedWithEntitiesOfHtml() throws IOException {
    var table =
        Harvests.read(
            FeedSourceFormat.rss(),
            mapping("fields: [{ name: title }, { name: text, from: [summary] }]"),
            """
            <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><item><guid>1</guid>
            <title>B&auml;der&nbsp;&amp; Seen</title><description>&lt;p&gt;Gr&amp;ouml;&amp;szlig;e&lt;/p&gt;</description>
            </item></channel></rss>
            """);

    assertEquals(List.of("Bäder & Seen"), column(table, "title"));
    assertEquals(List.of("Größe"), column(table, "text"));
  }
}
