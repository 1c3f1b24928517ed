package org.allmende.harvest.source.table;

import static org.allmende.harvest.Harvests.mapping;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.allmende.catalog.CatalogSettings;
import org.allmende.catalog.model.Identity;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.csv.CsvSourceFormat;
import org.allmende.harvest.source.geojson.GeoJsonSourceFormat;
import org.allmende.harvest.source.json.JsonSourceFormat;
import org.junit.jupiter.api.Test;

/** The museum of bad input: each ends in one sentence that says what was expected and what came. */
class BadInputTest {

  private static String failure(SourceFormat format, String mapping, String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var failure =
        assertThrows(IOException.class, () -> Harvests.read(format, mapping(mapping), bytes));
    return String.valueOf(failure.getMessage());
  }

  private static void assertSays(String part, String message) {
    assertTrue(message.contains(part), message);
  }

  @Test
  void truncatedJson() {
    var message =
        failure(new JsonSourceFormat(), "fields: [{ name: a }]", "[{\"a\": \"1\"},\n{\"a\": ");
    assertSays("list, line 2", message);
    assertSays("cut short", message);
  }

  @Test
  void jsonWithAComment() {
    assertSays(
        "no valid JSON",
        failure(new JsonSourceFormat(), "fields: [{ name: a }]", "{\"a\": 1, // Knoten\n}"));
  }

  @Test
  void htmlInsteadOfCsv() {
    assertEquals(
        "https://quelle.example/list: expected CSV, got an HTML page titled \"Seite nicht"
            + " gefunden\". Open the address in a browser, and correct the source's location.",
        failure(
            new CsvSourceFormat(),
            "fields: [{ name: a }]",
            "<!-- t3 --><!DOCTYPE html><html><title>Seite nicht gefunden</title></html>"));
  }

  @Test
  void loginPageInsteadOfJson() {
    assertSays(
        "a login page",
        failure(
            new JsonSourceFormat(),
            "fields: [{ name: a }]",
            "<html><body><form><input type=\"password\"></form></body></html>"));
  }

  @Test
  void errorOfAMapServiceInsteadOfGeoJson() {
    assertSays(
        "an error of a map service: layer unknown",
        failure(
            new GeoJsonSourceFormat(),
            "fields: [{ name: a }]",
            "<?xml version=\"1.0\"?><ows:ExceptionReport><ows:Exception>"
                + "<ows:ExceptionText>layer unknown</ows:ExceptionText>"));
  }

  @Test
  void jsonInsteadOfCsv() {
    assertSays(
        "a document that begins with",
        failure(new CsvSourceFormat(), "fields: [{ name: a }]", "[{\"a\": 1}]"));
  }

  @Test
  void missingRequiredColumn() {
    assertEquals(
        "list: expected a column \"Betreiber\" / \"Operator\", found: Name, Ort. Add the new name"
            + " to \"from\" of the field operator.",
        failure(
            new CsvSourceFormat(),
            "fields: [{ name: operator, from: [Betreiber, Operator], required: true }]",
            "Name;Ort\na;b\n"));
  }

  @Test
  void noHeaderRow() {
    assertSays(
        "expected a header row with \"Betreiber\"",
        failure(
            new CsvSourceFormat(),
            "select: { header: [Betreiber] }\nfields: [{ name: a }]",
            "Name;Ort\na;b\n"));
  }

  @Test
  void noRowsAtThePath() {
    assertSays(
        "expected rows at $.nodes, found: error",
        failure(
            new JsonSourceFormat(),
            "select: { path: $.nodes }\nfields: [{ name: a }]",
            "{\"error\": {\"code\": 400}}"));
  }

  @Test
  void rowsThatAreNoObjects() throws IOException {
    var table =
        Harvests.read(new JsonSourceFormat(), mapping("fields: [{ name: a }]"), "[1, {\"a\": 2}]");
    assertEquals(2, table.notes().rowsRead());
    assertEquals(1, table.rows().size());
  }

  @Test
  void geometryThatIsNoGeometry() throws IOException {
    var table =
        Harvests.read(
            new GeoJsonSourceFormat(),
            mapping("fields: [{ name: n }]"),
            """
            {"features": [
              {"properties": {"n": "1"}, "geometry": {"type": "Point", "coordinates": ["x", "y"]}},
              {"properties": {"n": "2"}, "geometry": {"type": "Kreis", "coordinates": [1, 2]}},
              {"properties": {"n": "3"}, "geometry": {"type": "Point", "coordinates": []}}]}
            """);
    assertEquals(3, table.rows().size());
    assertTrue(table.rows().stream().allMatch(row -> row.geometry().isEmpty()));
    assertEquals(2, table.notes().repairs().size(), table.notes().toString());
  }

  @Test
  void unclosedQuote() throws IOException {
    var table =
        Harvests.read(
            new CsvSourceFormat(), mapping("fields: [{ name: a }]"), "a;b\n\"offen;1\n2;3\n");
    assertEquals(1, table.notes().rowsRead());
  }

  @Test
  void rowsOfTheMunicipalityWithoutAMunicipality() throws IOException {
    assertThrows(
        IOException.class,
        () ->
            TableReader.read(
                new EmptyRows(),
                "list",
                mapping("filter: { municipality: { key: ags } }\nfields: [{ name: a }]"),
                new HarvestContext(
                    Harvests.source("csv", mapping("fields: [{ name: a }]")),
                    new Identity(Harvests.BASE, Harvests.BASE),
                    CatalogSettings.local(8080),
                    Harvests.NOW)));
  }

  private static final class EmptyRows implements RowSource {
    @Override
    public ColumnNames columns() {
      return ColumnNames.of(java.util.List.of());
    }

    @Override
    public Envelope read(java.util.function.Consumer<RawRow> sink) {
      return new Envelope("", java.util.List.of(), java.util.Optional.empty(), java.util.List.of());
    }
  }
}
