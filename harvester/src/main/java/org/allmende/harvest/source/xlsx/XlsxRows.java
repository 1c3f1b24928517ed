package org.allmende.harvest.source.xlsx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.source.table.ColumnNames;
import org.allmende.harvest.source.table.HeaderSearch;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.RawRow;
import org.allmende.harvest.source.table.RowSource;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet below its header, read one after another. What a sheet says about its size is
 * not believed: the reading ends after {@value #EMPTY_ROWS} empty rows. Hidden rows count; a header
 * cell that spans several columns names them all.
 */
final class XlsxRows implements RowSource {

  /** After so many empty rows nothing more comes: some sheets declare a million of them. */
  private static final int EMPTY_ROWS = 50;

  /** Columns of a header; a sheet whose last column is styled claims 16,384 of them. */
  private static final int MOST_COLUMNS = 2_000;

  private static final LocalDateTime EXCEL_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);

  /** A character that Excel writes by its number, such as {@code _x000D_}. */
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final ReadableWorkbook workbook;
  private final String place;
  private final List<SheetScan.Range> merged;
  private final HeaderSearch search;
  private final CellFormats formats = new CellFormats();
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final ColumnNames columns;
  private int lastFilled;

  private XlsxRows(ReadableWorkbook workbook, WorkbookParts parts, String place, Mapping mapping)
      throws IOException {
    this.workbook = workbook;
    this.place = place;
    this.search = new HeaderSearch(place, mapping);
    var sheet = sheet(mapping.select().sheet());
    this.merged = parts.mergedIn(sheet.getId());
    this.stream = sheet.openStream();
    this.rows = stream.iterator();
    this.columns = ColumnNames.of(header());
  }

  /** Reads up to the header. */
  static XlsxRows open(byte[] bytes, String place, Mapping mapping) throws IOException {
    var parts = WorkbookParts.inspect(bytes, place);
    try {
      var workbook =
          new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true));
      return new XlsxRows(workbook, parts, place, mapping);
    } catch (SourceException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw broken(place, e);
    }
  }

  private static IOException broken(String place, Exception e) {
    return SourceException.causedBy(e, "broken-xlsx", place, "" + e.getMessage());
  }

  private Sheet sheet(Optional<String> wanted) throws IOException {
    var sheets = workbook.getSheets().toList();
    return wanted
        .flatMap(name -> sheets.stream().filter(s -> s.getName().strip().equals(name)).findFirst())
        .or(() -> wanted.isPresent() ? Optional.empty() : firstShown(sheets))
        .orElseThrow(
            () ->
                SourceException.of(
                    "xlsx-no-sheet",
                    place,
                    wanted.orElse("1"),
                    sheets.stream().map(Sheet::getName).collect(Collectors.joining(", "))));
  }

  private static Optional<Sheet> firstShown(List<Sheet> sheets) {
    return sheets.stream()
        .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
        .findFirst()
        .or(() -> sheets.stream().findFirst());
  }

  private List<String> header() throws IOException {
    while (search.goesOn()) {
      var row = next();
      if (row.isEmpty()) {
        break;
      }
      var texts = texts(row.get());
      if (search.isHeader(texts)) {
        return filledRight(row.get().getRowNum(), texts);
      }
    }
    throw search.failure();
  }

  /** The next row that has something; empty at the end, or where only empty ones come. */
  private Optional<Row> next() {
    while (rows.hasNext()) {
      var row = rows.next();
      if (row.getRowNum() > lastFilled + EMPTY_ROWS) {
        return Optional.empty();
      }
      if (isFilled(row)) {
        lastFilled = row.getRowNum();
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private static boolean isFilled(Row row) {
    for (var cell : row) {
      if (cell != null && cell.getValue() != null && !cell.getValue().toString().isBlank()) {
        return true;
      }
    }
    return false;
  }

  private List<String> texts(Row row) {
    var texts = new ArrayList<String>();
    for (var cell : cells(row, MOST_COLUMNS)) {
      texts.add(cell == null ? "" : cell.asText());
    }
    return texts;
  }

  private List<String> filledRight(int number, List<String> header) {
    var names = new ArrayList<>(header);
    for (var range : merged) {
      var isHere = range.firstRow() <= number && range.lastRow() >= number;
      for (int i = range.firstColumn() + 1; isHere && i <= range.lastColumn(); i++) {
        while (names.size() <= i) {
          names.add("");
        }
        names.set(i, names.get(range.firstColumn()));
      }
    }
    while (!names.isEmpty() && names.getLast().isBlank()) {
      names.removeLast();
    }
    return names;
  }

  @Override
  public ColumnNames columns() {
    return columns;
  }

  @Override
  public Envelope read(Consumer<RawRow> sink) throws IOException {
    try (workbook;
        stream) {
      for (var row = next(); row.isPresent(); row = next()) {
        var where = Note.of("line", Integer.toString(row.get().getRowNum()));
        sink.accept(RawRow.of(where, cells(row.get(), columns.size())));
      }
    } catch (ExcelReaderException e) {
      throw broken(place, e);
    }
    return new Envelope("", search.preamble(), Optional.empty(), List.of());
  }

  private List<@Nullable JsonNode> cells(Row row, int most) {
    var cells = new ArrayList<@Nullable JsonNode>();
    for (int i = 0; i < Math.min(most, row.getCellCount()); i++) {
      var cell = row.getCell(i);
      cells.add(cell == null ? null : value(cell));
    }
    return cells;
  }

  private @Nullable JsonNode value(Cell cell) {
    if (cell.getType() == CellType.ERROR || cell.getValue() == null) {
      return null;
    }
    return switch (cell.getValue()) {
      case Boolean flag -> BooleanNode.valueOf(flag);
      case BigDecimal number -> number(cell, number);
      default -> TextNode.valueOf(unescaped(cell.getValue().toString()));
    };
  }

  private JsonNode number(Cell cell, BigDecimal number) {
    if (formats.isTime(cell.getDataFormatId(), cell.getDataFormatString())) {
      var time = time(number);
      if (time.isPresent()) {
        return TextNode.valueOf(time.get());
      }
    }
    // A sheet holds binary numbers: 52.520000000000003 was typed as 52.52.
    return DecimalNode.valueOf(BigDecimal.valueOf(number.doubleValue()));
  }

  private Optional<String> time(BigDecimal serial) {
    try {
      var millis = Math.round(serial.doubleValue() * 24 * 60 * 60 * 1000);
      var zero = workbook.isDate1904() ? LocalDateTime.of(1904, 1, 1, 0, 0) : EXCEL_ZERO;
      var time = zero.plus(millis, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.SECONDS);
      if (serial.signum() >= 0 && serial.compareTo(BigDecimal.ONE) < 0) {
        return Optional.of(DateTimeFormatter.ISO_LOCAL_TIME.format(time));
      }
      return Optional.of(
          time.toLocalTime().equals(LocalTime.MIN)
              ? time.toLocalDate().toString()
              : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty(); // a number that only looks like a date stays a number
    }
  }

  private static String unescaped(String text) {
    return text.contains("_x")
        ? ESCAPED
            .matcher(text)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(match.group(1), 16))))
        : text;
  }
}
