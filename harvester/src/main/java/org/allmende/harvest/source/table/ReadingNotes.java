package org.allmende.harvest.source.table;

import java.util.List;
import java.util.Map;
import org.allmende.catalog.model.LocalizedText;

/**
 * How a table was read, for the run report and {@code dct:provenance}: every row of the source is
 * accounted for.
 *
 * @param encoding charset used, such as {@code UTF-8 (BOM)}; empty for JSON
 * @param filterRule how the municipality's own rows were chosen, in words; empty when all were
 *     taken
 * @param rowsRead rows of the source
 * @param rowsKept rows of the table
 * @param skipped why rows were left out, each with line or key; at most the first 20
 * @param repairs what was mended, each with line or key; at most the first 20
 * @param warnings what the operator should know, such as a column that the mapping does not name
 */
public record ReadingNotes(
    String encoding,
    LocalizedText filterRule,
    int rowsRead,
    int rowsKept,
    List<String> skipped,
    List<String> repairs,
    List<String> warnings) {

  public ReadingNotes {
    skipped = List.copyOf(skipped);
    repairs = List.copyOf(repairs);
    warnings = List.copyOf(warnings);
  }

  /** Notes of which the rule is told in one way for all languages; {@code ""} for none. */
  public ReadingNotes(
      String encoding,
      String filterRule,
      int rowsRead,
      int rowsKept,
      List<String> skipped,
      List<String> repairs,
      List<String> warnings) {
    this(
        encoding,
        filterRule.isEmpty() ? new LocalizedText(Map.of()) : LocalizedText.of("", filterRule),
        rowsRead,
        rowsKept,
        skipped,
        repairs,
        warnings);
  }
}
