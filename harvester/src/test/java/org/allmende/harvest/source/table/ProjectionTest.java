package org.allmende.harvest.source.table;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Points whose projected values were computed another way than here: Krüger's series to the sixth
 * order (Karney 2011), with the seven parameters of EPSG:1777 for Gauss-Krüger.
 */
class ProjectionTest {

  private static final double METERS_A_DEGREE = 111_320;

  /** Published values are given to the centimeter. */
  private static final double ALLOWED = 0.5;

  /** The accuracy of one shift for the whole country. */
  private static final double ALLOWED_FOR_GAUSS_KRUEGER = 3;

  @ParameterizedTest
  @CsvSource({
    "50.775345, 6.083887, EPSG:25832, 294408.68, 5628897.45",
    "53.432, 11.193, EPSG:25832, 645689.55, 5922568.48",
    "51.1563, 14.991, EPSG:25832, 918808.75, 5684288.01",
    "47.9959, 7.8522, EPSG:25832, 414373.09, 5316481.90",
    "54.7833, 9.4333, EPSG:4647, 32527866.66, 6070763.78",
    "53.432, 11.193, EPSG:25833, 247122.21, 5927080.40",
    "51.1563, 14.991, EPSG:25833, 499370.60, 5667206.31",
    "50.775345, 6.083887, EPSG:3857, 677255.20, 6581650.65",
    "54.7833, 9.4333, EPSG:3857, 1050110.15, 7319922.14",
    "53.432, 11.193, EPSG:4258, 11.193, 53.432",
    "53.432, 11.193, EPSG:4326, 11.193, 53.432"
  })
  void convertsToHalfAMeter(double lat, double lon, String crs, double x, double y) {
    assertNear(lat, lon, crs, x, y, ALLOWED);
  }

  @ParameterizedTest
  @CsvSource({
    "50.775345, 6.083887, EPSG:31466, 2505959.29, 5626657.81",
    "47.9959, 7.8522, EPSG:31467, 3414415.06, 5318168.42",
    "54.7833, 9.4333, EPSG:31467, 3527947.61, 6072753.41",
    "53.432, 11.193, EPSG:31468, 4446465.83, 5922559.04",
    "51.1563, 14.991, EPSG:31469, 5499506.62, 5669029.34"
  })
  void convertsGaussKruegerWithTheShiftOfItsDatum(
      double lat, double lon, String crs, double x, double y) {
    assertNear(lat, lon, crs, x, y, ALLOWED_FOR_GAUSS_KRUEGER);
  }

  private static void assertNear(
      double lat, double lon, String crs, double x, double y, double meters) {
    var read = Projection.find(crs).orElseThrow().toDegrees(x, y);
    var east = (read[0] - lon) * METERS_A_DEGREE * Math.cos(Math.toRadians(lat));
    var north = (read[1] - lat) * METERS_A_DEGREE;
    assertTrue(Math.hypot(east, north) < meters, crs + ": " + east + " m, " + north + " m off");
  }
}
