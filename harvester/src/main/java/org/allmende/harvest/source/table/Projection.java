package org.allmende.harvest.source.table;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * A coordinate system whose values can be turned into WGS 84 ({@code sources.md} 2.5).
 *
 * <p>The parameters stand here and not in a table of EPSG: Gauss-Krüger needs the shift of its
 * datum (about 100 m otherwise), which such tables often leave out.
 */
final class Projection {

  private static final String UTM =
      "+proj=tmerc +lat_0=0 +lon_0=%d +k=0.9996 +x_0=%s +y_0=0 +ellps=GRS80"
          + " +towgs84=0,0,0,0,0,0,0 +units=m +no_defs";
  private static final String MERCATOR =
      "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs";

  /** EPSG code to parameters; {@code ""} for degrees, which need no transformation. */
  private static final Map<String, String> PARAMETERS = parameters();

  private static final Pattern CODE =
      Pattern.compile(
          "(?i)(?:urn:(?:x-)?ogc:def:crs:)?EPSG:(?:[\\d.]*:)?(\\d+)|.*/EPSG/[\\d.]+/(\\d+)|.*epsg\\.xml#(\\d+)");
  private static final Pattern CRS84 = Pattern.compile("(?i).*\\bCRS:?84h?$");

  private static final double[] NOWHERE = {Double.NaN, Double.NaN};

  private final String code;
  private final Optional<CoordinateTransform> transform;

  private Projection(String code, Optional<CoordinateTransform> transform) {
    this.code = code;
    this.transform = transform;
  }

  private static Map<String, String> parameters() {
    var map = new TreeMap<String, String>();
    map.put("4326", "");
    map.put("4258", "");
    map.put("25832", UTM.formatted(9, "500000"));
    map.put("25833", UTM.formatted(15, "500000"));
    map.put("4647", UTM.formatted(9, "32500000"));
    map.put("3857", MERCATOR);
    for (int zone = 2; zone <= 5; zone++) {
      map.put(Integer.toString(31464 + zone), gaussKrueger(zone));
    }
    return map;
  }

  private static String gaussKrueger(int zone) {
    return "+proj=tmerc +lat_0=0 +lon_0=%d +k=1 +x_0=%d500000 +y_0=0 +ellps=bessel +units=m +no_defs"
            .formatted(3 * zone, zone)
        + " +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7";
  }

  /** The system of this name: {@code EPSG:25833}, its URN, or CRS84; empty for another one. */
  static Optional<Projection> find(String name) {
    var text = name.strip();
    if (CRS84.matcher(text).matches()) {
      return Optional.of(degrees());
    }
    var match = CODE.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    return Stream.of(1, 2, 3)
        .map(match::group)
        .filter(Objects::nonNull)
        .findFirst()
        .flatMap(Projection::ofCode);
  }

  static Optional<Projection> ofCode(String code) {
    return Optional.ofNullable(PARAMETERS.get(code))
        .map(
            parameters ->
                parameters.isEmpty()
                    ? degrees()
                    : new Projection("EPSG:" + code, Optional.of(transform(code, parameters))));
  }

  /** Longitude and latitude as they are. */
  static Projection degrees() {
    return new Projection("EPSG:4326", Optional.empty());
  }

  /** The known systems, for messages. */
  static String known() {
    return PARAMETERS.keySet().stream().map(c -> "EPSG:" + c).collect(Collectors.joining(", "));
  }

  private static CoordinateTransform transform(String code, String parameters) {
    var systems = new CRSFactory();
    var from = systems.createFromParameters("EPSG:" + code, parameters);
    var to =
        systems.createFromParameters("WGS84", "+proj=longlat +datum=WGS84 +ellps=WGS84 +no_defs");
    return new CoordinateTransformFactory().createTransform(from, to);
  }

  /** True when values are degrees already. */
  boolean isDegrees() {
    return transform.isEmpty();
  }

  /** Longitude and latitude of an easting and a northing; not numbers for what lies nowhere. */
  double[] toDegrees(double easting, double northing) {
    if (transform.isEmpty()) {
      return new double[] {easting, northing};
    }
    var result = new ProjCoordinate();
    // A transform keeps scratch values of its own and must not be used by two threads at once.
    synchronized (transform.get()) {
      try {
        transform.get().transform(new ProjCoordinate(easting, northing), result);
      } catch (IllegalStateException | Proj4jException e) {
        return NOWHERE.clone(); // farther away than the system reaches
      }
    }
    return new double[] {result.x, result.y};
  }

  @Override
  public String toString() {
    return code;
  }
}
