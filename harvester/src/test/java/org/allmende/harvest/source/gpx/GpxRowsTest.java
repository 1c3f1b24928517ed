package org.allmende.harvest.source.gpx;

import static org.allmende.harvest.Harvests.column;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.allmende.harvest.Harvests;
import org.junit.jupiter.api.Test;

class GpxRowsTest {

  @Test
  void readsWaypointsRoutesAndTracks() throws IOException {
    var table =
        Harvests.read(
            new GpxSourceFormat(),
            Harvests.mapping("passthrough: true"),
            """
            <gpx xmlns="http://www.topografix.com/GPX/1/1"><metadata><name>Wandern</name></metadata>
            <wpt lat="53.4321" lon="11.1931"><name>Schutzhütte</name><ele>31.5</ele></wpt>
            <rte><name>Seeweg</name><rtept lat="53.4" lon="11.1"/><rtept lat="53.5" lon="11.2"/></rte>
            <trk><name>Rundweg</name>
              <trkseg><trkpt lat="53.41" lon="11.11"/><trkpt lat="53.42" lon="11.12"/></trkseg>
              <trkseg><trkpt lat="53.43" lon="11.13"/><trkpt lat="53.44" lon="11.14"/></trkseg>
            </trk></gpx>
            """);

    assertEquals(List.of("waypoint", "route", "track"), column(table, "kind"));
    assertEquals(List.of("Schutzhütte", "Seeweg", "Rundweg"), column(table, "name"));
    assertEquals(
        List.of("Point", "LineString", "MultiLineString"),
        table.rows().stream().map(row -> row.geometry().orElseThrow().type()).toList());
  }
}
