package org.allmende.server.format.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.allmende.catalog.model.ColumnView;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file mean, for people.
 *
 * @param lines the columns that are told, in the file's order
 * @param more how many are told elsewhere alone: the file is too wide for a page
 * @param alike an earlier file of the dataset that tells the same columns; null when none does
 */
record ColumnList(List<Line> lines, int more, @Nullable FileView alike) {

  /** So many can be read at once; a page with all of a very wide table helps nobody. */
  private static final int MOST = 100;

  /** Types that have a name of their own on pages; all others are texts. */
  private static final Set<String> NUMBERS =
      Set.of(
          "decimal", "number", "double", "float", "integer", "int", "long", "nonNegativeInteger");

  ColumnList {
    lines = List.copyOf(lines);
  }

  /**
   * A column.
   *
   * @param name as the file calls it
   * @param title what it is; null when nobody said more than the name
   * @param description more about it; null when nobody said
   * @param kind of its values, in a word or two
   * @param unit of its values; {@code ""} when unknown
   */
  record Line(
      String name,
      @Nullable Localized title,
      @Nullable Localized description,
      String kind,
      String unit) {}

  static ColumnList of(List<ColumnView> columns, Shown shown) {
    var lines = columns.stream().limit(MOST).map(column -> line(column, shown)).toList();
    return new ColumnList(lines, columns.size() - lines.size(), null);
  }

  private static Line line(ColumnView column, Shown shown) {
    var title = shown.text(column.title()).filter(text -> !text.text().equals(column.name()));
    return new Line(
        column.name(),
        title.orElse(null),
        shown.text(column.description()).orElse(null),
        shown.texts().get("column." + kind(column)),
        unit(column, title.map(Localized::text).orElse(column.name())));
  }

  private static String unit(ColumnView column, String title) {
    return column.unit().isEmpty() ? Unit.of(title) : column.unit();
  }

  private static String kind(ColumnView column) {
    if (column.isList()) {
      return "list";
    }
    var type = column.datatype();
    if (NUMBERS.contains(type)) {
      return "number";
    }
    return switch (type) {
      case "boolean" -> "boolean";
      case "date" -> "date";
      case "dateTime", "dateTimeStamp", "datetime" -> "time";
      case "anyURI" -> "address";
      case "JSON" -> "nested";
      default -> "text";
    };
  }

  int size() {
    return lines.size() + more;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The files, where each that has no other columns than an earlier one points there. */
  static List<FileView> toldOnce(List<FileView> files) {
    var told = new ArrayList<FileView>();
    var result = new ArrayList<FileView>();
    for (var file : files) {
      var columns = file.columns();
      var alike =
          told.stream().filter(before -> before.columns().tells(columns)).findFirst().orElse(null);
      if (alike == null) {
        told.add(file);
      }
      result.add(
          alike == null || columns.isEmpty()
              ? file
              : file.withColumns(new ColumnList(columns.lines, columns.more, alike)));
    }
    return result;
  }

  private boolean tells(ColumnList other) {
    if (lines.isEmpty() || other.lines.isEmpty() || size() < other.size()) {
      return false;
    }
    return new HashSet<>(lines).containsAll(other.lines.stream().collect(Collectors.toSet()));
  }
}
