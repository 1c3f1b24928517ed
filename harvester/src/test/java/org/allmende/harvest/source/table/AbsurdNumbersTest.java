package org.allmende.harvest.source.table;

import static org.allmende.harvest.Harvests.mapping;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.csv.CsvSourceFormat;
import org.allmende.harvest.source.geojson.GeoJsonSourceFormat;
import org.allmende.harvest.source.json.JsonSourceFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that are none, and numbers that would fill the memory when they are written out. */
class AbsurdNumbersTest {

  private static Table read(SourceFormat format, String mapping, String body) throws IOException {
    return Harvests.read(format, mapping(mapping), body.getBytes(StandardCharsets.UTF_8));
  }

  private static String json(Table table) throws IOException {
    var out = new ByteArrayOutputStream();
    TableFiles.write(table, TableFiles.CsvStyle.STANDARD, "json", out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"number", "integer", "string", "date", "postcode", "list"})
  void readsEndlessNumbersOfAListAsNoValueOrAsText(String type) throws IOException {
    var fields = "fields: [{ name: a, type: %s }]".formatted(type);

    assertTrue(json(read(new CsvSourceFormat(), fields, "a;b\n1e999999999;1\n")).length() < 100);
    assertTrue(
        json(read(new JsonSourceFormat(), fields, "[{\"a\": 1e999999999}, {\"a\": -1E-999999999}]"))
                .length()
            < 200);
  }

  @Test
  void carriesNestedEndlessNumbersThroughAsText() throws IOException {
    var table =
        read(
            new JsonSourceFormat(),
            "fields: [{ name: a, type: json }]",
            "[{\"a\": [1e999999999, 2.50]}]");

    assertEquals("[\n{\"a\":[\"1E+999999999\",2.5]}\n]\n", json(table));
  }

  @Test
  void takesNaNAndInfinityAsNoValue() throws IOException {
    var table =
        read(
            new JsonSourceFormat(),
            "fields: [{ name: a, type: number }, { name: b }]\n"
                + "geometry: { lon: [x], lat: [y] }",
            "[{\"a\": NaN, \"b\": Infinity, \"x\": NaN, \"y\": 53.4}, {\"a\": 1.5, \"b\": \"c\"}]");

    assertNull(table.rows().getFirst().values().get(0));
    assertNull(table.rows().getFirst().values().get(1));
    assertTrue(table.rows().getFirst().geometry().isEmpty());
    assertEquals(2, table.notes().rowsKept());
  }

  @Test
  void readsFeaturesWithoutAPlaceOrWithOneThatIsNone() throws IOException {
    var table =
        read(
            new GeoJsonSourceFormat(),
            "fields: [{ name: n }]",
            """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "properties": {"n": 1}, "geometry": null},
              {"type": "Feature", "properties": {"n": 2}, "geometry": {"type": "Point", "coordinates": [NaN, 53.4]}},
              {"type": "Feature", "properties": {"n": 3}, "geometry": {"type": "Point", "coordinates": [1e999999999, 53.4]}},
              {"type": "Feature", "properties": {"n": 4}, "geometry": {"type": "Point", "coordinates": []}},
              {"type": "Feature", "properties": null, "geometry": {"type": "Polygon", "coordinates": [[[11.2, 53.4], null]]}},
              {"type": "Feature", "properties": {"n": 6}, "geometry": {"type": "Point", "coordinates": [11.2, 53.4]}},
              null, 7]}
            """);

    assertEquals(8, table.notes().rowsRead());
    assertEquals(6, table.notes().rowsKept());
    assertEquals(1, table.rows().stream().filter(row -> row.geometry().isPresent()).count());
    assertEquals(2, table.notes().skipped().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:25832", "EPSG:31467", "EPSG:3857", "EPSG:4326"})
  void findsNoPlaceForCoordinatesOutsideOfAnyMap(String crs) throws IOException {
    var table =
        read(
            new CsvSourceFormat(),
            "fields: [{ name: n }]\ngeometry: { lon: [x], lat: [y], crs: \"%s\" }".formatted(crs),
            "n;x;y\n1;1e300;1e300\n2;-99999999999;99999999999\n3;0,0000001;1e-300\n4;1e18;5e6\n");

    assertEquals(4, table.notes().rowsKept());
    assertTrue(table.rows().stream().allMatch(row -> row.geometry().isEmpty()));
  }
}
