package org.allmende.catalog.search.lucene;

import java.util.Arrays;
import java.util.List;
import org.allmende.catalog.geo.Shape;
import org.allmende.vocab.codelist.GeoPoint;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonShape;
import org.apache.lucene.geo.Line;
import org.apache.lucene.geo.Polygon;

/** Shapes as fields of a Lucene document, found by boxes and circles. */
final class ShapeFields {

  /** A line with more corners than a country's border stands in the index as its box. */
  private static final int MOST_CORNERS = 5_000;

  private ShapeFields() {}

  static void add(Document document, List<Shape> shapes) {
    for (var shape : shapes) {
      for (var field : fields(shape)) {
        document.add(field);
      }
    }
  }

  private static Field[] fields(Shape shape) {
    return switch (shape) {
      case Shape.Point point -> point(point.at());
      case Shape.Line line ->
          line.positions().size() > MOST_CORNERS
              ? box(line.positions())
              : LatLonShape.createIndexableFields(
                  Fields.PLACES,
                  new Line(latitudes(line.positions()), longitudes(line.positions())));
      case Shape.Area area -> area(area);
    };
  }

  private static Field[] point(GeoPoint at) {
    return LatLonShape.createIndexableFields(Fields.PLACES, at.latitude(), at.longitude());
  }

  /** An area whose ring crosses itself cannot be cut into triangles: its box stands for it. */
  private static Field[] area(Shape.Area area) {
    var corners = area.ring().size() + area.holes().stream().mapToInt(List<GeoPoint>::size).sum();
    if (corners > MOST_CORNERS) {
      return box(area.ring());
    }
    try {
      return LatLonShape.createIndexableFields(Fields.PLACES, polygon(area));
    } catch (IllegalArgumentException e) {
      return box(area.ring());
    }
  }

  private static Polygon polygon(Shape.Area area) {
    var holes =
        area.holes().stream()
            .map(hole -> new Polygon(latitudes(hole), longitudes(hole)))
            .toArray(Polygon[]::new);
    return new Polygon(latitudes(area.ring()), longitudes(area.ring()), holes);
  }

  private static Field[] box(List<GeoPoint> positions) {
    var latitudes = Arrays.stream(latitudes(positions)).summaryStatistics();
    var longitudes = Arrays.stream(longitudes(positions)).summaryStatistics();
    var south = latitudes.getMin();
    var north = latitudes.getMax();
    var west = longitudes.getMin();
    var east = longitudes.getMax();
    if (south == north || west == east) {
      var line = new Line(new double[] {south, north}, new double[] {west, east});
      return LatLonShape.createIndexableFields(Fields.PLACES, line);
    }
    var corners =
        new Polygon(
            new double[] {south, south, north, north, south},
            new double[] {west, east, east, west, west});
    return LatLonShape.createIndexableFields(Fields.PLACES, corners);
  }

  private static double[] latitudes(List<GeoPoint> positions) {
    return positions.stream().mapToDouble(GeoPoint::latitude).toArray();
  }

  private static double[] longitudes(List<GeoPoint> positions) {
    return positions.stream().mapToDouble(GeoPoint::longitude).toArray();
  }
}
