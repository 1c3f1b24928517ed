package org.allmende.harvest.source.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row as the source wrote it.
 *
 * @param place where it stands: {@code line}, {@code row} or {@code feature} with its number
 * @param cells by position of the column; shorter than the columns where the end is empty; null or
 *     blank text for an empty cell
 * @param geometry the GeoJSON geometry beside the cells
 * @param error why the row cannot be read; empty when it can
 */
public record RawRow(
    Note place, List<@Nullable JsonNode> cells, Optional<JsonNode> geometry, Optional<Note> error) {

  public RawRow {
    cells =
        cells instanceof TextCells ? cells : Collections.unmodifiableList(new ArrayList<>(cells));
  }

  /** A row that could be read. */
  public static RawRow of(Note place, List<@Nullable JsonNode> cells) {
    return new RawRow(place, cells, Optional.empty(), Optional.empty());
  }

  /** A row that cannot be read. */
  public static RawRow broken(Note place, Note error) {
    return new RawRow(place, List.of(), Optional.empty(), Optional.of(error));
  }

  /** The cell, or null when it is empty. */
  public @Nullable JsonNode cell(int column) {
    var cell = column >= 0 && column < cells.size() ? cells.get(column) : null;
    var isEmpty =
        cell == null
            || cell.isNull()
            || cell.isMissingNode()
            || SourceJson.isNaN(cell)
            || (cell.isTextual() && Texts.isEmpty(cell.textValue()));
    return isEmpty ? null : cell;
  }

  /** The cell as clean text; {@code ""} when it is empty. */
  String text(int column) {
    var cell = cell(column);
    return cell == null ? "" : Texts.of(cell);
  }
}
