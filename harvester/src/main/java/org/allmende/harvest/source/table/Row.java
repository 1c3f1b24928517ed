package org.allmende.harvest.source.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table.
 *
 * @param key stable key inside its source
 * @param values one value per column, of the class that the column's type names; null for "no
 *     value"
 * @param geometry where it is
 */
public record Row(String key, List<@Nullable Object> values, Optional<Geometry> geometry) {

  public Row {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /**
   * A GeoJSON geometry in WGS 84, longitude before latitude, at most 6 decimals.
   *
   * @param type {@code Point}, {@code LineString}, {@code Polygon} or a {@code Multi…} of these
   * @param coordinates the GeoJSON coordinates as JSON text
   */
  public record Geometry(String type, String coordinates) {}
}
