package org.allmende.server.ckan;

import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.catalog.geo.Box;

/**
 * Reads {@code ext_bbox}: west, south, east, north in degrees ({@code ckan-api.md} 6.9). A box that
 * was moved around the earth, as maps do that repeat it, is moved back.
 */
final class CkanBox {

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:\\d{1,6}(?:\\.\\d{0,20})?|\\.\\d{1,20})(?:[eE][-+]?\\d{1,2})?");

  private CkanBox() {}

  static Optional<Box> parse(CkanParams in) {
    return in.text("ext_bbox").filter(text -> !text.isBlank()).map(CkanBox::parse);
  }

  private static Box parse(String text) {
    var parts = text.length() > 200 ? new String[0] : text.split(",", -1);
    if (parts.length != 4) {
      throw wrong();
    }
    var west = number(parts[0]);
    var south = number(parts[1]);
    var east = number(parts[2]);
    var north = number(parts[3]);
    if (south > north || south > 90 || north < -90) {
      throw wrong();
    }
    return box(west, Math.max(south, -90), east, Math.min(north, 90));
  }

  private static Box box(double west, double south, double east, double north) {
    if (east - west >= 360) {
      return new Box(-180, south, 180, north);
    }
    return new Box(turned(west), south, turned(east), north);
  }

  /** The same meridian between -180 and 180. */
  private static double turned(double longitude) {
    return Math.abs(longitude) <= 180
        ? longitude
        : longitude - 360 * Math.floor((longitude + 180) / 360);
  }

  private static double number(String text) {
    var trimmed = text.strip();
    if (!NUMBER.matcher(trimmed).matches()) {
      throw wrong();
    }
    return Double.parseDouble(trimmed);
  }

  private static CkanException wrong() {
    return CkanException.search(
        "Wrong bounding box provided: ext_bbox is minx,miny,maxx,maxy in degrees.");
  }
}
