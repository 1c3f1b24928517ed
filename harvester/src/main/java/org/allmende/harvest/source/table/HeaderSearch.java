package org.allmende.harvest.source.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.allmende.harvest.SourceException;

/**
 * Finds the header of a sheet or text: the first row that has all configured names, each under any
 * of the names that its field knows. Where none are configured, it is the row that has the most
 * names of the mapping's fields, if there are two of them, else the first that says something. What
 * stands above is kept, since it names the state date ({@code sources.md} 2.3).
 */
public final class HeaderSearch {

  private static final int WITHIN = 200;

  private final String place;
  private final List<String> names;
  private final List<Set<String>> wanted;
  private final List<String> preamble = new ArrayList<>();
  private final Optional<List<String>> likely;

  /** The first rows of a document, which are looked at where the mapping names no header. */
  @FunctionalInterface
  public interface FirstRows {
    /** Reads them. */
    List<List<String>> read() throws IOException;
  }

  /** A search in the document of this name. */
  public HeaderSearch(String place, Mapping mapping, FirstRows first) throws IOException {
    this.likely = mapping.header().isEmpty() ? likely(first.read(), mapping) : Optional.empty();
    this.place = place;
    this.names = mapping.header();
    this.wanted = names.stream().map(name -> namesOf(name, mapping)).toList();
  }

  private static Optional<List<String>> likely(List<List<String>> rows, Mapping mapping) {
    List<String> best = List.of();
    var most = 1L;
    for (var row : rows) {
      var columns = ColumnNames.of(row);
      var known = mapping.fields().stream().filter(f -> columns.find(f.from()).isPresent()).count();
      if (known > most) {
        best = row;
        most = known;
      }
    }
    return Optional.of(best).filter(row -> !row.isEmpty());
  }

  private static Set<String> namesOf(String name, Mapping mapping) {
    var names = new HashSet<>(Set.of(name));
    for (var field : mapping.fields()) {
      if (field.from().contains(name)) {
        names.addAll(field.from());
      }
    }
    return names;
  }

  /** Whether one may look at a further row. */
  public boolean goesOn() {
    return preamble.size() < WITHIN;
  }

  /** Whether this row is the header; one that is not is kept as text above it. */
  public boolean isHeader(List<String> row) {
    if (hasNames(row)) {
      return true;
    }
    preamble.add(String.join(" ", row).strip());
    return false;
  }

  private boolean hasNames(List<String> row) {
    if (wanted.isEmpty()) {
      return likely
          .map(row::equals)
          .orElseGet(() -> !isHint(row) && row.stream().anyMatch(cell -> !cell.isBlank()));
    }
    var columns = ColumnNames.of(row);
    return wanted.stream().allMatch(any -> columns.find(List.copyOf(any)).isPresent());
  }

  /** The line {@code sep=;}, by which a spreadsheet is told the delimiter. */
  private static boolean isHint(List<String> row) {
    return row.getFirst().strip().matches("(?i)sep=.?")
        && row.stream().skip(1).allMatch(String::isBlank);
  }

  /** What stood above the header. */
  public List<String> preamble() {
    return List.copyOf(preamble);
  }

  /** The failure of a search that came to its end. */
  public IOException failure() {
    return SourceException.of(
        "no-header",
        place,
        names.stream().collect(Collectors.joining("\", \"", "\"", "\"")),
        WITHIN,
        preamble.isEmpty() ? "" : preamble.getFirst());
  }
}
