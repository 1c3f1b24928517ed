package org.allmende.harvest.source.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The columns of a source, by position and by name. Names are compared without regard to case,
 * white space and composition; if nothing fits, once more without units in brackets ({@code
 * sources.md} 2.3). Columns may be added while rows are read, as JSON needs it.
 */
public final class ColumnNames {

  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> byName = new HashMap<>();
  private final Map<String, Integer> byBareName = new HashMap<>();

  /** What was looked for, which for a filter is the same in every row. */
  private final Map<List<String>, OptionalInt> found = new HashMap<>();

  /** The columns of a header row; a name that stands there again gets a number. */
  public static ColumnNames of(List<String> header) {
    var columns = new ColumnNames();
    for (var title : header) {
      var name = title.isBlank() ? "column " + (columns.size() + 1) : title.strip();
      var unique = name;
      for (int n = 2; columns.byName.containsKey(normal(unique)); n++) {
        unique = name + " (" + n + ")";
      }
      columns.add(unique);
    }
    return columns;
  }

  /** The position of the column with exactly this name, which is added when it is new. */
  public int indexOf(String name) {
    var known = byName.get(normal(name));
    return known != null ? known : add(name);
  }

  private int add(String name) {
    var index = names.size();
    names.add(name);
    byName.putIfAbsent(normal(name), index);
    byBareName.putIfAbsent(bare(name), index);
    found.clear();
    return index;
  }

  /** The position of the first of these names that there is. */
  public OptionalInt find(List<String> aliases) {
    return found.computeIfAbsent(aliases, this::search);
  }

  private OptionalInt search(List<String> aliases) {
    for (var alias : aliases) {
      var index = byName.get(normal(alias));
      if (index != null) {
        return OptionalInt.of(index);
      }
    }
    for (var alias : aliases) {
      var index = byBareName.get(bare(alias));
      if (index != null) {
        return OptionalInt.of(index);
      }
    }
    return OptionalInt.empty();
  }

  /** How many there are. */
  public int size() {
    return names.size();
  }

  /** The name of a column, as the source wrote it first. */
  public String name(int index) {
    return names.get(index);
  }

  /** All names, in order. */
  public List<String> names() {
    return List.copyOf(names);
  }

  /** The form in which names are compared. */
  public static String normal(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .replaceAll("[\\s\\u00a0]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static String bare(String name) {
    return normal(name.replaceAll("\\[[^\\]]*]", " "));
  }
}
