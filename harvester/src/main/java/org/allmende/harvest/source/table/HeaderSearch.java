package org.allmende.harvest.source.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.allmende.harvest.SourceException;

/**
 * Finds the header of a sheet or text: the first row that has all configured names, each under any
 * of the names that its field knows. What stands above is kept, since it names the state date
 * ({@code sources.md} 2.3).
 */
public final class HeaderSearch {

  private static final int WITHIN = 200;

  private final String place;
  private final List<String> names;
  private final List<Set<String>> wanted;
  private final List<String> preamble = new ArrayList<>();

  /** A search in the document of this name. */
  public HeaderSearch(String place, Mapping mapping) {
    this.place = place;
    this.names = mapping.header();
    this.wanted = names.stream().map(name -> namesOf(name, mapping)).toList();
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
      return row.stream().anyMatch(cell -> !cell.isBlank());
    }
    var columns = ColumnNames.of(row);
    return wanted.stream().allMatch(any -> columns.find(List.copyOf(any)).isPresent());
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
