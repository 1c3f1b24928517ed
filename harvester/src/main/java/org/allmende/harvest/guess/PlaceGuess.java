package org.allmende.harvest.guess;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.harvest.source.table.Sample;

/**
 * Which columns say where a row is.
 *
 * @param lon column with the longitude or easting
 * @param lat column with the latitude or northing
 * @param crs the coordinate system that the values give away
 */
record PlaceGuess(String lon, String lat, String crs) {

  private static final Pattern LON =
      Pattern.compile(
          ".*\\b(längengrad|laengengrad|geogr?\\.?"
              + " ?länge|longitude|lon|lng|long|rechtswert|ostwert|easting|x|x_?koord\\w*|koordinate_?x|utm_?x|utm_?ost|geo_?lon|lon_\\w+)("
              + " \\[.*\\])?");
  private static final Pattern LAT =
      Pattern.compile(
          ".*\\b(breitengrad|geogr?\\.?"
              + " ?breite|latitude|lat|hochwert|nordwert|northing|y|y_?koord\\w*|koordinate_?y|utm_?y|utm_?nord|geo_?lat|lat_\\w+)("
              + " \\[.*\\])?");

  static Optional<PlaceGuess> of(Sample sample) {
    var lon = column(sample, LON);
    var lat = column(sample, LAT);
    if (lon < 0 || lat < 0) {
      return Optional.empty();
    }
    return crs(sample.column(lon))
        .map(crs -> new PlaceGuess(sample.columns().get(lon), sample.columns().get(lat), crs));
  }

  private static int column(Sample sample, Pattern name) {
    for (int i = 0; i < sample.columns().size(); i++) {
      if (name.matcher(sample.columns().get(i).toLowerCase(Locale.ROOT)).matches()) {
        return i;
      }
    }
    return -1;
  }

  /** By the digits before the decimal sign; UTM without a zone is taken for zone 32. */
  private static Optional<String> crs(List<String> eastings) {
    return eastings.stream()
        .map(text -> text.replaceFirst("[.,]\\d*$", "").replaceAll("[\\s.,]", ""))
        .filter(digits -> digits.matches("-?\\d{1,8}") && !digits.equals("0"))
        .findFirst()
        .map(PlaceGuess::crsOf);
  }

  private static String crsOf(String digits) {
    return switch (digits.length()) {
      case 8 -> digits.startsWith("32") ? "EPSG:4647" : "EPSG:4326";
      case 7 ->
          switch (digits.charAt(0)) {
            case '2' -> "EPSG:31466";
            case '3' -> "EPSG:31467";
            case '4' -> "EPSG:31468";
            case '5' -> "EPSG:31469";
            default -> "EPSG:3857";
          };
      case 6 -> "EPSG:25832";
      default -> "EPSG:4326";
    };
  }
}
