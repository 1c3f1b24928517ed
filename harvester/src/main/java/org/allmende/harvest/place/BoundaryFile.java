package org.allmende.harvest.place;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Reads boundaries from a file: GeoJSON, an answer of OpenStreetMap's Overpass ({@code out geom}),
 * also when that answer is wrapped as text in another JSON document, and writes GeoJSON.
 */
final class BoundaryFile {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** What the official key is called, the longer first. */
  private static final List<String> KEYS =
      List.of(
          "ars",
          "de:regionalschluessel",
          "RS",
          "rs",
          "ags",
          "de:amtlicher_gemeindeschluessel",
          "AGS",
          "ARS",
          "AGS_0",
          "ARS_0",
          "schluessel",
          "key",
          "SN_L");

  private static final List<String> NAMES = List.of("name", "GEN", "gen", "NAME", "title");

  private final String place;

  private BoundaryFile(String place) {
    this.place = place;
  }

  /**
   * All boundaries of a file.
   *
   * @throws BoundaryException when it has none, or one that does not close
   */
  static List<Boundary> read(Path file) throws IOException {
    return new BoundaryFile(String.valueOf(file.getFileName())).boundaries(json(file));
  }

  private static JsonNode json(Path file) throws IOException {
    try {
      return MAPPER.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new BoundaryException(
          file.getFileName()
              + ": expected GeoJSON or an answer of Overpass, but it is no JSON: "
              + e.getOriginalMessage(),
          e);
    }
  }

  private List<Boundary> boundaries(JsonNode json) throws IOException {
    if (json.path("response").isTextual()) {
      return boundaries(MAPPER.readTree(json.path("response").textValue()));
    }
    if (json.isTextual()) {
      return boundaries(MAPPER.readTree(json.textValue()));
    }
    var found = json.has("elements") ? relations(json) : features(json);
    if (found.isEmpty()) {
      throw new BoundaryException(
          place
              + ": expected polygons (a GeoJSON FeatureCollection, or relations of Overpass with"
              + " \"out geom\"), found none");
    }
    return found;
  }

  private List<Boundary> relations(JsonNode json) throws BoundaryException {
    var found = new ArrayList<Boundary>();
    for (var element : json.path("elements")) {
      if (element.path("type").asText().equals("relation")) {
        found.add(relation(element));
      }
    }
    return found;
  }

  private Boundary relation(JsonNode relation) throws BoundaryException {
    var tags = relation.path("tags");
    var outer = pieces(relation, false);
    if (outer.isEmpty()) {
      throw new BoundaryException(
          place
              + ", relation "
              + relation.path("id").asText()
              + ": it has no lines. Ask Overpass for \"out geom\".");
    }
    try {
      return new Boundary(name(tags), key(tags), Rings.polygons(outer, pieces(relation, true)));
    } catch (BoundaryException e) {
      throw new BoundaryException(
          place + ", relation " + relation.path("id").asText() + ": " + e.getMessage(), e);
    }
  }

  private static List<List<Coordinate>> pieces(JsonNode relation, boolean isInner) {
    var pieces = new ArrayList<List<Coordinate>>();
    for (var member : relation.path("members")) {
      var isWanted = member.path("role").asText().equals("inner") == isInner;
      if (isWanted && member.path("type").asText().equals("way")) {
        var line = new ArrayList<Coordinate>();
        for (var point : member.path("geometry")) {
          line.add(new Coordinate(point.path("lon").asDouble(), point.path("lat").asDouble()));
        }
        if (line.size() > 1) {
          pieces.add(line);
        }
      }
    }
    return pieces;
  }

  private List<Boundary> features(JsonNode json) throws BoundaryException {
    var features = new ArrayList<JsonNode>();
    if (json.path("features").isArray()) {
      json.path("features").forEach(features::add);
    } else {
      features.add(json);
    }
    var found = new ArrayList<Boundary>();
    for (var feature : features) {
      var geometry = feature.has("geometry") ? feature.path("geometry") : feature;
      var properties = feature.path("properties");
      var shape = shape(geometry, found.size() + 1);
      if (shape.isPresent()) {
        found.add(new Boundary(name(properties), key(properties), shape.get()));
      }
    }
    return found;
  }

  private Optional<MultiPolygon> shape(JsonNode geometry, int number) throws BoundaryException {
    try {
      return switch (geometry.path("type").asText()) {
        case "Polygon" ->
            Optional.of(
                FACTORY.createMultiPolygon(new Polygon[] {polygon(geometry.path("coordinates"))}));
        case "MultiPolygon" -> {
          var polygons = new ArrayList<Polygon>();
          for (var one : geometry.path("coordinates")) {
            polygons.add(polygon(one));
          }
          yield Optional.of(FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new)));
        }
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException e) {
      throw new BoundaryException(
          place + ", feature " + number + ": a ring does not close: " + e.getMessage(), e);
    }
  }

  private Polygon polygon(JsonNode rings) throws BoundaryException {
    if (rings.isEmpty()) {
      throw new BoundaryException(place + ": a polygon without a ring");
    }
    var shell = ring(rings.get(0));
    var holes = new ArrayList<LinearRing>();
    for (int i = 1; i < rings.size(); i++) {
      holes.add(ring(rings.get(i)));
    }
    return FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new));
  }

  private LinearRing ring(JsonNode points) throws BoundaryException {
    var ring = new ArrayList<Coordinate>();
    for (var point : points) {
      var lon = point.path(0).asDouble(Double.NaN);
      var lat = point.path(1).asDouble(Double.NaN);
      if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
        throw new BoundaryException(
            place + ": expected degrees (WGS 84, longitude first), got " + point);
      }
      ring.add(new Coordinate(lon, lat));
    }
    return FACTORY.createLinearRing(ring.toArray(Coordinate[]::new));
  }

  private static String name(JsonNode tags) {
    return first(tags, NAMES).orElse("");
  }

  private static String key(JsonNode tags) {
    return KEYS.stream()
        .map(name -> tags.path(name).asText("").replaceAll("\\s", ""))
        .filter(text -> text.matches("\\d{2}|\\d{5}|\\d{7,9}|\\d{11,12}"))
        .map(text -> text.matches("\\d{7}|\\d{11}") ? "0" + text : text)
        .findFirst()
        .orElse("");
  }

  private static Optional<String> first(JsonNode tags, List<String> names) {
    return names.stream()
        .map(name -> tags.path(name).asText(""))
        .filter(t -> !t.isBlank())
        .findFirst();
  }

  /** The boundary as a GeoJSON feature. */
  static byte[] write(Boundary boundary) throws IOException {
    var feature = MAPPER.createObjectNode().put("type", "Feature");
    feature.putObject("properties").put("name", boundary.name()).put("key", boundary.key());
    var geometry = feature.putObject("geometry").put("type", "MultiPolygon");
    writeShape(boundary.shape(), geometry);
    return MAPPER.writeValueAsBytes(feature);
  }

  private static void writeShape(MultiPolygon shape, ObjectNode geometry) {
    var polygons = geometry.putArray("coordinates");
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      var polygon = (Polygon) shape.getGeometryN(i);
      var rings = polygons.addArray();
      Stream.concat(
              Stream.of(polygon.getExteriorRing()),
              Stream.iterate(0, n -> n < polygon.getNumInteriorRing(), n -> n + 1)
                  .map(polygon::getInteriorRingN))
          .forEach(
              ring -> {
                var points = rings.addArray();
                for (var point : ring.getCoordinates()) {
                  points.addArray().add(point.getX()).add(point.getY());
                }
              });
    }
  }
}
