package org.allmende.catalog.geo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.allmende.vocab.codelist.GeoPoint;

/** Reads GeoJSON: geometries, collections, features. */
final class GeoJsonReader {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<Shape> shapes = new ArrayList<>();

  private GeoJsonReader() {}

  static List<Shape> read(String text) {
    try {
      var reader = new GeoJsonReader();
      reader.add(MAPPER.readTree(text));
      return reader.shapes;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("expected GeoJSON", e);
    }
  }

  private void add(JsonNode object) {
    var coordinates = object.path("coordinates");
    switch (object.path("type").asText()) {
      case "Point" -> shapes.add(new Shape.Point(position(coordinates)));
      case "LineString" -> shapes.add(new Shape.Line(positions(coordinates)));
      case "Polygon" -> shapes.add(area(coordinates));
      case "MultiPoint" -> each(coordinates, one -> shapes.add(new Shape.Point(position(one))));
      case "MultiLineString" ->
          each(coordinates, one -> shapes.add(new Shape.Line(positions(one))));
      case "MultiPolygon" -> each(coordinates, one -> shapes.add(area(one)));
      case "GeometryCollection" -> each(object.path("geometries"), this::add);
      case "FeatureCollection" -> each(object.path("features"), this::add);
      case "Feature" -> add(object.path("geometry"));
      default -> throw new IllegalArgumentException("expected a geometry of GeoJSON");
    }
  }

  private static void each(JsonNode array, Consumer<JsonNode> reader) {
    array.forEach(reader);
  }

  private static Shape area(JsonNode rings) {
    var all = new ArrayList<List<GeoPoint>>();
    rings.forEach(ring -> all.add(positions(ring)));
    if (all.isEmpty()) {
      throw new IllegalArgumentException("a polygon needs a ring");
    }
    return new Shape.Area(all.getFirst(), all.subList(1, all.size()));
  }

  private static List<GeoPoint> positions(JsonNode array) {
    var positions = new ArrayList<GeoPoint>();
    array.forEach(item -> positions.add(position(item)));
    return positions;
  }

  private static GeoPoint position(JsonNode pair) {
    if (pair.size() < 2 || !pair.get(0).isNumber() || !pair.get(1).isNumber()) {
      throw new IllegalArgumentException("a position has two numbers");
    }
    return new GeoPoint(pair.get(0).asDouble(), pair.get(1).asDouble());
  }
}
