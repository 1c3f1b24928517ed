package org.allmende.harvest.source.tablejson;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.allmende.harvest.source.table.ColumnNames;
import org.allmende.harvest.source.table.JsonDocument;
import org.allmende.harvest.source.table.JsonPath;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.RawRow;
import org.allmende.harvest.source.table.RowSource;
import org.allmende.harvest.source.table.TextDecoder;
import org.jspecify.annotations.Nullable;

/** Arrays of cells under columns that a list beside them names, before or after the rows. */
final class TableJsonRows implements RowSource {

  /** What the entries of a list of columns call their names, the one that programs use first. */
  private static final List<String> NAMES =
      List.of(
          "spaltennameTechnisch",
          "variable",
          "name",
          "id",
          "key",
          "code",
          "spaltennameLang",
          "title",
          "label");

  private final TextDecoder.CheckedText text;
  private final String place;
  private final JsonPath rows;
  private final ColumnNames columns;
  private int number;

  private TableJsonRows(
      TextDecoder.CheckedText text, String place, JsonPath rows, List<String> names) {
    this.text = text;
    this.place = place;
    this.rows = rows;
    this.columns = ColumnNames.of(names);
  }

  /** Reads the columns, wherever they stand. */
  static TableJsonRows open(byte[] bytes, String place, Mapping mapping) throws IOException {
    var text = TextDecoder.open(bytes, place, mapping);
    var names = new ArrayList<String>();
    new JsonDocument(text.reader(), place)
        .read(path(mapping.select().columns()), (key, column) -> names.add(name(key, column)));
    return new TableJsonRows(text, place, path(mapping.path()), names);
  }

  private static JsonPath path(Optional<String> path) {
    return path.map(JsonPath::parse).orElseGet(JsonPath::root);
  }

  private static String name(@Nullable String key, JsonNode column) {
    if (column.isValueNode()) {
      return column.asText();
    }
    return NAMES.stream()
        .map(column::path)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .findFirst()
        .orElse(key == null ? "" : key);
  }

  @Override
  public ColumnNames columns() {
    return columns;
  }

  @Override
  public Envelope read(Consumer<RawRow> sink) throws IOException {
    var document = new JsonDocument(text.reader(), place);
    document.read(rows, (key, row) -> sink.accept(row(row)));
    return new Envelope(text.encoding(), document.texts(), Optional.empty(), List.of());
  }

  private RawRow row(JsonNode row) {
    var where = Note.of("row", Integer.toString(++number));
    if (!row.isArray()) {
      return RawRow.broken(where, Note.of("row-no-array", row.getNodeType().name()));
    }
    if (row.size() > columns.size()) {
      return RawRow.broken(where, Note.of("row-too-long", row.size(), columns.size()));
    }
    var cells = new ArrayList<@Nullable JsonNode>();
    row.forEach(cells::add);
    return RawRow.of(where, cells);
  }
}
