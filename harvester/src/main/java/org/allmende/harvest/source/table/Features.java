package org.allmende.harvest.source.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Features of GeoJSON as rows: properties as cells, the geometry beside them. */
public final class Features {

  private static final String FEATURE_ID = "_id";

  private final ColumnNames columns;
  private final JsonCells cells;

  /** Features under these columns, which grow as properties come. */
  public Features(ColumnNames columns) {
    this.columns = columns;
    this.cells = new JsonCells(columns);
  }

  /** The row of a feature; its own id is the column {@code _id}. */
  public RawRow row(JsonNode feature, Note place) {
    if (!feature.path("properties").isObject() && !feature.path("geometry").isObject()) {
      return RawRow.broken(place, Note.of("row-no-feature"));
    }
    var row = cells.cells(null, feature.path("properties"));
    if (feature.path("id").isValueNode() && !feature.path("id").isNull()) {
      var column = columns.indexOf(FEATURE_ID);
      while (row.size() <= column) {
        row.add(null);
      }
      row.set(column, feature.path("id"));
    }
    var geometry = Optional.of(feature.path("geometry")).filter(JsonNode::isObject);
    return new RawRow(place, row, geometry, Optional.empty());
  }
}
