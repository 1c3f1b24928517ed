package org.allmende.server.ckan;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Well-known text of points and polygons as GeoJSON, which CKAN's {@code spatial} holds. */
final class WktGeoJson {

  private static final String NUMBER = "[-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?";
  private static final Pattern REFERENCE_SYSTEM = Pattern.compile("^\\s*<[^>]*>\\s*");
  private static final Pattern POINT =
      Pattern.compile("(?i)POINT\\s*\\(\\s*(" + NUMBER + "\\s+" + NUMBER + ")\\s*\\)\\s*");
  private static final Pattern POLYGON =
      Pattern.compile("(?i)POLYGON\\s*\\(\\s*\\((.+)\\)\\s*\\)\\s*");
  private static final Pattern POSITION = Pattern.compile(NUMBER + "\\s+" + NUMBER);

  private WktGeoJson() {}

  /** The geometry, or empty when it is neither of these; GeoJSON comes back as it is. */
  static Optional<String> convert(String text) {
    var bare = REFERENCE_SYSTEM.matcher(text).replaceFirst("").strip();
    if (bare.startsWith("{")) {
      return Optional.of(bare);
    }
    var point = POINT.matcher(bare);
    if (point.matches()) {
      return Optional.of("{\"type\":\"Point\",\"coordinates\":" + position(point.group(1)) + "}");
    }
    var polygon = POLYGON.matcher(bare);
    return polygon.matches() ? rings(polygon.group(1)) : Optional.empty();
  }

  private static Optional<String> rings(String text) {
    var rings = text.split("\\)\\s*,\\s*\\(");
    if (!Arrays.stream(rings).allMatch(WktGeoJson::isRing)) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(rings)
            .map(WktGeoJson::ring)
            .collect(Collectors.joining(",", "{\"type\":\"Polygon\",\"coordinates\":[", "]}")));
  }

  private static boolean isRing(String ring) {
    return Arrays.stream(ring.split(",")).allMatch(p -> POSITION.matcher(p.strip()).matches());
  }

  private static String ring(String ring) {
    return Arrays.stream(ring.split(","))
        .map(position -> position(position.strip()))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String position(String position) {
    return "[" + position.replaceFirst("\\s+", ",").replace("+", "") + "]";
  }
}
