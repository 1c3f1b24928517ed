package org.allmende.catalog.geo;

import java.util.List;
import org.allmende.vocab.codelist.GeoPoint;

/** Something on the earth: what several of them cover together is a list of them. */
public sealed interface Shape {

  /** A single position. */
  record Point(GeoPoint at) implements Shape {}

  /** Positions joined one after the other; two or more. */
  record Line(List<GeoPoint> positions) implements Shape {
    public Line {
      positions = List.copyOf(positions);
      if (positions.size() < 2) {
        throw new IllegalArgumentException("a line has two positions or more");
      }
    }
  }

  /**
   * An area inside a ring and outside its holes. A ring ends where it begins and has four positions
   * or more.
   */
  record Area(List<GeoPoint> ring, List<List<GeoPoint>> holes) implements Shape {
    public Area {
      ring = closed(ring);
      holes = holes.stream().map(Area::closed).toList();
    }

    private static List<GeoPoint> closed(List<GeoPoint> ring) {
      if (ring.size() < 4 || !ring.getFirst().equals(ring.getLast())) {
        throw new IllegalArgumentException(
            "a ring has four positions or more, and the last is the first");
      }
      return List.copyOf(ring);
    }
  }
}
