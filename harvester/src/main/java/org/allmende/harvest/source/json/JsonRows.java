package org.allmende.harvest.source.json;

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

/** The rows of a JSON document: a list at a path, the values of an object, or JSON Lines. */
final class JsonRows implements RowSource {

  private final TextDecoder.Decoded decoded;
  private final JsonDocument document;
  private final JsonPath path;
  private final ColumnNames columns = ColumnNames.of(List.of());

  private JsonRows(TextDecoder.Decoded decoded, String place, JsonPath path) {
    this.decoded = decoded;
    this.document = new JsonDocument(decoded.text(), place);
    this.path = path;
  }

  static JsonRows open(byte[] bytes, String place, Mapping mapping) throws IOException {
    var path = mapping.path().map(JsonPath::parse).orElseGet(JsonPath::root);
    return new JsonRows(TextDecoder.decode(bytes, place, mapping.charset()), place, path);
  }

  @Override
  public ColumnNames columns() {
    return columns;
  }

  @Override
  public Envelope read(Consumer<RawRow> sink) throws IOException {
    var cells = new JsonCells(columns);
    var number = new int[1];
    document.read(
        path,
        (key, row) -> {
          var place = Note.of("row", Integer.toString(++number[0]));
          sink.accept(
              row.isObject()
                  ? RawRow.of(place, cells.cells(key, row))
                  : RawRow.broken(place, Note.of("row-no-object", row.getNodeType().name())));
        });
    return new Envelope(decoded.encoding(), document.texts(), Optional.empty(), List.of());
  }
}
