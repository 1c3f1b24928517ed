package org.allmende.harvest.source.arcgis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.allmende.harvest.source.table.Shapes;

/** Geometries as ArcGIS writes them in its own JSON, as GeoJSON. */
final class EsriGeometry {

  private EsriGeometry() {}

  /** The geometry, or empty when there is none of a known kind. */
  static Optional<JsonNode> read(JsonNode geometry) {
    if (geometry.path("x").isNumber() && geometry.path("y").isNumber()) {
      var position = JsonNodeFactory.instance.arrayNode();
      return Optional.of(
          Shapes.geometry("Point", position.add(geometry.path("x")).add(geometry.path("y"))));
    }
    if (geometry.path("points").isArray()) {
      return Optional.of(Shapes.geometry("MultiPoint", geometry.path("points")));
    }
    if (geometry.path("paths").isArray()) {
      return Shapes.together(
          elements(geometry.path("paths")).stream()
              .map(path -> Shapes.geometry("LineString", path))
              .toList());
    }
    return geometry.path("rings").isArray() ? areas(geometry.path("rings")) : Optional.empty();
  }

  /** Rings that run clockwise bound areas, the others are holes in the area before them. */
  private static Optional<JsonNode> areas(JsonNode rings) {
    var areas = new ArrayList<List<JsonNode>>();
    for (var ring : rings) {
      if (areas.isEmpty() || isClockwise(ring)) {
        areas.add(new ArrayList<>());
      }
      areas.getLast().add(ring);
    }
    return Shapes.together(
        areas.stream().map(area -> Shapes.geometry("Polygon", Shapes.list(area))).toList());
  }

  private static boolean isClockwise(JsonNode ring) {
    var twiceTheArea = 0.0;
    for (int i = 0; i + 1 < ring.size(); i++) {
      var here = ring.get(i);
      var there = ring.get(i + 1);
      twiceTheArea +=
          here.path(0).asDouble() * there.path(1).asDouble()
              - there.path(0).asDouble() * here.path(1).asDouble();
    }
    return twiceTheArea < 0;
  }

  private static List<JsonNode> elements(JsonNode list) {
    var elements = new ArrayList<JsonNode>();
    list.forEach(elements::add);
    return elements;
  }
}
