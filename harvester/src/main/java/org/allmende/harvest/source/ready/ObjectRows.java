package org.allmende.harvest.source.ready;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.allmende.harvest.source.table.ColumnNames;
import org.allmende.harvest.source.table.JsonCells;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.RawRow;
import org.allmende.harvest.source.table.RowSource;

/** Rows made of JSON objects that were gathered from one document or several. */
final class ObjectRows implements RowSource {

  private final ColumnNames columns = ColumnNames.of(List.of());
  private final JsonCells cells = new JsonCells(columns);
  private final List<RawRow> rows = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<Note> warnings = new ArrayList<>();

  /** Adds an object as the next row; what is none becomes a row with an error. */
  void add(JsonNode object) {
    var place = Note.of("row", Integer.toString(rows.size() + 1));
    rows.add(
        object.isObject()
            ? RawRow.of(place, cells.cells(null, object))
            : RawRow.broken(place, Note.of("row-no-object", object.getNodeType().name())));
  }

  /** Adds a row that is not taken, with the reason. */
  void addBroken(Note why) {
    rows.add(RawRow.broken(Note.of("row", Integer.toString(rows.size() + 1)), why));
  }

  /** A text beside the rows that may name the state date. */
  void text(String text) {
    texts.add(text);
  }

  /** Something the operator should know. */
  void warn(Note note) {
    warnings.add(note);
  }

  /** How many there are. */
  int size() {
    return rows.size();
  }

  @Override
  public ColumnNames columns() {
    return columns;
  }

  @Override
  public Envelope read(Consumer<RawRow> sink) throws IOException {
    rows.forEach(sink);
    return new Envelope("", texts, Optional.empty(), warnings);
  }
}
