package org.allmende.vocab.codelist;

/**
 * A point on the earth in WGS 84.
 *
 * @param longitude degrees east, -180 to 180
 * @param latitude degrees north, -90 to 90
 */
public record GeoPoint(double longitude, double latitude) {

  private static final double EARTH_RADIUS_KILOMETERS = 6_371.0088;

  public GeoPoint {
    // Written so that "not a number" is refused too.
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
      throw new IllegalArgumentException(
          "a point has a longitude of -180 to 180 and a latitude of -90 to 90, got "
              + longitude
              + ", "
              + latitude);
    }
  }

  /** The distance over the ground, on a sphere: right to about half a percent. */
  public double kilometersTo(GeoPoint other) {
    var north = Math.sin(Math.toRadians(other.latitude - latitude) / 2);
    var east = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
    var parallel = Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude));
    var halfChord = Math.sqrt(north * north + parallel * east * east);
    return 2 * EARTH_RADIUS_KILOMETERS * Math.asin(Math.min(1, halfChord));
  }
}
