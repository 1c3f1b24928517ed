package org.allmende.harvest.source.geojson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.allmende.harvest.source.table.JsonDocument;
import org.allmende.harvest.source.table.JsonPath;
import org.allmende.harvest.source.table.JsonRowSource;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.RawRow;
import org.jspecify.annotations.Nullable;

/** The features of a GeoJSON collection: properties as columns, the geometry beside them. */
final class GeoJsonRows extends JsonRowSource {

  private static final String FEATURE_ID = "_id";

  GeoJsonRows(Documents documents, Mapping mapping) {
    super(documents, mapping, JsonPath.parse(mapping.path().orElse("$.features")));
  }

  @Override
  protected RawRow row(@Nullable String key, JsonNode feature, int number) {
    return row(feature, Note.of("feature", Integer.toString(number)));
  }

  private RawRow row(JsonNode feature, Note place) {
    if (!feature.path("properties").isObject() && !feature.path("geometry").isObject()) {
      return RawRow.broken(place, Note.of("row-no-feature"));
    }
    var id = feature.path("id").isValueNode() ? feature.path("id") : null;
    var row = cells().cells(null, feature.path("properties"));
    if (id != null) {
      var column = columns().indexOf(FEATURE_ID);
      while (row.size() <= column) {
        row.add(null);
      }
      row.set(column, id);
    }
    var geometry = Optional.of(feature.path("geometry")).filter(JsonNode::isObject);
    return new RawRow(place, row, geometry, Optional.empty());
  }

  /** The old member {@code crs}, which RFC 7946 took out and many files still carry. */
  @Override
  protected Optional<String> crs(JsonDocument document) {
    return document
        .member("crs")
        .map(crs -> crs.path("properties").path("name").asText())
        .filter(name -> !name.isEmpty());
  }
}
