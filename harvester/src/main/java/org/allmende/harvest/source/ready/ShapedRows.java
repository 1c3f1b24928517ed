package org.allmende.harvest.source.ready;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.allmende.harvest.source.table.ColumnNames;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.PersonalData;
import org.allmende.harvest.source.table.RawRow;
import org.allmende.harvest.source.table.RowSource;
import org.jspecify.annotations.Nullable;

/** The rows of a source as a {@link RowShape} rewrites them, one after another. */
final class ShapedRows implements RowSource {

  private final RowSource source;
  private final RowShape shape;
  private final ColumnNames columns;
  private final BitSet asked = new BitSet();

  /** Columns with a value in at least one row. */
  private final BitSet filled = new BitSet();

  private boolean isAnyShaped;

  ShapedRows(RowSource source, RowShape shape) {
    this.source = source;
    this.shape = shape;
    this.columns = ColumnNames.of(shape.columns());
  }

  @Override
  public ColumnNames columns() {
    return columns;
  }

  @Override
  public Envelope read(Consumer<RawRow> sink) throws IOException {
    return read(row -> true, sink);
  }

  @Override
  public Envelope read(Predicate<RawRow> isOwn, Consumer<RawRow> sink) throws IOException {
    var envelope = source.read(row -> hand(row, isOwn, sink));
    var warnings = new ArrayList<>(envelope.warnings());
    var unnamed = shape.tellsUnknown() && isAnyShaped ? unnamed() : "";
    if (!unnamed.isEmpty()) {
      warnings.add(Note.of("columns-unnamed", unnamed));
    }
    return new Envelope(envelope.encoding(), envelope.texts(), envelope.crs(), warnings);
  }

  private void hand(RawRow row, Predicate<RawRow> isOwn, Consumer<RawRow> sink) {
    var located = located(row);
    if (located.isPresent()) {
      if (isOwn.test(located.get())) {
        sink.accept(shaped(row));
      }
      return;
    }
    var shaped = shaped(row);
    if (isOwn.test(shaped)) {
      sink.accept(shaped);
    }
  }

  private Optional<RawRow> located(RawRow row) {
    var into = JsonNodeFactory.instance.objectNode();
    return row.error().isEmpty() && shape.locate(new Cells(source.columns(), row, asked), into)
        ? Optional.of(new RawRow(row.place(), cells(into), row.geometry(), Optional.empty()))
        : Optional.empty();
  }

  private RawRow shaped(RawRow row) {
    if (row.error().isPresent()) {
      return row;
    }
    isAnyShaped = true;
    for (int i = 0; i < row.cells().size(); i++) {
      if (!filled.get(i) && row.cell(i) != null) {
        filled.set(i);
      }
    }
    var into = JsonNodeFactory.instance.objectNode();
    try {
      shape.shape(new Cells(source.columns(), row, asked), into);
    } catch (RowShape.LeftOutException e) {
      return RawRow.broken(row.place(), e.why());
    }
    return new RawRow(row.place(), cells(into), row.geometry(), Optional.empty());
  }

  private List<@Nullable JsonNode> cells(ObjectNode row) {
    var cells = new ArrayList<@Nullable JsonNode>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      cells.add(row.get(columns.name(i)));
    }
    return cells;
  }

  private String unnamed() {
    return IntStream.range(0, source.columns().size())
        .filter(i -> filled.get(i) && !asked.get(i))
        .mapToObj(source.columns()::name)
        .filter(name -> !isInsideAsked(name) && !PersonalData.isNeverTaken(name))
        .collect(Collectors.joining(", "));
  }

  /** What lies inside a list that was taken as a whole needs no mention. */
  private boolean isInsideAsked(String name) {
    return parents(name).stream()
        .anyMatch(
            parent -> {
              var index = source.columns().find(List.of(parent));
              return index.isPresent() && asked.get(index.getAsInt());
            });
  }

  private static List<String> parents(String name) {
    var parents = new ArrayList<String>();
    for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      parents.add(name.substring(0, dot));
    }
    return parents;
  }
}
