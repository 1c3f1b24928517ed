package org.allmende.harvest.source.geojson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.allmende.harvest.source.table.Features;
import org.allmende.harvest.source.table.JsonDocument;
import org.allmende.harvest.source.table.JsonPath;
import org.allmende.harvest.source.table.JsonRowSource;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.RawRow;
import org.jspecify.annotations.Nullable;

/** The features of a GeoJSON collection: properties as columns, the geometry beside them. */
public final class GeoJsonRows extends JsonRowSource {

  private final Features features = new Features(columns());

  /** The features of these documents. */
  public GeoJsonRows(Documents documents, Mapping mapping) {
    super(documents, mapping, JsonPath.parse(mapping.path().orElse("$.features")));
  }

  @Override
  protected RawRow row(@Nullable String key, JsonNode feature, int number) {
    return features.row(feature, Note.of("feature", Integer.toString(number)));
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
