package org.allmende.harvest.source.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A GeoJSON geometry as WKT, longitude before latitude, as the default reference system of both has
 * it.
 *
 * @param wkt the text
 * @param shape what it is good for
 */
record GeoJsonWkt(String wkt, Shape shape) {

  enum Shape {
    POINT,
    /** A rectangle along the axes. */
    BOX,
    OTHER
  }

  /** Reads a geometry as text; WKT passes. Empty when it is neither. */
  static Optional<GeoJsonWkt> parse(String text) {
    var upper = text.strip().toUpperCase(Locale.ROOT);
    if (upper.matches("(?s)(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\\s*\\(.*\\)")) {
      return Optional.of(
          new GeoJsonWkt(text.strip(), upper.startsWith("POINT") ? Shape.POINT : Shape.OTHER));
    }
    return CkanPackage.parsed(text).flatMap(GeoJsonWkt::of);
  }

  private static Optional<GeoJsonWkt> of(JsonNode json) {
    if (json.path("geometry").isObject()) {
      return of(json.path("geometry"));
    }
    var coordinates = json.path("coordinates");
    var type = json.path("type").asText().toUpperCase(Locale.ROOT);
    var depth = depth(type);
    if (depth < 0 || !isNested(coordinates, depth)) {
      return Optional.empty();
    }
    var body = depth == 0 ? "(" + position(coordinates) + ")" : list(coordinates, depth);
    return Optional.of(new GeoJsonWkt(type + body, shape(type, coordinates)));
  }

  private static int depth(String type) {
    return switch (type) {
      case "POINT" -> 0;
      case "LINESTRING", "MULTIPOINT" -> 1;
      case "POLYGON", "MULTILINESTRING" -> 2;
      case "MULTIPOLYGON" -> 3;
      default -> -1;
    };
  }

  private static boolean isNested(JsonNode node, int depth) {
    if (!node.isArray() || node.isEmpty()) {
      return false;
    }
    if (depth == 0) {
      return node.size() >= 2 && node.get(0).isNumber() && node.get(1).isNumber();
    }
    return StreamSupport.stream(node.spliterator(), false).allMatch(n -> isNested(n, depth - 1));
  }

  private static String list(JsonNode node, int depth) {
    return StreamSupport.stream(node.spliterator(), false)
        .map(inner -> depth == 1 ? position(inner) : list(inner, depth - 1))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String position(JsonNode position) {
    return number(position.get(0)) + " " + number(position.get(1));
  }

  private static String number(JsonNode number) {
    var plain = number.decimalValue().stripTrailingZeros();
    return plain.signum() == 0 ? "0" : plain.toPlainString();
  }

  private static Shape shape(String type, JsonNode coordinates) {
    if (type.equals("POINT")) {
      return Shape.POINT;
    }
    return type.equals("POLYGON") && coordinates.size() == 1 && isBox(coordinates.get(0))
        ? Shape.BOX
        : Shape.OTHER;
  }

  private static boolean isBox(JsonNode ring) {
    if (ring.size() != 5 || !position(ring.get(0)).equals(position(ring.get(4)))) {
      return false;
    }
    var longitudes = new HashSet<String>();
    var latitudes = new HashSet<String>();
    var corners = new HashSet<String>();
    ring.forEach(
        position -> {
          longitudes.add(number(position.get(0)));
          latitudes.add(number(position.get(1)));
          corners.add(position(position));
        });
    return longitudes.size() == 2 && latitudes.size() == 2 && corners.size() == 4;
  }
}
