package org.allmende.harvest.source.table;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.catalog.files.FileStore;
import org.allmende.catalog.model.LocalizedText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as files: UTF-8, columns in the table's order, decimal dots, ISO dates. The same
 * table gives the same bytes, always.
 *
 * <ul>
 *   <li>{@code csv}: comma or semicolon, CR LF, with a byte order mark where it is asked for; lists
 *       joined with {@code "; "}; points as {@code longitude} and {@code latitude} at the end.
 *   <li>{@code json}: a list of objects, one a line.
 *   <li>{@code geojson}: a FeatureCollection, one feature a line, the row's key as its id.
 *   <li>{@code ics}: an iCalendar, one event for each row with a {@code start}.
 *   <li>{@code xlsx}: a sheet of a workbook, with the same columns as the CSV.
 *   <li>{@code schema}: what the columns are, as a Table Schema; made beside every CSV.
 *   <li>{@code csvw}: the same and how the CSV is written, for CSV on the Web; likewise.
 * </ul>
 */
public final class TableFiles {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  /** The name of the output that documents the others. */
  static final String SCHEMA = "schema";

  /** The name of the output that says how the CSV is written. */
  static final String CSVW = "csvw";

  private final Table table;
  private final CsvStyle style;
  private final boolean hasPlaces;
  private final boolean hasPoints;

  /**
   * How CSV is written.
   *
   * @param delimiter {@code ,} or {@code ;}
   * @param hasMark whether a byte order mark stands in front, by which spreadsheets know UTF-8
   */
  public record CsvStyle(char delimiter, boolean hasMark) {
    /** Comma, no mark. */
    public static final CsvStyle STANDARD = new CsvStyle(',', false);
  }

  private TableFiles(Table table, CsvStyle style) {
    this.table = table;
    this.style = style;
    this.hasPlaces = table.hasGeometry();
    this.hasPoints =
        hasPlaces
            && table.rows().stream()
                .flatMap(row -> row.geometry().stream())
                .allMatch(geometry -> geometry.type().equals("Point"));
  }

  /** Writes every output that the table asks for into the store, and what documents them. */
  public static List<OutputFile> store(Table table, CsvStyle style, FileStore files)
      throws IOException {
    var writer = new TableFiles(table, style);
    var stored = new ArrayList<OutputFile>();
    var outputs = new ArrayList<>(table.outputs());
    if (outputs.contains("csv")) {
      outputs.add(SCHEMA);
    }
    for (var output : outputs) {
      var file = files.store(out -> writer.write(output, out));
      stored.add(
          new OutputFile(
              output, file.sha256(), file.size(), table.rows().size(), writer.columns(output)));
    }
    var csv = stored.stream().filter(file -> file.output().equals("csv")).findFirst();
    if (csv.isPresent()) {
      var file = files.store(out -> writer.writeMetadata(csv.get().sha256(), out));
      stored.add(new OutputFile(CSVW, file.sha256(), file.size(), table.rows().size()));
    }
    return stored;
  }

  /** Writes one output; {@code out} stays open. */
  static void write(Table table, CsvStyle style, String output, OutputStream out)
      throws IOException {
    new TableFiles(table, style).write(output, out);
  }

  private void writeMetadata(String csv, OutputStream out) throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    new CsvwMetadata(allColumns(), csv, style).write(writer);
    writer.flush();
  }

  private void write(String output, OutputStream out) throws IOException {
    if (output.equals("xlsx")) {
      XlsxFile.write(header(), table.rows().size(), this::values, out);
      return;
    }
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    switch (output) {
      case "csv" -> writeCsv(writer);
      case "json" -> writeJson(writer);
      case "geojson" -> writeGeoJson(writer);
      case "ics" -> CalendarFile.write(table, writer);
      case SCHEMA -> new TableSchema(allColumns()).write(writer);
      default ->
          throw new IllegalArgumentException(
              "unknown output \"" + output + "\". Known: csv, geojson, ics, json, schema, xlsx.");
    }
    writer.flush();
  }

  private void writeCsv(Writer writer) throws IOException {
    if (style.hasMark()) {
      writer.write('\ufeff');
    }
    var format = CSVFormat.RFC4180.builder().setDelimiter(style.delimiter()).get();
    // Not closed: that would close the caller's stream.
    @SuppressWarnings("resource")
    var printer = new CSVPrinter(writer, format);
    printer.printRecord(header());
    for (int i = 0; i < table.rows().size(); i++) {
      var cells = new ArrayList<@Nullable String>();
      values(i).forEach(value -> cells.add(text(value)));
      printer.printRecord(cells);
    }
    printer.flush();
  }

  private List<String> header() {
    return allColumns().stream().map(Column::name).toList();
  }

  /** What the columns of one output are; none where it is no table. */
  private List<Column> columns(String output) {
    return switch (output) {
      case "csv", "json", "xlsx" -> allColumns();
      case "geojson" -> table.columns();
      default -> List.of();
    };
  }

  /** The table's own, and those of the place where all places are points. */
  private List<Column> allColumns() {
    return hasPoints
        ? Stream.concat(table.columns().stream(), pointColumns().stream()).toList()
        : table.columns();
  }

  /** The values of the n-th row, and of its place where all places are points. */
  private List<@Nullable Object> values(int index) throws IOException {
    var row = table.rows().get(index);
    var values = new ArrayList<@Nullable Object>(row.values());
    if (hasPoints) {
      var point = point(row);
      values.add(point.isEmpty() ? null : point.get(0));
      values.add(point.isEmpty() ? null : point.get(1));
    }
    return values;
  }

  /** The columns with the place, beside the table's own. */
  private List<Column> pointColumns() {
    return List.of(
        degrees("longitude", "Geografische Länge (WGS 84)", "Longitude (WGS 84)"),
        degrees("latitude", "Geografische Breite (WGS 84)", "Latitude (WGS 84)"));
  }

  private Column degrees(String name, String german, String english) {
    var title = new LocalizedText(Map.of("de", german, "en", english));
    var silent = new LocalizedText(Map.of());
    return new Column(free(name), Column.Type.NUMBER, new Column.Meaning(title, silent, "°"));
  }

  private String free(String name) {
    var isTaken = table.columns().stream().anyMatch(column -> column.name().equals(name));
    return isTaken ? "_" + name : name;
  }

  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case BigDecimal number -> NumberReader.plain(number);
      case OffsetDateTime time -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
      case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining("; "));
      case JsonNode node -> json(node);
      default -> value.toString();
    };
  }

  /** A nested value as JSON, its numbers without an exponent. */
  static String json(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers can be written", e);
    }
  }

  private void writeJson(Writer writer) throws IOException {
    writer.write('[');
    var separator = "\n";
    for (var row : table.rows()) {
      writer.write(separator);
      writeLine(writer, json -> writeObject(json, row));
      separator = ",\n";
    }
    writer.write("\n]\n");
  }

  private void writeObject(JsonGenerator json, Row row) throws IOException {
    json.writeStartObject();
    writeValues(json, row);
    if (hasPoints) {
      var point = point(row);
      var points = pointColumns();
      for (int i = 0; i < 2; i++) {
        json.writeFieldName(points.get(i).name());
        write(json, point.isEmpty() ? null : point.get(i));
      }
    } else if (hasPlaces) {
      json.writeFieldName(free("geometry"));
      writeGeometry(json, row);
    }
    json.writeEndObject();
  }

  private void writeGeoJson(Writer writer) throws IOException {
    writer.write("{\"type\":\"FeatureCollection\",\"features\":[");
    var separator = "\n";
    for (var row : table.rows()) {
      writer.write(separator);
      writeLine(writer, json -> writeFeature(json, row));
      separator = ",\n";
    }
    writer.write("\n]}\n");
  }

  private void writeFeature(JsonGenerator json, Row row) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", row.key());
    json.writeFieldName("geometry");
    writeGeometry(json, row);
    json.writeObjectFieldStart("properties");
    writeValues(json, row);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeValues(JsonGenerator json, Row row) throws IOException {
    for (int i = 0; i < table.columns().size(); i++) {
      json.writeFieldName(table.columns().get(i).name());
      write(json, row.values().get(i));
    }
  }

  private static void writeGeometry(JsonGenerator json, Row row) throws IOException {
    if (row.geometry().isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("type", row.geometry().get().type());
    json.writeFieldName("coordinates");
    json.writeRawValue(row.geometry().get().coordinates());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case BigDecimal number -> json.writeNumber(NumberReader.shortest(number));
      case Long number -> json.writeNumber(number);
      case Boolean flag -> json.writeBoolean(flag);
      case JsonNode node -> json.writeTree(node);
      case List<?> list -> {
        json.writeStartArray();
        for (var item : list) {
          json.writeString(String.valueOf(item));
        }
        json.writeEndArray();
      }
      default -> json.writeString(String.valueOf(text(value)));
    }
  }

  /** Writes what one line of the file holds. */
  @FunctionalInterface
  private interface Line {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private static void writeLine(Writer writer, Line line) throws IOException {
    var json = MAPPER.getFactory().createGenerator(writer);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    try (json) {
      line.writeTo(json);
    }
  }

  private static List<BigDecimal> point(Row row) throws IOException {
    if (row.geometry().isEmpty()) {
      return List.of();
    }
    var pair = MAPPER.readTree(row.geometry().get().coordinates());
    return List.of(new BigDecimal(pair.get(0).asText()), new BigDecimal(pair.get(1).asText()));
  }
}
