package org.allmende.harvest.source.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.source.table.ColumnNames;
import org.allmende.harvest.source.table.HeaderSearch;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.RawRow;
import org.allmende.harvest.source.table.RowSource;
import org.allmende.harvest.source.table.TextCells;
import org.allmende.harvest.source.table.TextDecoder;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a CSV text below its header, which is the first row that has the configured names;
 * what stands above it is kept, since it names the state date ({@code sources.md} 2.3).
 */
final class CsvRows implements RowSource {

  /** Enough for the rows by which the delimiter is told. */
  private static final int BEGINNING = 1024 * 1024;

  private static final int PREVIEW = 100;

  /** A row of more lines has a quote that never ends, and has swallowed the rows behind it. */
  private static final int MOST_LINES = 500;

  private final TextDecoder.CheckedText text;
  private final String place;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final HeaderSearch search;
  private final ColumnNames columns;
  private long line;

  private CsvRows(TextDecoder.CheckedText text, String place, Mapping mapping) throws IOException {
    this.text = text;
    this.place = place;
    this.search = new HeaderSearch(place, mapping, () -> firstRows(text));
    this.parser = CSVParser.parse(reader(text), CsvDialect.detect(beginning(text)));
    this.records = parser.iterator();
    this.columns = ColumnNames.of(header());
  }

  /** Reads up to the header. */
  static CsvRows open(byte[] bytes, String place, Mapping mapping) throws IOException {
    try {
      return new CsvRows(TextDecoder.open(bytes, place, mapping), place, mapping);
    } catch (UncheckedIOException e) {
      throw SourceException.causedBy(e, "broken-csv", place, 1, "" + e.getMessage());
    }
  }

  /** The first rows, header and what stands above it included. */
  static List<List<String>> firstRows(TextDecoder.CheckedText text) throws IOException {
    var rows = new ArrayList<List<String>>();
    var beginning = beginning(text);
    try (var parser = CSVParser.parse(new StringReader(beginning), CsvDialect.detect(beginning))) {
      for (var row : parser) {
        rows.add(row.toList());
        if (rows.size() == PREVIEW) {
          break;
        }
      }
    }
    return rows;
  }

  private static Reader reader(TextDecoder.CheckedText text) {
    return new NextLineReader(text.reader());
  }

  private static String beginning(TextDecoder.CheckedText text) throws IOException {
    var chars = new char[BEGINNING];
    var length = 0;
    try (var reader = reader(text)) {
      for (int read = 0; read >= 0 && length < BEGINNING; ) {
        length += read;
        read = reader.read(chars, length, BEGINNING - length);
      }
    }
    return new String(chars, 0, length);
  }

  private List<String> header() throws IOException {
    while (records.hasNext() && search.goesOn()) {
      var row = records.next().toList();
      line = parser.getCurrentLineNumber();
      if (search.isHeader(row)) {
        return row;
      }
    }
    throw search.failure();
  }

  @Override
  public ColumnNames columns() {
    return columns;
  }

  @Override
  public Envelope read(Consumer<RawRow> sink) throws IOException {
    try (parser) {
      while (records.hasNext()) {
        var first = line + 1;
        var row = Arrays.asList(records.next().values());
        line = Math.max(parser.getCurrentLineNumber(), first);
        var where = Note.of("line", Long.toString(first));
        if (line - first > MOST_LINES) {
          sink.accept(RawRow.broken(where, Note.of("row-too-tall", line - first + 1)));
        } else if (hasValue(row, 0)) {
          sink.accept(row(row, where));
        }
      }
    } catch (UncheckedIOException e) {
      throw SourceException.causedBy(e, "broken-csv", place, line + 1, "" + e.getMessage());
    }
    return new Envelope(text.encoding(), search.preamble(), Optional.empty(), warnings());
  }

  private RawRow row(List<String> row, Note where) {
    var width = columns.size();
    if (hasValue(row, width)) {
      return RawRow.broken(where, Note.of("row-too-long", row.size(), width));
    }
    return RawRow.of(where, new TextCells(row.subList(0, Math.min(width, row.size()))));
  }

  /** Whether a cell from this one on says something. */
  private static boolean hasValue(List<String> row, int from) {
    for (int i = from; i < row.size(); i++) {
      if (!row.get(i).isBlank()) {
        return true;
      }
    }
    return false;
  }

  private List<Note> warnings() {
    return text.isDecodedTwice() ? List.of(Note.of("decoded-twice")) : List.of();
  }
}
