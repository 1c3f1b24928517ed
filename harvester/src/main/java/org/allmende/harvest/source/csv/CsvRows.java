package org.allmende.harvest.source.csv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.source.table.ColumnNames;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.RawRow;
import org.allmende.harvest.source.table.RowSource;
import org.allmende.harvest.source.table.TextDecoder;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV text below its header, which is the first row that has the configured names;
 * what stands above it is kept, since it names the state date ({@code sources.md} 2.3).
 */
final class CsvRows implements RowSource {

  private static final int HEADER_WITHIN = 200;

  private final TextDecoder.Decoded decoded;
  private final String place;
  private final Mapping mapping;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> preamble = new ArrayList<>();
  private final ColumnNames columns;
  private long line;

  private CsvRows(TextDecoder.Decoded decoded, String place, Mapping mapping) throws IOException {
    this.decoded = decoded;
    this.place = place;
    this.mapping = mapping;
    var text = withoutNextLine(decoded.text());
    this.parser = CSVParser.parse(new StringReader(text), CsvDialect.detect(text));
    this.records = parser.iterator();
    this.columns = ColumnNames.of(header());
  }

  /** Reads up to the header. */
  static CsvRows open(byte[] bytes, String place, Mapping mapping) throws IOException {
    try {
      return new CsvRows(TextDecoder.decode(bytes, place, mapping.charset()), place, mapping);
    } catch (UncheckedIOException e) {
      throw SourceException.causedBy(e, "broken-csv", place, 1, "" + e.getMessage());
    }
  }

  /** U+0085 ends a line outside quotes; inside it is content. */
  private static String withoutNextLine(String text) {
    if (text.indexOf('\u0085') < 0) {
      return text;
    }
    var result = new StringBuilder(text);
    var isQuoted = false;
    for (int i = 0; i < result.length(); i++) {
      if (result.charAt(i) == '"') {
        isQuoted = !isQuoted;
      } else if (result.charAt(i) == '\u0085' && !isQuoted) {
        result.setCharAt(i, '\n');
      }
    }
    return result.toString();
  }

  private List<String> header() throws IOException {
    var wanted = wantedNames();
    while (records.hasNext() && preamble.size() < HEADER_WITHIN) {
      var row = records.next().toList();
      line = parser.getCurrentLineNumber();
      if (isHeader(row, wanted)) {
        return row;
      }
      preamble.add(String.join(" ", row).strip());
    }
    throw SourceException.of(
        "no-header",
        place,
        mapping.header().stream().collect(Collectors.joining("\", \"", "\"", "\"")),
        HEADER_WITHIN,
        preamble.isEmpty() ? "" : preamble.getFirst());
  }

  /** For every configured name the names that the column may have, as its field knows them. */
  private List<Set<String>> wantedNames() {
    return mapping.header().stream().map(this::namesOf).toList();
  }

  private Set<String> namesOf(String name) {
    var names = new HashSet<>(Set.of(name));
    for (var field : mapping.fields()) {
      if (field.from().contains(name)) {
        names.addAll(field.from());
      }
    }
    return names;
  }

  private static boolean isHeader(List<String> row, List<Set<String>> wanted) {
    if (wanted.isEmpty()) {
      return row.stream().anyMatch(cell -> !cell.isBlank());
    }
    var names = ColumnNames.of(row);
    return wanted.stream().allMatch(any -> names.find(List.copyOf(any)).isPresent());
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
        var row = records.next().toList();
        line = Math.max(parser.getCurrentLineNumber(), first);
        if (row.stream().anyMatch(cell -> !cell.isBlank())) {
          sink.accept(row(row, Note.of("line", Long.toString(first))));
        }
      }
    } catch (UncheckedIOException e) {
      throw SourceException.causedBy(e, "broken-csv", place, line + 1, "" + e.getMessage());
    }
    return new Envelope(decoded.encoding(), preamble, Optional.empty(), warnings());
  }

  private RawRow row(List<String> row, Note where) {
    var width = columns.size();
    if (row.size() > width && row.subList(width, row.size()).stream().anyMatch(c -> !c.isBlank())) {
      return RawRow.broken(where, Note.of("row-too-long", row.size(), width));
    }
    var cells = new ArrayList<@Nullable JsonNode>(Math.min(width, row.size()));
    row.stream().limit(width).forEach(cell -> cells.add(TextNode.valueOf(cell)));
    return RawRow.of(where, cells);
  }

  private List<Note> warnings() {
    return decoded.isDecodedTwice() ? List.of(Note.of("decoded-twice")) : List.of();
  }
}
