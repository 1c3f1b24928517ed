package org.allmende.harvest.source.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.allmende.catalog.model.LocalizedText;

/**
 * How a CSV file is written and what its columns are, as metadata of CSV on the Web (W3C, Metadata
 * Vocabulary for Tabular Data).
 *
 * @param csv hash of the CSV file, which lies beside this one under its own hash
 * @param style how it is written
 */
record CsvwMetadata(List<Column> columns, String csv, TableFiles.CsvStyle style) {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Writes it; {@code writer} stays open. */
  void write(Writer writer) throws IOException {
    var json = MAPPER.createObjectNode();
    json.put("@context", "http://www.w3.org/ns/csvw");
    json.put("url", "../" + csv + "/table.csv");
    var dialect = json.putObject("dialect");
    dialect.put("encoding", "utf-8");
    dialect.put("delimiter", String.valueOf(style.delimiter()));
    dialect.put("doubleQuote", true);
    dialect.put("header", true);
    var described = json.putObject("tableSchema").putArray("columns");
    columns.forEach(column -> describe(column, described.addObject()));
    writer.write(MAPPER.writeValueAsString(json).replace("\r\n", "\n"));
    writer.write('\n');
  }

  private static void describe(Column column, ObjectNode into) {
    into.put("name", column.name()).put("titles", column.name());
    texts(column.meaning().title(), "dc:title", into);
    texts(column.meaning().description(), "dc:description", into);
    if (!column.meaning().unit().isEmpty()) {
      into.put("schema:unitText", column.meaning().unit());
    }
    switch (column.type()) {
      case STRING -> into.put("datatype", "string");
      case INTEGER -> into.put("datatype", "integer");
      case NUMBER -> into.put("datatype", "decimal");
      case BOOLEAN -> into.put("datatype", "boolean");
      case DATE -> into.put("datatype", "date");
      case DATETIME -> into.put("datatype", "dateTimeStamp");
      case URL -> into.put("datatype", "anyURI");
      case LIST -> into.put("separator", "; ").put("datatype", "string");
      case JSON -> into.put("datatype", "json");
    }
  }

  /** One text as it is; several, or one with a language, as values of JSON-LD. */
  private static void texts(LocalizedText text, String key, ObjectNode into) {
    var plain = text.exactly("");
    if (plain.isPresent()) {
      into.put(key, plain.get());
    } else if (!text.isEmpty()) {
      var values = into.putArray(key);
      text.byLanguage()
          .forEach(
              (language, words) ->
                  values.addObject().put("@value", words).put("@language", language));
    }
  }
}
