package org.allmende.server.preview;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The columns of a table that say where a row is, in degrees of WGS 84.
 *
 * @param longitude position of the one, from 0
 * @param latitude position of the other
 */
record PlaceColumns(int longitude, int latitude) {

  private static final Pattern LONGITUDE =
      Pattern.compile("(?iu)(.*[_. ])?(lon|lng|long|longitude|l(ä|ae)ngengrad|geo_?l(ä|ae)nge)");
  private static final Pattern LATITUDE =
      Pattern.compile("(?iu)(.*[_. ])?(lat|latitude|breitengrad|geo_?breite)");

  /** The columns that are called so and hold numbers. */
  static Optional<PlaceColumns> find(List<TableColumn> columns) {
    var longitude = find(columns, LONGITUDE);
    var latitude = find(columns, LATITUDE);
    return longitude < 0 || latitude < 0
        ? Optional.empty()
        : Optional.of(new PlaceColumns(longitude, latitude));
  }

  private static int find(List<TableColumn> columns, Pattern name) {
    for (var i = 0; i < columns.size(); i++) {
      if (columns.get(i).isNumber() && name.matcher(columns.get(i).name()).matches()) {
        return i;
      }
    }
    return -1;
  }

  /** A row's point as GeoJSON; empty when it is none on Earth. */
  Optional<String> point(List<TableColumn> columns, List<String> cells) {
    var lon = columns.get(longitude).number(cells.get(longitude));
    var lat = columns.get(latitude).number(cells.get(latitude));
    if (lon.isEmpty() || lat.isEmpty()) {
      return Optional.empty();
    }
    var isOnEarth =
        Math.abs(lon.get().doubleValue()) <= 180 && Math.abs(lat.get().doubleValue()) <= 90;
    return isOnEarth
        ? Optional.of(
            "{\"type\":\"Point\",\"coordinates\":["
                + lon.get().toPlainString()
                + ","
                + lat.get().toPlainString()
                + "]}")
        : Optional.empty();
  }
}
