package org.allmende.harvest.source.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Positions in WGS 84, guarded: what is not in Germany is swapped if that helps, converted if it is
 * projected, and otherwise no position ({@code sources.md} 2.5).
 */
final class Coordinates {

  private static final double WEST = 5.8;
  private static final double EAST = 15.1;
  private static final double SOUTH = 47.2;
  private static final double NORTH = 55.1;

  private static final int DECIMALS = 6;

  private final Projection declared;

  Coordinates(Projection declared) {
    this.declared = declared;
  }

  /** What became of a pair of numbers. */
  sealed interface Reading {}

  /**
   * A position; longitude before latitude.
   *
   * @param repair what had to be mended; empty for nothing
   */
  record Position(BigDecimal lon, BigDecimal lat, Optional<Note> repair) implements Reading {

    /** As GeoJSON coordinates. */
    String json() {
      return "[" + lon.toPlainString() + "," + lat.toPlainString() + "]";
    }
  }

  /**
   * No position.
   *
   * @param reason why; empty for the usual ones, such as {@code 0, 0}
   */
  record Nowhere(Optional<Note> reason) implements Reading {}

  /** Reads an easting (or longitude) and a northing (or latitude). */
  Reading read(BigDecimal x, BigDecimal y) {
    if (x.signum() == 0 || y.signum() == 0 || areWholeDegrees(x, y)) {
      return new Nowhere(Optional.empty());
    }
    var projection = declared.isDegrees() ? guess(x, y) : Optional.<Projection>empty();
    var used = projection.orElse(declared);
    var there = used.toDegrees(x.doubleValue(), y.doubleValue());
    if (isGermany(there[0], there[1])) {
      var repair = projection.map(p -> Note.of("place-converted", p.toString()));
      return position(there[0], there[1], repair);
    }
    var swapped = used.toDegrees(y.doubleValue(), x.doubleValue());
    if (isGermany(swapped[0], swapped[1])) {
      return position(swapped[0], swapped[1], Optional.of(Note.of("place-swapped")));
    }
    return new Nowhere(Optional.of(explain(x, y)));
  }

  private static boolean areWholeDegrees(BigDecimal x, BigDecimal y) {
    return isWhole(x) && isWhole(y) && x.abs().intValue() <= 180 && y.abs().intValue() <= 180;
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  private static boolean isGermany(double lon, double lat) {
    return lon >= WEST && lon <= EAST && lat >= SOUTH && lat <= NORTH;
  }

  /** The projected system that the digits give away; plain UTM could be zone 32 or 33. */
  private static Optional<Projection> guess(BigDecimal x, BigDecimal y) {
    var easting = x.longValue();
    var northing = y.longValue();
    if (northing < 5_200_000 || northing > 6_200_000) {
      return Optional.empty();
    }
    if (easting >= 32_200_000 && easting <= 32_999_999) {
      return Projection.ofCode("4647");
    }
    var zone = easting / 1_000_000;
    return zone >= 2 && zone <= 5
        ? Projection.ofCode(Long.toString(31464 + zone))
        : Optional.empty();
  }

  private static Note explain(BigDecimal x, BigDecimal y) {
    if (lacksPoint(x, WEST, EAST) || lacksPoint(y, SOUTH, NORTH)) {
      return Note.of("place-lost-point");
    }
    if (y.longValue() >= 5_200_000 && y.longValue() <= 6_200_000) {
      return Note.of("place-utm");
    }
    return Note.of("place-abroad");
  }

  private static boolean lacksPoint(BigDecimal value, double from, double to) {
    if (!isWhole(value) || value.abs().compareTo(BigDecimal.valueOf(1000)) < 0) {
      return false;
    }
    for (int digits = 2; digits <= 17; digits++) {
      var moved = value.movePointLeft(digits).doubleValue();
      if (moved >= from && moved <= to) {
        return true;
      }
    }
    return false;
  }

  private static Position position(double lon, double lat, Optional<Note> repair) {
    return new Position(rounded(lon), rounded(lat), repair);
  }

  private static BigDecimal rounded(double degrees) {
    return NumberReader.shortest(
        BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_UP));
  }
}
