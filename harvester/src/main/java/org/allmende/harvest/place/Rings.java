package org.allmende.harvest.place;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Joins the pieces of lines that OpenStreetMap's relations are made of to rings and polygons. */
final class Rings {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Rings() {}

  /**
   * Polygons of pieces.
   *
   * @param outer lines around, in any order and direction
   * @param inner lines around what is left out
   * @throws BoundaryException when the pieces leave a gap
   */
  static MultiPolygon polygons(List<List<Coordinate>> outer, List<List<Coordinate>> inner)
      throws BoundaryException {
    var shells = joined(outer);
    var holes = joined(inner);
    shells.sort(Comparator.comparingDouble(ring -> FACTORY.createPolygon(ring).getArea()));
    var byShell = new ArrayList<List<LinearRing>>();
    shells.forEach(shell -> byShell.add(new ArrayList<>()));
    for (var hole : holes) {
      byShell.get(shellOf(hole, shells)).add(hole);
    }
    var polygons = new Polygon[shells.size()];
    for (int i = 0; i < polygons.length; i++) {
      polygons[i] = FACTORY.createPolygon(shells.get(i), byShell.get(i).toArray(LinearRing[]::new));
    }
    return FACTORY.createMultiPolygon(polygons);
  }

  /** The smallest that holds it: an island may lie in a hole of another. */
  private static int shellOf(LinearRing hole, List<LinearRing> shells) throws BoundaryException {
    for (int i = 0; i < shells.size(); i++) {
      if (FACTORY.createPolygon(shells.get(i)).covers(FACTORY.createPolygon(hole))) {
        return i;
      }
    }
    throw new BoundaryException("an inner ring at " + hole.getCoordinateN(0) + " lies outside");
  }

  private static List<LinearRing> joined(List<List<Coordinate>> pieces) throws BoundaryException {
    var rest = new ArrayList<>(pieces);
    var rings = new ArrayList<LinearRing>();
    while (!rest.isEmpty()) {
      rings.add(ring(rest));
    }
    return rings;
  }

  /** Takes pieces off the rest until the line comes back to its beginning. */
  private static LinearRing ring(List<List<Coordinate>> rest) throws BoundaryException {
    var line = new ArrayDeque<>(rest.removeFirst());
    while (!line.getFirst().equals2D(line.getLast())) {
      var next = takeNext(line.getLast(), rest);
      if (next.isEmpty()) {
        throw new BoundaryException(
            "the line ends at "
                + line.getLast().getX()
                + ", "
                + line.getLast().getY()
                + " and no other piece goes on from there. Is the answer complete (out geom)?");
      }
      next.stream().skip(1).forEach(line::add);
    }
    if (line.size() < 4) {
      throw new BoundaryException("a ring has only " + line.size() + " points");
    }
    return FACTORY.createLinearRing(line.toArray(Coordinate[]::new));
  }

  private static List<Coordinate> takeNext(Coordinate end, List<List<Coordinate>> rest) {
    for (int i = 0; i < rest.size(); i++) {
      var piece = rest.get(i);
      if (piece.getFirst().equals2D(end)) {
        return rest.remove(i);
      }
      if (piece.getLast().equals2D(end)) {
        var turned = new ArrayList<>(rest.remove(i));
        Collections.reverse(turned);
        return turned;
      }
    }
    return List.of();
  }
}
