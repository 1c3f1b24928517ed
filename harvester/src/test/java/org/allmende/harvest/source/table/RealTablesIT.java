package org.allmende.harvest.source.table;

import static org.allmende.harvest.Harvests.column;
import static org.allmende.harvest.Harvests.mappingFile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.RealData;
import org.allmende.harvest.source.csv.CsvSourceFormat;
import org.allmende.harvest.source.geojson.GeoJsonSourceFormat;
import org.allmende.harvest.source.json.JsonSourceFormat;
import org.junit.jupiter.api.Test;

/**
 * Real files of all vintages ({@code sources.md} 11): no row is lost, every place is in Germany.
 */
class RealTablesIT {

  private static Table charging(String file) throws IOException {
    return Harvests.read(
        new CsvSourceFormat(), mappingFile("charging.mapping.yaml"), RealData.bytes(file));
  }

  private static void assertAccountedFor(int rows, Table table) {
    assertEquals(rows, table.notes().rowsRead(), table.notes().toString());
    assertEquals(rows, table.rows().size(), table.notes().toString());
    assertEquals(rows, table.rows().stream().map(Row::key).distinct().count(), "keys");
    assertInGermany(table);
  }

  private static void assertInGermany(Table table) {
    table.rows().stream()
        .flatMap(row -> row.geometry().stream())
        .forEach(RealTablesIT::assertInGermany);
  }

  private static void assertInGermany(Row.Geometry point) {
    var pair = point.coordinates().replaceAll("[\\[\\]]", "").split(",");
    var lon = Double.parseDouble(pair[0]);
    var lat = Double.parseDouble(pair[1]);
    assertTrue(lon > 5.8 && lon < 15.1 && lat > 47.2 && lat < 55.1, point.toString());
  }

  @Test
  void readsTheRegisterOf2018WithItsAmericanDates() throws IOException {
    var table = charging("charging/bnetza-2018-berlin.csv");

    assertAccountedFor(330, table);
    assertEquals(330, table.rows().stream().filter(row -> row.geometry().isPresent()).count());
    assertEquals(LocalDate.of(2009, 7, 14), column(table, "opened").getFirst());
    assertEquals("10115", column(table, "postcode").getFirst());
    assertEquals("Berlin", column(table, "place").getFirst());
    assertTrue(column(table, "street").contains("Torstraße 165"));
  }

  @Test
  void readsTheRegisterOf2022WithItsParallelDevices() throws IOException {
    var table = charging("charging/bnetza-2022-koeln.csv");

    assertAccountedFor(292, table);
    assertEquals("UTF-8 (BOM)", table.notes().encoding());
    assertEquals(LocalDate.of(2021, 7, 22), column(table, "opened").getFirst());
    assertTrue(
        column(table, "place").stream().allMatch(place -> place.toString().startsWith("Köln")));
    assertTrue(table.rows().stream().anyMatch(row -> row.key().endsWith("#4")));
  }

  @Test
  void readsTheRegisterOf2026BelowItsTenLines() throws IOException {
    var table = charging("charging/bnetza-2026-02-utf8bom.csv");

    // 30 lines: ten before the header, the header, 19 rows.
    assertAccountedFor(19, table);
    assertEquals(Optional.of(Instant.parse("2026-02-26T23:00:00Z")), table.stateDate());
    assertEquals("1010338", table.rows().getFirst().key());
    assertEquals("Heroldstatt", column(table, "place").getFirst());
  }

  @Test
  void makesTheSameColumnsOfAllVintages() throws IOException {
    var names =
        charging("charging/bnetza-2018-berlin.csv").columns().stream().map(Column::name).toList();

    for (var file :
        List.of("charging/bnetza-2022-koeln.csv", "charging/bnetza-2026-02-utf8bom.csv")) {
      assertEquals(names, charging(file).columns().stream().map(Column::name).toList(), file);
    }
  }

  @Test
  void readsTheJsonInterfaceOfTheRegister() throws IOException {
    var table =
        Harvests.read(
            new JsonSourceFormat(),
            mappingFile("charging-api.mapping.yaml"),
            RealData.bytes("charging/bnetza-2026-api.json"));

    assertAccountedFor(918, table);
    assertEquals(
        1822L, column(table, "charge_points").stream().mapToLong(n -> (Long) n).sum(), "evses");
    assertEquals(LocalDate.of(2016, 8, 4), column(table, "opened").getFirst());
    assertTrue(column(table, "place").contains("Düsseldorf"));
  }

  @Test
  void readsTheHotspotsOfMunich() throws IOException {
    var table =
        Harvests.read(
            new JsonSourceFormat(),
            mappingFile("muenchen-wlan.mapping.yaml"),
            RealData.bytes("wlan/muenchen-wlan.json"));

    assertAccountedFor(171, table);
    assertTrue(column(table, "type").contains("Mobilitätsstation"));
  }

  @Test
  void keepsTheNodesOfDresdenThatHaveAPosition() throws IOException {
    var table =
        Harvests.read(
            new JsonSourceFormat(),
            mappingFile("freifunk.mapping.yaml"),
            RealData.bytes("wlan/freifunk-dresden-nodes.json"));

    assertEquals(867, table.notes().rowsRead());
    assertEquals(758, table.rows().size(), table.notes().toString());
    assertInGermany(table);
    assertFalse(table.notes().toString().contains("owner"), table.notes().toString());
  }

  @Test
  void mendsTheSwappedColumnsOfTheBathingSites() throws IOException {
    var mapping =
        Harvests.mapping(
            """
            key: [id]
            fields:
              - { name: id, from: [id] }
              - { name: name, from: [name] }
              - { name: postcode, from: [plz], type: postcode }
              - { name: temperature, from: [temp_txt], type: number }
              - { name: bacteria, from: [cb_txt], type: number }
              - { name: measured, from: [m_date], type: date }
            geometry: { lon: [lng], lat: [lat] }
            """);
    var table =
        Harvests.read(
            new CsvSourceFormat(), mapping, RealData.bytes("municipal/berlin-badestellen.csv"));

    assertAccountedFor(39, table);
    assertTrue(table.notes().repairs().getFirst().contains("vertauscht"), table.notes().toString());
    assertEquals("14089", column(table, "postcode").getFirst());
  }

  @Test
  void readsLineBreaksInsideQuotes() throws IOException {
    var mapping =
        Harvests.mapping(
            """
            key: [ID]
            fields: [{ name: id, from: [ID] }, { name: title, from: [Title] }, { name: info, from: [Info] }]
            geometry: { lon: [Longitude], lat: [Latitude] }
            """);
    var table =
        Harvests.read(
            new CsvSourceFormat(), mapping, RealData.bytes("municipal/muenster-park-and-ride.csv"));

    assertTrue(column(table, "info").getFirst().toString().startsWith("Parkplätze-Anzahl:\n28"));
    assertEquals(table.notes().rowsRead(), table.rows().size());
    assertInGermany(table);
  }

  @Test
  void readsMarketsAsGeoJson() throws IOException {
    var mapping = Harvests.mapping("passthrough: true\n");
    for (var file :
        List.of(
            "municipal/wochenmarkt-rostock.geojson", "municipal/wochenmarkt-laupheim.geojson")) {
      var table = Harvests.read(new GeoJsonSourceFormat(), mapping, RealData.bytes(file));
      assertEquals(file.contains("rostock") ? 17 : 12, table.rows().size(), file);
      assertInGermany(table);
    }
  }
}
