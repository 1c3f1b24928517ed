package org.allmende.harvest.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.GeometryTransformer;

/**
 * The boundary of a municipality, district or state in WGS 84. Any number of threads may ask it.
 */
public final class Boundary {

  /** Positions this far outside are doubted and kept ({@code sources.md} 2.5). */
  public static final double TOLERANCE_METERS = 200;

  private static final double METERS_PER_DEGREE = 111_195;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final String name;
  private final String key;
  private final MultiPolygon shape;
  private final PreparedGeometry prepared;
  private final double shrink;

  /** Made when somebody asks who is near: a margin around a long line takes a while. */
  private volatile @Nullable PreparedGeometry near;

  /**
   * A boundary.
   *
   * @param name of what it encloses; may be empty
   * @param key its official key: 2, 5, 8 or 12 digits; may be empty
   * @param shape longitude before latitude
   */
  Boundary(String name, String key, MultiPolygon shape) {
    this.name = name;
    this.key = key;
    this.shape = shape;
    this.prepared = PreparedGeometryFactory.prepare(shape);
    this.shrink = Math.cos(Math.toRadians(shape.getEnvelopeInternal().centre().y));
  }

  /** What it encloses. */
  public String name() {
    return name;
  }

  /** The official key, without blanks; {@code ""} when the file named none. */
  public String key() {
    return key;
  }

  /** The lines around it, and around what it leaves out: pairs of longitude and latitude. */
  public List<List<double[]>> rings() {
    var rings = new ArrayList<List<double[]>>();
    for (var i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon part) {
        rings.add(positions(part.getExteriorRing()));
        for (var hole = 0; hole < part.getNumInteriorRing(); hole++) {
          rings.add(positions(part.getInteriorRingN(hole)));
        }
      }
    }
    return rings;
  }

  private static List<double[]> positions(Geometry ring) {
    return Arrays.stream(ring.getCoordinates()).map(c -> new double[] {c.x, c.y}).toList();
  }

  /** The shape, longitude before latitude. */
  MultiPolygon shape() {
    return shape;
  }

  /** Whether a point lies inside or on the line. */
  public boolean contains(double lon, double lat) {
    return prepared.covers(point(lon, lat));
  }

  /** Whether a point lies inside or within {@value #TOLERANCE_METERS} m of it. */
  public boolean isNear(double lon, double lat) {
    return near().covers(point(lon * METERS_PER_DEGREE * shrink, lat * METERS_PER_DEGREE));
  }

  private PreparedGeometry near() {
    var made = near;
    if (made == null) {
      made = PreparedGeometryFactory.prepare(scaled(shape).buffer(TOLERANCE_METERS));
      near = made;
    }
    return made;
  }

  /** Whether a shape has a point in common with the inside; one that only touches has not. */
  public boolean overlaps(Geometry other) {
    return prepared.intersects(other) && !shape.touches(other);
  }

  /** Whether both have a point in common, be it on the line. */
  boolean meets(Boundary other) {
    return prepared.intersects(other.shape);
  }

  /** Name, key and a fingerprint of the shape: equal as long as the boundary is the same. */
  @Override
  public String toString() {
    return name + " " + key + " " + shape.getNumPoints() + " " + shape.getArea();
  }

  private static Geometry point(double x, double y) {
    return FACTORY.createPoint(new Coordinate(x, y));
  }

  /** In meters: right to a thousandth for a municipality, and good enough for a state. */
  private Geometry scaled(Geometry degrees) {
    return new GeometryTransformer() {
      @Override
      protected CoordinateSequence transformCoordinates(CoordinateSequence from, Geometry parent) {
        var to = from.copy();
        for (int i = 0; i < to.size(); i++) {
          to.setOrdinate(i, 0, from.getX(i) * METERS_PER_DEGREE * shrink);
          to.setOrdinate(i, 1, from.getY(i) * METERS_PER_DEGREE);
        }
        return to;
      }
    }.transform(degrees);
  }
}
