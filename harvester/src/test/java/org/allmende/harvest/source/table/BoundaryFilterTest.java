package org.allmende.harvest.source.table;

import static org.allmende.harvest.Harvests.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.allmende.harvest.FakeFetcher;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.SourceRecord.TableEntry;
import org.allmende.harvest.place.Gazetteer;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.csv.CsvSourceFormat;
import org.allmende.harvest.source.geojson.GeoJsonSourceFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows chosen by their position inside the municipality's boundary ({@code sources.md} 2.6). */
class BoundaryFilterTest {

  private static final String BOUNDARY =
      """
      {"type": "Feature", "properties": {"name": "Musterstadt", "ags": "13099001"}, "geometry": {"type": "Polygon",
       "coordinates": [[[11.1, 53.3], [11.3, 53.3], [11.3, 53.5], [11.1, 53.5], [11.1, 53.3]]]}}
      """;

  @TempDir private Path folder;

  private Table read(SourceFormat format, String mapping, String text) throws IOException {
    var gazetteer = Gazetteer.in(folder);
    gazetteer.importFile(Files.writeString(folder.resolve("grenze.geojson"), BOUNDARY));
    var source = Harvests.source(format.id(), Harvests.mapping(mapping));
    var context = Harvests.context(source);
    var town = context.settings().municipality().orElseThrow();
    var fetcher = new FakeFetcher().with(source.location(), text.getBytes(StandardCharsets.UTF_8));
    try (var records = format.open(source, context.within(gazetteer.boundaryOf(town)), fetcher)) {
      return ((TableEntry) records.findFirst().orElseThrow()).table();
    }
  }

  @Test
  void waitsForTheCoordinateSystemThatStandsBehindTheFeatures() throws IOException {
    var table =
        read(
            new GeoJsonSourceFormat(),
            "passthrough: true\nfilter: {municipality: {point: [y, x]}}\n",
            """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "properties": {"name": "hier"}, "geometry": {"type": "Point", "coordinates": [645912.3, 5922300.1]}},
              {"type": "Feature", "properties": {"name": "fern"}, "geometry": {"type": "Point", "coordinates": [545912.3, 5822300.1]}},
              {"type": "Feature", "properties": {"name": "ortlos"}, "geometry": null}],
             "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}}
            """);

    assertEquals(List.of("hier"), column(table, "name"), table.notes().toString());
    assertEquals(3, table.notes().rowsRead());
    assertTrue(table.notes().skipped().getFirst().startsWith("2 "), table.notes().toString());
  }

  @Test
  void readsProjectedColumnsBeforeItJudges() throws IOException {
    var table =
        read(
            new CsvSourceFormat(),
            """
            fields: [{name: name}]
            filter: {municipality: {point: [Hoch, Rechts]}}
            geometry: {lon: [Rechts], lat: [Hoch], crs: "EPSG:25832"}
            """,
            "name;Rechts;Hoch\nhier;645.912,3;5.922.300,1\nfern;545912,3;5822300,1\nleer;;\n");

    assertEquals(List.of("hier"), column(table, "name"), table.notes().toString());
  }
}
