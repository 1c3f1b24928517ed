package org.allmende.catalog.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.allmende.vocab.codelist.GeoPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesTest {

  @Test
  void readsAPointBehindItsReferenceSystem() {
    var point = Shapes.read("<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT (11.4 53.6)");
    assertEquals(List.of(new Shape.Point(new GeoPoint(11.4, 53.6))), point);
  }

  @Test
  void readsTheSameAreaInEitherNotation() {
    var wkt = Shapes.read("POLYGON ((0 0, 2 0, 2 2, 0 0), (1 0.5, 1.5 0.5, 1.5 1, 1 0.5))");
    var json =
        Shapes.read(
            "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[2,0],[2,2],[0,0]],"
                + "[[1,0.5],[1.5,0.5],[1.5,1],[1,0.5]]]}");
    assertEquals(1, wkt.size());
    assertEquals(wkt, json);
  }

  @Test
  void takesCollectionsApart() {
    assertEquals(2, Shapes.read("MULTIPOINT (1 2, 3 4)").size());
    assertEquals(2, Shapes.read("MULTIPOINT ((1 2), (3 4))").size());
    var mixed =
        Shapes.read("GEOMETRYCOLLECTION Z (POINT Z (1 2 3), LINESTRING (0 0, 1 1), POINT EMPTY)");
    assertEquals(2, mixed.size());
    assertInstanceOf(Shape.Line.class, mixed.get(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "POINT",
        "POINT (1",
        "POINT (1 2) and more",
        "POINT (a b)",
        "POINT (4500000 5700000)",
        "POLYGON ((0 0, 1 1, 0 0))",
        "POLYGON ((0 0, 1 0, 1 1, 5 5))",
        "CIRCLE (1 2)",
        "{",
        "{}",
        "{\"type\":\"Point\",\"coordinates\":[\"1\",2]}",
        "{\"type\":\"Polygon\",\"coordinates\":[]}",
        "{\"type\":\"Feature\"}",
        "POINT (1e999 2)",
        "POINT (1e+-5 2)"
      })
  void saysNothingOfWhatItCannotRead(String text) {
    assertEquals(List.of(), Shapes.read(text));
  }
}
