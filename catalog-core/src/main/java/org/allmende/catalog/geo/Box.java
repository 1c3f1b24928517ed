package org.allmende.catalog.geo;

import org.allmende.vocab.codelist.GeoPoint;

/**
 * A box on the earth in degrees, WGS 84. Where {@code west} is greater than {@code east} it crosses
 * the line at 180 degrees.
 */
public record Box(double west, double south, double east, double north) {
  public Box {
    new GeoPoint(west, south); // check what they check
    new GeoPoint(east, north);
    if (south > north) {
      throw new IllegalArgumentException("south is " + south + " and north of it " + north);
    }
  }
}
