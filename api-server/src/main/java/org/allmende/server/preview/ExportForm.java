package org.allmende.server.preview;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How the rows of a query leave as a file. Whatever it is, one row after another is written. */
public enum ExportForm {
  /** Comma, UTF-8, cells as they are in the file. */
  CSV("csv", "text/csv"),
  /** Semicolon, decimal comma, byte order mark; nothing is taken for a formula. */
  EXCEL("excel.csv", "text/csv"),
  /** A workbook; numbers are numbers, texts stay texts, also those that begin like a formula. */
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  /** A list of objects. */
  JSON("json", "application/json"),
  /** A collection of features; for tables that say where their rows are. */
  GEOJSON("geojson", "application/geo+json");

  private final String suffix;
  private final String mediaType;

  ExportForm(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  /** The form with this suffix. */
  public static Optional<ExportForm> find(String suffix) {
    return Arrays.stream(values()).filter(form -> form.suffix.equals(suffix)).findFirst();
  }

  /** What its address and file name end with. */
  public String suffix() {
    return suffix;
  }

  /** What it is, without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /** Whether a table can leave like this. */
  public boolean fits(TableInfo info) {
    return switch (this) {
      case GEOJSON -> info.hasPlaces();
      case XLSX -> info.rows() <= XlsxExport.MOST_ROWS;
      default -> true;
    };
  }

  /**
   * Writes the rows of a query; {@code out} stays open.
   *
   * @param columns which cells of them, by the numbers of their columns from 0
   */
  public void write(PreparedTable table, TableQuery query, List<Integer> columns, OutputStream out)
      throws IOException {
    switch (this) {
      case CSV -> CsvExport.plain(table, query, columns, out);
      case EXCEL -> CsvExport.excel(table, query, columns, out);
      case XLSX -> XlsxExport.write(table, query, columns, out);
      case JSON -> JsonExport.list(table, query, columns, out);
      case GEOJSON -> JsonExport.features(table, query, columns, out);
    }
  }
}
