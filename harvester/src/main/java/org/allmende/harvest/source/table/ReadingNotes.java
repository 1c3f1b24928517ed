package org.allmende.harvest.source.table;

import java.util.List;

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
    String filterRule,
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
}
