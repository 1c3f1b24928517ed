package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class WktGeoJsonTest {

  @Test
  void aPolygonKeepsItsRing() {
    assertEquals(
        Optional.of(
            "{\"type\":\"Polygon\",\"coordinates\":[[[12.0,54.1],[12.3,54.1],[12.0,54.1]]]}"),
        WktGeoJson.convert("POLYGON((12.0 54.1, 12.3 54.1, 12.0 54.1))"));
  }

  @Test
  void aPointMayNameItsReferenceSystem() {
    assertEquals(
        Optional.of("{\"type\":\"Point\",\"coordinates\":[12.1,54]}"),
        WktGeoJson.convert("<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(12.1 54)"));
  }

  @Test
  void whatIsNeitherIsLeftOut() {
    assertEquals(Optional.empty(), WktGeoJson.convert("LINESTRING(1 2, 3 4)"));
    assertEquals(Optional.empty(), WktGeoJson.convert("POLYGON((north))"));
  }
}
