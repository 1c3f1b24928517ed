package org.allmende.server.preview;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rows as JSON: a list of objects, or a collection of features. */
final class JsonExport {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private JsonExport() {}

  static void list(PreparedTable table, TableQuery query, List<Integer> chosen, OutputStream out)
      throws IOException {
    var columns = table.info().columns();
    try (var json = MAPPER.getFactory().createGenerator(out)) {
      json.writeStartArray();
      table.each(
          query,
          row -> {
            json.writeRaw('\n');
            json.writeStartObject();
            writeCells(json, columns, chosen, row);
            json.writeEndObject();
          });
      json.writeEndArray();
      json.writeRaw('\n');
    }
  }

  static void features(
      PreparedTable table, TableQuery query, List<Integer> chosen, OutputStream out)
      throws IOException {
    var columns = table.info().columns();
    try (var places = table.places();
        var json = MAPPER.getFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeArrayFieldStart("features");
      table.each(query, row -> writeFeature(json, columns, chosen, row, places.of(row)));
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /** The rows that a map shows, by their numbers from 1, and the town's boundary. */
  static void marks(
      PreparedTable table, TableQuery query, List<MapDrawing.Ring> town, OutputStream out)
      throws IOException {
    var columns = table.info().columns();
    var all = IntStream.range(0, columns.size()).boxed().toList();
    try (var places = table.outlines();
        var json = MAPPER.getFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeFieldName("boundary");
      writeBoundary(json, town);
      json.writeArrayFieldStart("features");
      for (var row : table.rows(query, 0, MapDrawing.MOST_MARKS)) {
        var shape = places.of(row);
        if (shape.isPresent()) {
          writeFeature(json, columns, all, row, shape);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void writeBoundary(JsonGenerator json, List<MapDrawing.Ring> town)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "MultiLineString");
    json.writeArrayFieldStart("coordinates");
    for (var ring : town) {
      json.writeStartArray();
      for (var position : ring.positions()) {
        json.writeArray(position, 0, 2);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeFeature(
      JsonGenerator json,
      List<TableColumn> columns,
      List<Integer> chosen,
      PreparedTable.Row row,
      Optional<String> shape)
      throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeNumberField("id", row.number() + 1);
    json.writeFieldName("geometry");
    if (shape.isPresent()) {
      json.writeRawValue(shape.get());
    } else {
      json.writeNull();
    }
    json.writeObjectFieldStart("properties");
    writeCells(json, columns, chosen, row);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeCells(
      JsonGenerator json, List<TableColumn> columns, List<Integer> chosen, PreparedTable.Row row)
      throws IOException {
    for (var i : chosen) {
      json.writeFieldName(columns.get(i).name());
      var text = row.cells().get(i);
      var number = columns.get(i).number(text);
      if (text.isEmpty()) {
        json.writeNull();
      } else if (number.isPresent()) {
        json.writeNumber(number.get());
      } else {
        json.writeString(text);
      }
    }
  }
}
