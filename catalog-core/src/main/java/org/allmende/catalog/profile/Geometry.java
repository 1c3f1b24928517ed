package org.allmende.catalog.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A geometry in longitude and latitude, read from WKT or GeoJSON: of it only what a harvest page
 * shows is wanted, the point or the box around it.
 *
 * @param isPoint whether it is one point
 * @param points longitude and latitude of each corner; not empty
 */
record Geometry(boolean isPoint, List<Point> points) {

  /** Longitude and latitude in degrees, each as it was written. */
  record Point(BigDecimal longitude, BigDecimal latitude) {
    boolean isOnEarth() {
      return longitude.abs().compareTo(BigDecimal.valueOf(180)) <= 0
          && latitude.abs().compareTo(BigDecimal.valueOf(90)) <= 0;
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 1_000_000;
  private static final Pattern WKT =
      Pattern.compile(
          "(?is)\\s*(?:<([^>]*)>)?\\s*(?:SRID=4326;)?\\s*(MULTI)?(POINT|LINESTRING|POLYGON)\\s*Z?\\s*\\((.*)\\)\\s*");
  private static final Pattern LONGITUDE_FIRST = Pattern.compile(".*/CRS84h?$");
  private static final Pattern LATITUDE_FIRST = Pattern.compile(".*EPSG.*\\b4326$");
  private static final Pattern CORNER =
      Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s+(-?\\d+(?:\\.\\d+)?)");

  /** The geometry that a text means; empty when it is none, or in another reference system. */
  static Optional<Geometry> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var found = text.strip().startsWith("{") ? ofJson(text) : ofWkt(text);
    return found.filter(g -> !g.points.isEmpty() && g.points.stream().allMatch(Point::isOnEarth));
  }

  /** The point, or the closed polygon of the box, as WKT. */
  String wkt() {
    return isPoint ? "POINT(" + corner(west(), south()) + ")" : box();
  }

  private String box() {
    return "POLYGON(("
        + String.join(
            ", ",
            corner(west(), south()),
            corner(east(), south()),
            corner(east(), north()),
            corner(west(), north()),
            corner(west(), south()))
        + "))";
  }

  private BigDecimal west() {
    return points.stream().map(Point::longitude).min(BigDecimal::compareTo).orElseThrow();
  }

  private BigDecimal east() {
    return points.stream().map(Point::longitude).max(BigDecimal::compareTo).orElseThrow();
  }

  private BigDecimal south() {
    return points.stream().map(Point::latitude).min(BigDecimal::compareTo).orElseThrow();
  }

  private BigDecimal north() {
    return points.stream().map(Point::latitude).max(BigDecimal::compareTo).orElseThrow();
  }

  private static String corner(BigDecimal longitude, BigDecimal latitude) {
    return longitude.toPlainString() + " " + latitude.toPlainString();
  }

  private static Optional<Geometry> ofWkt(String text) {
    var wkt = WKT.matcher(text);
    if (!wkt.matches()) {
      return Optional.empty();
    }
    var system = Optional.ofNullable(wkt.group(1)).orElse("/CRS84");
    var isLatitudeFirst = LATITUDE_FIRST.matcher(system).matches();
    if (!isLatitudeFirst && !LONGITUDE_FIRST.matcher(system).matches()) {
      return Optional.empty();
    }
    var points = new ArrayList<Point>();
    var corners = CORNER.matcher(wkt.group(4));
    while (corners.find()) {
      var first = new BigDecimal(corners.group(1));
      var second = new BigDecimal(corners.group(2));
      points.add(isLatitudeFirst ? new Point(second, first) : new Point(first, second));
    }
    var isPoint = wkt.group(3).toUpperCase(Locale.ROOT).equals("POINT") && points.size() == 1;
    return Optional.of(new Geometry(isPoint, List.copyOf(points)));
  }

  private static Optional<Geometry> ofJson(String text) {
    try {
      var json = JSON.readTree(text);
      var geometry = json.path("geometry").isObject() ? json.path("geometry") : json;
      var points = new ArrayList<Point>();
      collect(geometry.path("coordinates"), points);
      var isPoint = geometry.path("type").asText().equalsIgnoreCase("Point");
      return Optional.of(new Geometry(isPoint && points.size() == 1, List.copyOf(points)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static void collect(JsonNode coordinates, List<Point> points) {
    if (coordinates.size() >= 2 && coordinates.get(0).isNumber() && coordinates.get(1).isNumber()) {
      points.add(new Point(coordinates.get(0).decimalValue(), coordinates.get(1).decimalValue()));
    } else {
      coordinates.forEach(inner -> collect(inner, points));
    }
  }
}
