package org.allmende.harvest.source.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.allmende.harvest.source.table.ColumnNames;
import org.allmende.harvest.source.table.JsonCells;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.RawRow;
import org.allmende.harvest.source.table.RowSource;
import org.allmende.harvest.source.table.SourceJson;
import org.allmende.harvest.source.table.TextDecoder;

/** JSON Lines: one object a line; a line that is none is a row that cannot be read. */
final class JsonLines implements RowSource {

  private static final ObjectMapper MAPPER =
      SourceJson.mapper().rebuild().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final ColumnNames columns = ColumnNames.of(List.of());
  private final JsonCells cells = new JsonCells(columns);
  private final byte[] bytes;
  private final String place;
  private final Mapping mapping;

  JsonLines(byte[] bytes, String place, Mapping mapping) {
    this.bytes = bytes;
    this.place = place;
    this.mapping = mapping;
  }

  @Override
  public ColumnNames columns() {
    return columns;
  }

  @Override
  public Envelope read(Consumer<RawRow> sink) throws IOException {
    var text = TextDecoder.open(bytes, place, mapping);
    try (var lines = new BufferedReader(text.reader())) {
      var number = 0;
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          sink.accept(row(line, Note.of("line", Integer.toString(number))));
        }
      }
    }
    return new Envelope(text.encoding(), List.of(), Optional.empty(), List.of());
  }

  private RawRow row(String line, Note where) {
    try {
      var row = MAPPER.readTree(line);
      return row.isObject()
          ? RawRow.of(where, cells.cells(null, row))
          : RawRow.broken(where, Note.of("row-no-object", row.getNodeType().name()));
    } catch (JsonProcessingException e) {
      return RawRow.broken(where, Note.of("row-no-json", e.getOriginalMessage()));
    }
  }
}
