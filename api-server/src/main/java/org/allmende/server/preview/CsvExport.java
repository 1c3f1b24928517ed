package org.allmende.server.preview;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Rows as CSV: for programs as they are, for Excel in German as it reads them. */
final class CsvExport {

  private static final CSVFormat PLAIN = CSVFormat.RFC4180;
  private static final CSVFormat EXCEL = CSVFormat.RFC4180.builder().setDelimiter(';').get();

  /** The header is a row of texts. */
  private static final TableColumn NAMES = new TableColumn("", TableColumn.Style.TEXT);

  private CsvExport() {}

  /** Makes of a cell what stands in the file. */
  @FunctionalInterface
  private interface Cell {
    String of(TableColumn column, String text);
  }

  static void plain(PreparedTable table, TableQuery query, List<Integer> chosen, OutputStream out)
      throws IOException {
    write(table, query, chosen, out, PLAIN, (column, text) -> text);
  }

  static void excel(PreparedTable table, TableQuery query, List<Integer> chosen, OutputStream out)
      throws IOException {
    out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    write(table, query, chosen, out, EXCEL, CsvExport::german);
  }

  /** Numbers get the decimal comma; a text that Excel would compute is made a text. */
  private static String german(TableColumn column, String text) {
    if (column.isNumber()) {
      return column.number(text).map(n -> n.toPlainString().replace('.', ',')).orElse(text);
    }
    return Formulas.disarmed(text);
  }

  private static void write(
      PreparedTable table,
      TableQuery query,
      List<Integer> chosen,
      OutputStream out,
      CSVFormat format,
      Cell cell)
      throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    // Not closed: that would close the caller's stream.
    @SuppressWarnings("resource")
    var printer = new CSVPrinter(writer, format);
    var columns = table.info().columns();
    var names = new ArrayList<String>();
    for (var i : chosen) {
      names.add(cell.of(NAMES, columns.get(i).name()));
    }
    printer.printRecord(names);
    table.each(query, row -> printer.printRecord(cells(columns, chosen, row, cell)));
    printer.flush();
  }

  private static List<String> cells(
      List<TableColumn> columns, List<Integer> chosen, PreparedTable.Row row, Cell cell) {
    var cells = new ArrayList<String>(chosen.size());
    for (var i : chosen) {
      cells.add(cell.of(columns.get(i), row.cells().get(i)));
    }
    return cells;
  }
}
