package org.allmende.catalog.geo;

/**
 * A position on the earth in degrees, WGS 84.
 *
 * @param longitude -180 to 180, east of Greenwich positive
 * @param latitude -90 to 90
 */
public record Position(double longitude, double latitude) {
  public Position {
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
      throw new IllegalArgumentException(
          "expected a longitude of -180 to 180 and a latitude of -90 to 90, got "
              + longitude
              + " "
              + latitude);
    }
  }
}
