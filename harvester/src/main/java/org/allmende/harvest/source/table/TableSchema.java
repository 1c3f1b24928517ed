package org.allmende.harvest.source.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the columns of a table are, as a Table Schema (Frictionless, datapackage.org): the
 * documentation beside the data ({@code sources.md} chapter 3).
 */
record TableSchema(List<Column> columns) {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static final String OF_LISTS = "Werte, getrennt durch „; “ / values separated by “; ”";

  /** Writes it; {@code writer} stays open. */
  void write(Writer writer) throws IOException {
    var json = MAPPER.createObjectNode();
    json.put("$schema", "https://datapackage.org/profiles/2.0/tableschema.json");
    var fields = json.putArray("fields");
    columns.forEach(column -> describe(column, fields.addObject()));
    json.putArray("missingValues").add("");
    writer.write(MAPPER.writeValueAsString(json).replace("\r\n", "\n"));
    writer.write('\n');
  }

  private static void describe(Column column, ObjectNode field) {
    field.put("name", column.name());
    field.put("title", column.title("de"));
    var description = description(column);
    if (!description.isEmpty()) {
      field.put("description", description);
    }
    // No property of the specification; kept as one of the operator's own, which it allows.
    if (!column.meaning().unit().isEmpty()) {
      field.put("unit", column.meaning().unit());
    }
    switch (column.type()) {
      case STRING -> field.put("type", "string");
      case INTEGER -> field.put("type", "integer");
      case NUMBER -> field.put("type", "number");
      case BOOLEAN -> field.put("type", "boolean");
      case DATE -> field.put("type", "date");
      // With an offset, which the format "default" of the specification does not allow.
      case DATETIME -> field.put("type", "datetime").put("format", "any");
      case URL -> field.put("type", "string").put("format", "uri");
      case LIST -> field.put("type", "string");
      case JSON -> field.put("type", "any");
    }
  }

  private static String description(Column column) {
    var said = column.meaning().description().in("de");
    var parts =
        column.type() == Column.Type.LIST
            ? Stream.concat(said.stream(), Stream.of(OF_LISTS))
            : said.stream();
    return parts.collect(Collectors.joining(" "));
  }
}
