package org.allmende.harvest.source.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.allmende.harvest.SourceException;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as a sheet of a workbook: numbers, days and times as such, German time. A text stays
 * a text, also one that begins like a formula. The same rows give the same bytes: what the library
 * notes about the moment of writing is taken out.
 */
final class XlsxFile {

  private static final String SHEET = "Daten";
  private static final int MOST_ROWS = Worksheet.MAX_ROWS - 1;
  private static final int LONGEST_TEXT = 32_767;
  private static final int ROWS_AT_ONCE = 1_000;
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]|[\\ufffe\\uffff]");
  private static final Pattern CREATED =
      Pattern.compile("(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)");
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private XlsxFile() {}

  /** Gives the values of a row, in the order of the columns. */
  @FunctionalInterface
  interface Cells {
    /** The values of the n-th row. */
    List<@Nullable Object> of(int row) throws IOException;
  }

  /** Writes a sheet; {@code out} stays open. */
  static void write(List<String> columns, int rows, Cells cells, OutputStream out)
      throws IOException {
    if (rows > MOST_ROWS) {
      throw SourceException.of("xlsx-rows", rows, MOST_ROWS);
    }
    var file = Files.createTempFile("allmende", ".xlsx");
    try {
      write(columns, rows, cells, file);
      copyWithoutTimes(file, out);
    } finally {
      Files.delete(file);
    }
  }

  private static void write(List<String> columns, int rows, Cells cells, Path file)
      throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file));
        var workbook = new Workbook(out, "Allmende", null)) {
      var sheet = workbook.newWorksheet(SHEET);
      for (int i = 0; i < columns.size(); i++) {
        sheet.value(0, i, columns.get(i));
        sheet.style(0, i).bold().set();
      }
      sheet.freezePane(0, 1);
      for (int row = 0; row < rows; row++) {
        write(sheet, row + 1, cells.of(row));
        if (row % ROWS_AT_ONCE == 0) {
          sheet.flush();
        }
      }
    }
  }

  private static void write(Worksheet sheet, int row, List<@Nullable Object> cells) {
    for (int i = 0; i < cells.size(); i++) {
      write(sheet, row, i, cells.get(i));
    }
  }

  private static void write(Worksheet sheet, int row, int column, @Nullable Object value) {
    switch (value) {
      case null -> {
        // An empty cell.
      }
      case BigDecimal number -> sheet.value(row, column, number);
      case Long number -> sheet.value(row, column, number);
      case Boolean flag -> sheet.value(row, column, flag);
      case LocalDate date when isShown(date) -> {
        sheet.value(row, column, date);
        sheet.style(row, column).format("yyyy-mm-dd").set();
      }
      case OffsetDateTime time when isShown(time.toLocalDate()) -> {
        sheet.value(row, column, DateReader.german(time.toInstant()).toLocalDateTime());
        sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
      }
      case List<?> list ->
          text(
              sheet,
              row,
              column,
              list.stream().map(String::valueOf).collect(Collectors.joining("; ")));
      case JsonNode node -> text(sheet, row, column, TableFiles.json(node));
      default -> text(sheet, row, column, value.toString());
    }
  }

  /** A sheet counts days from 1900 on; those before are texts. */
  private static boolean isShown(LocalDate date) {
    return date.getYear() > 1900 && date.getYear() < 10_000;
  }

  private static void text(Worksheet sheet, int row, int column, String text) {
    var clean = CONTROL.matcher(text).replaceAll("");
    // In its cell: a list of all different texts would have to stand in memory to the end.
    sheet.inlineString(
        row, column, clean.length() > LONGEST_TEXT ? clean.substring(0, LONGEST_TEXT) : clean);
  }

  private static void copyWithoutTimes(Path workbook, OutputStream out) throws IOException {
    // Not closed: that would close the caller's stream.
    @SuppressWarnings("resource")
    var copy = new ZipOutputStream(out);
    try (var parts = ZipFile.builder().setPath(workbook).get()) {
      for (var part : Collections.list(parts.getEntries())) {
        var entry = new ZipEntry(part.getName());
        entry.setTimeLocal(NO_TIME);
        copy.putNextEntry(entry);
        try (var in = parts.getInputStream(part)) {
          copy(part.getName(), in, copy);
        }
        copy.closeEntry();
      }
    }
    copy.finish();
  }

  private static void copy(String part, InputStream in, OutputStream out) throws IOException {
    if (!part.equals("docProps/core.xml")) {
      in.transferTo(out);
      return;
    }
    var about = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    var timeless = CREATED.matcher(about).replaceAll("$1" + NO_TIME + ":00Z$3");
    out.write(timeless.getBytes(StandardCharsets.UTF_8));
  }
}
