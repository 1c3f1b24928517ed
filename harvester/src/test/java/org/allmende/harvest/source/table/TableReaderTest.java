package org.allmende.harvest.source.table;

import static org.allmende.harvest.Harvests.column;
import static org.allmende.harvest.Harvests.mapping;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.allmende.harvest.FakeFetcher;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.SourceRecord;
import org.allmende.harvest.source.csv.CsvSourceFormat;
import org.allmende.harvest.source.geojson.GeoJsonSourceFormat;
import org.allmende.harvest.source.json.JsonSourceFormat;
import org.junit.jupiter.api.Test;

class TableReaderTest {

  private static Table csv(String mapping, String text) throws IOException {
    return Harvests.read(new CsvSourceFormat(), mapping(mapping), text);
  }

  private static Table json(String mapping, String text) throws IOException {
    return Harvests.read(new JsonSourceFormat(), mapping(mapping), text);
  }

  @Test
  void findsTheHeaderBelowAPreamble() throws IOException {
    var table =
        csv(
            "select: { header: [Name, Art] }\nfields: [{ name: name, from: [Name] }]",
            "Brunnen der Stadt;\n;\nStand: 01.05.2024;\nName;Art\nMarktbrunnen;Zierbrunnen\n");

    assertEquals(List.of("Marktbrunnen"), column(table, "name"));
    assertTrue(table.stateDate().isPresent());
  }

  @Test
  void findsTheHeaderBelowAPreambleByTheNamesOfTheFields() throws IOException {
    var table =
        csv(
            "fields: [{name: id, from: [Nr, Nummer]}, {name: name, from: [Name]}]",
            "sep=;\nListe der Stadt;;\nStand: 01.05.2024;;\n\nname;Nummer;Rest\nRathaus;7;x\n");

    assertEquals(List.of("7"), column(table, "id"));
    assertEquals(List.of("Rathaus"), column(table, "name"));
    assertEquals(1, table.notes().rowsRead());
    assertTrue(table.stateDate().isPresent());
  }

  @Test
  void neverTakesTheHintForSpreadsheetsForTheHeader() throws IOException {
    var table = csv("passthrough: true", "sep=;\nname;Nummer\nRathaus;7\n");

    assertEquals(List.of("Rathaus"), column(table, "name"));
  }

  @Test
  void findsOutTheDelimiter() throws IOException {
    for (var delimiter : List.of(";", ",", "\t", "|")) {
      var text = "name;art\nMarktbrunnen;Zierbrunnen\n".replace(";", delimiter);
      assertEquals(
          List.of("Zierbrunnen"), column(csv("fields: [{ name: art }]", text), "art"), delimiter);
    }
  }

  @Test
  void skipsARowThatIsLongerThanTheHeaderAndNamesItsLine() throws IOException {
    var table = csv("fields: [{ name: a }]", "a;b\n1;2\n3;4;5\n6\n");

    assertEquals(List.of("1", "6"), column(table, "a"));
    assertEquals(3, table.notes().rowsRead());
    assertEquals(
        List.of("Zeile 3: hat 3 Zellen, der Kopf hat 2. Fehlt ein Anführungszeichen?"),
        table.notes().skipped());
  }

  @Test
  void takesAQuoteInsideAnUnquotedCellForText() throws IOException {
    var table = csv("fields: [{ name: a }]", "a;b\n19\" Schrank;x\n\"mit \"\"Zitat\"\"\";y\n");
    assertEquals(List.of("19\" Schrank", "mit \"Zitat\""), column(table, "a"));
  }

  @Test
  void namesTheLineOfARowAfterLineBreaksInsideQuotes() throws IOException {
    var table = csv("fields: [{ name: a }]", "a;b\n\"x\ny\nz\";1\n1;2;3\n");
    assertTrue(table.notes().skipped().getFirst().startsWith("Zeile 5:"), table.notes().toString());
  }

  @Test
  void reportsAQuoteThatSwallowsTheRowsBehindIt() throws IOException {
    var table = csv("fields: [{ name: a }]", "a;b\n1;2\n\"3;4\n" + "5;6\n".repeat(600));
    assertEquals(List.of("1"), column(table, "a"));
    assertTrue(table.notes().skipped().getFirst().startsWith("Zeile 3:"), table.notes().toString());
  }

  @Test
  void ignoresATrailingDelimiter() throws IOException {
    var table = csv("fields: [{ name: a }, { name: b }]", "a;b;\n1;2;\n");
    assertEquals(List.of(), table.notes().warnings());
  }

  @Test
  void numbersRowsThatAreAlike() throws IOException {
    var table = csv("key: [id]\nfields: [{ name: id }]", "id;n\n7;a\n7;b\n8;c\n");
    assertEquals(List.of("7", "7#2", "8"), table.rows().stream().map(Row::key).toList());
  }

  @Test
  void keepsTheOwnRowsByPostcodeAndPlaceTogether() throws IOException {
    var table =
        csv(
            """
            filter: { municipality: { postcode: plz, place: ort } }
            fields: [{ name: id }]
            """,
            """
            id;plz;ort
            1;19999;Musterstadt
            2;19999;"Musterstadt, Hansestadt"
            3;19999;Nebendorf
            4;54999;Musterstadt
            5;19999.0;Musterstadt OT Seeberg
            """);

    assertEquals(List.of("1", "2", "5"), column(table, "id"));
    assertEquals(
        List.of("2 Zeilen gehören nicht zur Gemeinde, die erste: Zeile 4: 19999 Nebendorf"),
        table.notes().skipped());
    assertTrue(
        table.notes().filterRule().in("de").orElse("").contains("19999"),
        table.notes().filterRule()::toString);
  }

  @Test
  void keepsTheOwnRowsByKeyEvenIfItLostItsZero() throws IOException {
    var mapping = "filter: { municipality: { key: ags } }\nfields: [{ name: ags, type: ags }]";
    var table = csv(mapping, "ags\n13099001\n130990001001\n13099002\n");
    assertEquals(List.of("13099001", "130990001001"), column(table, "ags"));
    assertEquals("09162000", MunicipalityRule.key("9162000"));
  }

  @Test
  void readsPostcodesThatWentThroughASpreadsheet() throws IOException {
    var table =
        csv("fields: [{ name: plz, type: postcode }]", "plz;x\n14089.0;1\n1067;1\nD-10115;1\n");
    assertEquals(List.of("14089", "01067", "10115"), column(table, "plz"));
  }

  @Test
  void countsCellsThatAreNotWhatTheyShouldBe() throws IOException {
    var table = csv("fields: [{ name: n, type: integer }]", "n;x\n1;a\nzwei;b\n3,5;c\nk. A.;d\n");

    assertEquals(List.of(1L, "-", "-", "-"), column(table, "n"));
    assertEquals(
        List.of(
            "Spalten, die die Zuordnung nicht nennt: x",
            "Spalte „n“: 2 Zellen bleiben leer, die erste in Zeile 3: erwartet wurde eine ganze"
                + " Zahl, da stand „zwei“"),
        table.notes().warnings());
  }

  @Test
  void translatesLabelsAndKeepsOthersIfToldSo() throws IOException {
    var text = "s\nIn Betrieb\nin betrieb\nNeu\n";
    var keep = "fields: [{ name: s, type: enum, values: { In Betrieb: in-use }, other: keep }]";
    assertEquals(List.of("in-use", "in-use", "Neu"), column(csv(keep, text), "s"));
    var drop = "fields: [{ name: s, type: enum, values: { In Betrieb: in-use } }]";
    assertEquals(List.of("in-use", "in-use", "-"), column(csv(drop, text), "s"));
  }

  @Test
  void splitsListsAndNormalizesTheirNumbers() throws IOException {
    var table =
        csv(
            "fields: [{ name: p, type: list, separator: \";\", items: number }]",
            "p,x\n\"50; 22,5; \",1\n");
    assertEquals(List.of(List.of("50", "22.5")), column(table, "p"));
  }

  @Test
  void findsAColumnWithoutItsUnit() throws IOException {
    var table =
        csv("fields: [{ name: kw, from: [Leistung], type: number }]", "Leistung [kW];x\n22,0;1\n");
    assertEquals("22", column(table, "kw").getFirst().toString());
  }

  @Test
  void carriesOtherColumnsThroughIfToldSoButNeverPersonalData() throws IOException {
    var table =
        csv("passthrough: true\nfields: [{ name: name }]", "name;art;passwort\na;b;geheim\n");
    assertEquals(List.of("name", "art"), table.columns().stream().map(Column::name).toList());
  }

  @Test
  void readsRowsAtAPathAndNestedColumns() throws IOException {
    var table =
        json(
            "select: { path: $.data.nodes }\nfields: [{ name: n, from: [a.b] }]",
            "{\"v\": 1, \"data\": {\"nodes\": [{\"a\": {\"b\": \"x\"}}, {\"a\": null}]}}");
    assertEquals(List.of("x", "-"), column(table, "n"));
  }

  @Test
  void readsAnObjectWhoseValuesAreTheRows() throws IOException {
    var table =
        json(
            "key: [_key]\nselect: { path: $.nodes }\nfields: [{ name: name }]",
            "{\"nodes\": {\"k1\": {\"name\": \"a\"}, \"k2\": {\"name\": \"b\"}}}");
    assertEquals(List.of("k1", "k2"), table.rows().stream().map(Row::key).toList());
  }

  @Test
  void readsJsonLines() throws IOException {
    var table = json("fields: [{ name: a }]", "{\"a\": \"1\"}\n{\"a\": \"2\"}\n{\"a\": \"3\"}\n");
    assertEquals(List.of("1", "2", "3"), column(table, "a"));
  }

  @Test
  void gathersValuesInsideLists() throws IOException {
    var table =
        json(
            """
            fields:
              - { name: plugs, from: [evses.connectors.type], type: list }
              - { name: points, from: [evses], type: count }
            """,
            "[{\"evses\": [{\"connectors\": [{\"type\": \"A\"}, {\"type\": \"B\"}]},"
                + " {\"connectors\": [{\"type\": \"A\"}]}]}]");
    assertEquals(List.of(List.of("A", "B", "A")), column(table, "plugs"));
    assertEquals(List.of(2L), column(table, "points"));
  }

  @Test
  void readsFeaturesInADeclaredCoordinateSystem() throws IOException {
    var table =
        Harvests.read(
            new GeoJsonSourceFormat(),
            mapping("fields: [{ name: n }]"),
            """
            {"type": "FeatureCollection",
             "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25833"}},
             "features": [
               {"geometry": {"type": "Point", "coordinates": [389889.6, 5819658.9]},
                "properties": {"n": "Tor"}},
               {"geometry": null, "properties": {"n": "ohne Ort"}}]}
            """);
    assertTrue(
        table.rows().getFirst().geometry().orElseThrow().coordinates().startsWith("[13.37"),
        table.toString());
    assertTrue(table.rows().get(1).geometry().isEmpty());
  }

  @Test
  void keepsLinesAndAreas() throws IOException {
    var table =
        Harvests.read(
            new GeoJsonSourceFormat(),
            mapping("fields: [{ name: n }]"),
            """
            {"features": [{"properties": {"n": "a"}, "geometry": {"type": "Polygon",
              "coordinates": [[[11.1, 53.1], [11.2, 53.1], [11.2, 53.2], [11.1, 53.1]]]}}]}
            """);
    assertEquals("Polygon", table.rows().getFirst().geometry().orElseThrow().type());
    assertFalse(table.outputs().isEmpty());
  }

  @Test
  void readsMoreRowsThanItKeepsInMemory() throws IOException {
    var text = new StringBuilder("nr;datum;lat;lon;ja\n");
    for (int i = 1; i <= 12_000; i++) {
      text.append(i == 11_000 ? "1" : i).append(";1/2/24;53,4;11,2;x\n");
    }
    text.append("12001;13/2/24;;;\n");
    var mapping =
        mapping(
            """
            key: [nr]
            fields:
              - { name: nr, type: integer }
              - { name: datum, type: date }
              - { name: ja, type: boolean }
            geometry: { lon: [lon], lat: [lat] }
            """);
    var source = Harvests.source("csv", mapping);
    var fetcher =
        new FakeFetcher().with(source.location(), text.toString().getBytes(StandardCharsets.UTF_8));
    try (var records = new CsvSourceFormat().open(source, Harvests.context(source), fetcher)) {
      var table = ((SourceRecord.TableEntry) records.findFirst().orElseThrow()).table();
      var rows = table.rows();

      assertEquals(12_001, rows.size());
      assertEquals("1#2", rows.get(10_999).key());
      // The last row alone says that the day is first, and that a blank means no.
      assertEquals(List.of(1L, LocalDate.of(2024, 2, 1), true), rows.getFirst().values());
      assertEquals(List.of(12_000L, LocalDate.of(2024, 2, 1), true), rows.get(11_999).values());
      assertEquals(List.of(12_001L, LocalDate.of(2024, 2, 13), false), rows.getLast().values());
      assertEquals("[11.2,53.4]", rows.get(11_999).geometry().orElseThrow().coordinates());
      var out = new ByteArrayOutputStream();
      TableFiles.write(table, TableFiles.CsvStyle.STANDARD, "csv", out);
      assertEquals(12_002, out.toString(StandardCharsets.UTF_8).lines().count());
    }
  }
}
