package org.allmende.server.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.allmende.harvest.source.table.RawRow;
import org.allmende.harvest.source.table.RowSource;

/** Reads the rows of one file once and writes what pages are made of; keeps nothing in memory. */
final class TablePreparation {

  /** Where the rows lie, as {@link RowLine} writes them. */
  static final String ROWS = "rows";

  /** Where the geometries lie, as GeoJSON. */
  static final String SHAPES = "shapes";

  /** Where they lie with as few positions as a map needs. */
  static final String OUTLINES = "outlines";

  private static final long MOST_ROWS = 5_000_000;
  private static final int MOST_COLUMNS = 300;
  private static final int LONGEST_CELL = 32_767;
  private static final long MOST_BYTES = 2L << 30;
  private static final long MOST_NANOS = Duration.ofMinutes(2).toNanos();

  private final RowSource source;
  private final RecordFile.Writer lines;
  private final RecordFile.Writer shapes;
  private final RecordFile.Writer outlines;
  private final List<StyleGuess> styles = new ArrayList<>();
  private final long started = System.nanoTime();
  private long rows;
  private long unreadable;
  private long shortened;
  private boolean isCut;

  private TablePreparation(
      RowSource source,
      RecordFile.Writer lines,
      RecordFile.Writer shapes,
      RecordFile.Writer outlines) {
    this.source = source;
    this.lines = lines;
    this.shapes = shapes;
    this.outlines = outlines;
  }

  /** Writes the rows of a source into a folder. */
  static TableInfo write(RowSource source, Path folder) throws IOException {
    try (var lines = new RecordFile.Writer(folder.resolve(ROWS));
        var shapes = new RecordFile.Writer(folder.resolve(SHAPES));
        var outlines = new RecordFile.Writer(folder.resolve(OUTLINES))) {
      return new TablePreparation(source, lines, shapes, outlines).write();
    }
  }

  /** Ends the reading of a file of which enough was read. */
  private static final class EnoughException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EnoughException() {
      super("enough", null, false, false);
    }
  }

  private TableInfo write() throws IOException {
    try {
      source.read(this::take);
    } catch (EnoughException e) {
      isCut = true;
    } catch (UncheckedIOException e) {
      throw new IOException("the rows cannot be written", e);
    }
    var names = source.columns().names();
    var columns = new ArrayList<TableColumn>();
    for (var i = 0; i < Math.min(MOST_COLUMNS, names.size()); i++) {
      var style = i < styles.size() ? styles.get(i).style(names.get(i)) : TableColumn.Style.TEXT;
      columns.add(new TableColumn(names.get(i), style));
    }
    return new TableInfo(
        columns,
        names.size() - columns.size(),
        rows,
        isCut,
        unreadable,
        shortened,
        lines.longest(),
        shapes.size() > 0);
  }

  private void take(RawRow row) {
    if (isEnough()) {
      throw new EnoughException();
    }
    if (row.error().isPresent()) {
      unreadable++;
      return;
    }
    try {
      lines.add(rows, RowLine.of(rows, cells(row)));
      if (row.geometry().isPresent()) {
        var geometry = row.geometry().get();
        shapes.add(rows, bytes(geometry));
        outlines.add(rows, bytes(Outline.of(geometry)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows++;
  }

  private static byte[] bytes(JsonNode geometry) {
    return geometry.toString().getBytes(StandardCharsets.UTF_8);
  }

  private boolean isEnough() {
    return rows >= MOST_ROWS
        || lines.size() + shapes.size() > MOST_BYTES
        || System.nanoTime() - started > MOST_NANOS;
  }

  private List<String> cells(RawRow row) {
    var count = Math.min(MOST_COLUMNS, row.cells().size());
    var cells = new ArrayList<String>(count);
    for (var i = 0; i < count; i++) {
      var text = shortened(text(row, i));
      cells.add(text);
      while (styles.size() <= i) {
        styles.add(new StyleGuess());
      }
      if (!text.isEmpty()) {
        styles.get(i).take(text);
      }
    }
    return cells;
  }

  private String shortened(String text) {
    if (text.length() <= LONGEST_CELL) {
      return text;
    }
    shortened++;
    return text.substring(0, LONGEST_CELL);
  }

  private static String text(RawRow row, int column) {
    var cell = row.cell(column);
    return cell == null ? "" : text(cell).strip().replace("\0", "");
  }

  /** The characters of a value; a list of plain values reads as people write lists. */
  private static String text(JsonNode cell) {
    if (cell.isArray()
        && StreamSupport.stream(cell.spliterator(), false).allMatch(JsonNode::isValueNode)) {
      return StreamSupport.stream(cell.spliterator(), false)
          .map(TablePreparation::text)
          .collect(Collectors.joining("; "));
    }
    if (cell instanceof DecimalNode number) {
      return number.decimalValue().scale() < 20 && number.decimalValue().precision() < 40
          ? number.decimalValue().toPlainString()
          : number.asText();
    }
    return cell.isValueNode() ? cell.asText() : cell.toString();
  }
}
