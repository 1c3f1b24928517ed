package org.allmende.harvest.source.geojson;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.allmende.harvest.source.table.ColumnNames;
import org.allmende.harvest.source.table.JsonCells;
import org.allmende.harvest.source.table.JsonDocument;
import org.allmende.harvest.source.table.JsonPath;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.RawRow;
import org.allmende.harvest.source.table.RowSource;
import org.allmende.harvest.source.table.TextDecoder;

/** The features of a GeoJSON collection: properties as columns, the geometry beside them. */
final class GeoJsonRows implements RowSource {

  private static final String FEATURE_ID = "_id";

  private final TextDecoder.Decoded decoded;
  private final JsonDocument document;
  private final JsonPath path;
  private final ColumnNames columns = ColumnNames.of(List.of());
  private final JsonCells cells = new JsonCells(columns);

  private GeoJsonRows(TextDecoder.Decoded decoded, String place, JsonPath path) {
    this.decoded = decoded;
    this.document = new JsonDocument(decoded.text(), place);
    this.path = path;
  }

  static GeoJsonRows open(byte[] bytes, String place, Mapping mapping) throws IOException {
    return new GeoJsonRows(
        TextDecoder.decode(bytes, place, mapping.charset()),
        place,
        JsonPath.parse(mapping.path().orElse("$.features")));
  }

  @Override
  public ColumnNames columns() {
    return columns;
  }

  @Override
  public Envelope read(Consumer<RawRow> sink) throws IOException {
    var number = new int[1];
    document.read(
        path,
        (key, feature) ->
            sink.accept(row(feature, Note.of("feature", Integer.toString(++number[0])))));
    return new Envelope(decoded.encoding(), document.texts(), crs(), List.of());
  }

  private RawRow row(JsonNode feature, Note place) {
    if (!feature.path("properties").isObject() && !feature.path("geometry").isObject()) {
      return RawRow.broken(place, Note.of("row-no-feature"));
    }
    var id = feature.path("id").isValueNode() ? feature.path("id") : null;
    var row = cells.cells(null, feature.path("properties"));
    if (id != null) {
      var column = columns.indexOf(FEATURE_ID);
      while (row.size() <= column) {
        row.add(null);
      }
      row.set(column, id);
    }
    var geometry = Optional.of(feature.path("geometry")).filter(JsonNode::isObject);
    return new RawRow(place, row, geometry, Optional.empty());
  }

  /** The old member {@code crs}, which RFC 7946 took out and many files still carry. */
  private Optional<String> crs() {
    return document
        .member("crs")
        .map(crs -> crs.path("properties").path("name").asText())
        .filter(name -> !name.isEmpty());
  }
}
