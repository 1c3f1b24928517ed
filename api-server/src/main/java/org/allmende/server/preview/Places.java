package org.allmende.server.preview;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the rows of a table are: a geometry beside the cells, or a point in two of them. */
public final class Places implements Closeable {

  private final List<TableColumn> columns;
  private final @Nullable RecordFile shapes;
  private final @Nullable PlaceColumns points;

  Places(TableInfo info, @Nullable RecordFile shapes) {
    this.columns = info.columns();
    this.shapes = shapes;
    this.points = PlaceColumns.find(columns).orElse(null);
  }

  /** The geometry of a row as GeoJSON; empty when it has none. */
  public Optional<String> of(PreparedTable.Row row) throws IOException {
    if (shapes != null) {
      return Optional.of(new String(shapes.read(row.number()), StandardCharsets.UTF_8))
          .filter(text -> !text.isEmpty());
    }
    return points == null ? Optional.empty() : points.point(columns, row.cells());
  }

  @Override
  public void close() throws IOException {
    if (shapes != null) {
      shapes.close();
    }
  }
}
