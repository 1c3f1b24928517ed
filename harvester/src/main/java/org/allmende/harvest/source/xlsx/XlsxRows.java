package org.allmende.harvest.source.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.source.table.ColumnNames;
import org.allmende.harvest.source.table.HeaderSearch;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.RawRow;
import org.allmende.harvest.source.table.RowSource;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * The rows of a sheet below its header, read one after another. What a sheet says about its size is
 * not believed: the reading ends after {@value #EMPTY_ROWS} empty rows. Hidden rows count; a header
 * cell that spans several columns names them all.
 */
final class XlsxRows implements RowSource {

  /** After so many empty rows nothing more comes: some sheets declare a million of them. */
  private static final int EMPTY_ROWS = 50;

  private static final int PREVIEW = 100;

  private final ReadableWorkbook workbook;
  private final String place;
  private final List<SheetScan.Range> merged;
  private final HeaderSearch search;
  private final CellReading cells;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final ColumnNames columns;
  private int lastFilled;

  /** The first rows of the first sheet, header and what stands above it included. */
  static List<List<String>> firstRows(byte[] bytes, String place) throws IOException {
    WorkbookParts.inspect(bytes, place);
    try (var workbook = workbook(bytes)) {
      var sheet = firstShown(workbook.getSheets().toList()).orElseThrow();
      return firstRows(sheet, new CellReading(workbook.isDate1904()));
    } catch (IOException | RuntimeException e) {
      throw broken(place, e);
    }
  }

  private static List<List<String>> firstRows(Sheet sheet, CellReading reader) throws IOException {
    try (var stream = sheet.openStream()) {
      return stream.limit(PREVIEW).map(reader::texts).toList();
    }
  }

  private static ReadableWorkbook workbook(byte[] bytes) throws IOException {
    return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true));
  }

  private XlsxRows(ReadableWorkbook workbook, WorkbookParts parts, String place, Mapping mapping)
      throws IOException {
    this.workbook = workbook;
    this.cells = new CellReading(workbook.isDate1904());
    this.place = place;
    var sheet = sheet(mapping.select().sheet());
    this.search = new HeaderSearch(place, mapping, () -> firstRows(sheet, cells));
    this.merged = parts.mergedIn(sheet.getId());
    this.stream = sheet.openStream();
    this.rows = stream.iterator();
    this.columns = ColumnNames.of(header());
  }

  /** Reads up to the header. */
  static XlsxRows open(byte[] bytes, String place, Mapping mapping) throws IOException {
    var parts = WorkbookParts.inspect(bytes, place);
    try {
      return new XlsxRows(workbook(bytes), parts, place, mapping);
    } catch (SourceException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw broken(place, e);
    }
  }

  /** In our words: the library says such things as "null not found". */
  static SourceException broken(String place, Exception e) {
    return SourceException.causedBy(e, "broken-xlsx", place);
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
      var texts = cells.texts(row.get());
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
        sink.accept(RawRow.of(where, cells.cells(row.get(), columns.size())));
      }
    } catch (ExcelReaderException e) {
      throw broken(place, e);
    }
    return new Envelope("", search.preamble(), Optional.empty(), List.of());
  }
}
