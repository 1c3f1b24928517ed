package org.allmende.server.preview;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Rows as a sheet of a workbook, handed on while they are written. A text is a text cell, which no
 * program computes, whatever it begins with.
 */
final class XlsxExport {

  /** A sheet has no more below its header. */
  static final int MOST_ROWS = Worksheet.MAX_ROWS - 1;

  private static final int ROWS_AT_ONCE = 500;

  /** A sheet counts with 15 digits; longer numbers stay texts. */
  private static final int MOST_DIGITS = 15;

  /** What XML cannot hold. */
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]|[\\ufffe\\uffff]");

  private XlsxExport() {}

  static void write(PreparedTable table, TableQuery query, List<Integer> chosen, OutputStream out)
      throws IOException {
    var columns = table.info().columns();
    // Not closed: that would close the caller's stream.
    @SuppressWarnings("resource")
    var workbook = new Workbook(out, "Allmende", null);
    var sheet = workbook.newWorksheet("Daten");
    for (var i = 0; i < chosen.size(); i++) {
      sheet.value(0, i, clean(columns.get(chosen.get(i)).name()));
      sheet.style(0, i).bold().set();
    }
    sheet.freezePane(0, 1);
    var written = new int[1];
    table.each(
        query,
        row -> {
          var at = ++written[0];
          for (var i = 0; i < chosen.size(); i++) {
            var column = chosen.get(i);
            write(sheet, at, i, columns.get(column), row.cells().get(column));
          }
          if (at % ROWS_AT_ONCE == 0) {
            sheet.flush();
          }
        });
    workbook.finish();
  }

  private static void write(Worksheet sheet, int row, int column, TableColumn what, String text) {
    if (text.isEmpty()) {
      return;
    }
    var number = what.number(text).filter(n -> n.precision() <= MOST_DIGITS);
    if (number.isPresent()) {
      sheet.value(row, column, number.get());
    } else {
      sheet.value(row, column, clean(text));
    }
  }

  private static String clean(String text) {
    return CONTROL.matcher(text).replaceAll("");
  }
}
