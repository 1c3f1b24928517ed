package org.allmende.server.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The words in which DuckDB is asked. Nothing in them comes from outside: columns are called by
 * their position, {@code c0} as written and {@code k0} as compared, and values are parameters.
 */
final class ColumnSql {

  /** So much of a text decides about its place in an order. */
  private static final int COMPARED = 40;

  private ColumnSql() {}

  /**
   * A condition with its values.
   *
   * @param sql behind {@code WHERE}
   * @param values for its question marks
   */
  record Condition(String sql, List<Object> values) {
    Condition {
      values = List.copyOf(values);
    }
  }

  /** Reads the lines of {@link RowLine} and computes what columns are compared by. */
  static String create(String table, List<TableColumn> columns, long longestRow) {
    var keys =
        IntStream.range(0, columns.size())
            .mapToObj(i -> ", " + key(columns.get(i), "c" + i) + " AS k" + i)
            .collect(Collectors.joining());
    var names =
        IntStream.range(0, columns.size())
            .mapToObj(i -> ", 'c" + i + "': 'VARCHAR'")
            .collect(Collectors.joining());
    var longest = Math.max(2_000_000, longestRow + 1_000);
    return "CREATE TABLE "
        + table
        + " AS SELECT *"
        + keys
        + ", "
        + words(columns.size())
        + " FROM read_csv(?, auto_detect=false, header=false, delim=',', quote='\"', escape='\"',"
        + " nullstr='', null_padding=true, parallel=false, new_line='\\n', max_line_size="
        + longest
        + ", buffer_size="
        + Math.max(8_000_000, 2 * longest)
        + ", columns={'n': 'BIGINT'"
        + names
        + "})";
  }

  private static String key(TableColumn column, String cell) {
    return switch (column.style()) {
      case TEXT -> "left(strip_accents(lower(" + cell + ")), " + COMPARED + ")";
      case DECIMAL_DOT -> "TRY_CAST(" + cell + " AS DOUBLE)";
      case DECIMAL_COMMA -> "TRY_CAST(replace(replace(" + cell + ", '.', ''), ',', '.') AS DOUBLE)";
      case ISO_DATE -> cell;
      case GERMAN_DATE -> "strftime(try_strptime(" + cell + ", '%d.%m.%Y'), '%Y-%m-%d')";
    };
  }

  /**
   * All cells of a row in small letters, each on lines of its own, so that one look finds a word.
   */
  private static String words(int columns) {
    return IntStream.range(0, columns)
        .mapToObj(i -> "c" + i)
        .collect(Collectors.joining(", ", "lower(concat_ws(chr(10), ", ")) AS w"));
  }

  /** The condition that a query's rows fulfill. */
  static Condition condition(TableQuery query) {
    var parts = new ArrayList<String>();
    var values = new ArrayList<Object>();
    if (!query.words().isEmpty()) {
      parts.add("contains(w, ?)");
      values.add(query.words().toLowerCase(java.util.Locale.ROOT));
    }
    query.filters().forEach(filter -> add(filter, parts, values));
    return new Condition(parts.isEmpty() ? "true" : String.join(" AND ", parts), values);
  }

  private static String contains(int column) {
    return "contains(lower(c" + column + "), ?)";
  }

  private static void add(ColumnFilter filter, List<String> parts, List<Object> values) {
    switch (filter.test()) {
      case ColumnFilter.Test.Contains(var text) -> {
        parts.add(contains(filter.column()));
        values.add(text);
      }
      case ColumnFilter.Test.Between(var from, var to) -> {
        from.ifPresent(bound -> add(filter, bound, ">", parts, values));
        to.ifPresent(bound -> add(filter, bound, "<", parts, values));
      }
    }
  }

  private static void add(
      ColumnFilter filter,
      ColumnFilter.Bound bound,
      String sign,
      List<String> parts,
      List<Object> values) {
    parts.add("k" + filter.column() + " " + sign + (bound.isIncluded() ? "=" : "") + " ?");
    values.add(bound.value());
  }

  /** The order of a query's rows; those that compare alike stay as in the file. */
  static String order(TableQuery query) {
    return query
        .sort()
        .map(
            sort ->
                "k" + sort.column() + (sort.isDescending() ? " DESC" : " ASC") + " NULLS LAST, n")
        .orElse("n");
  }

  /** What rows of a group share, as SQL; {@code key} in front of groups in their own order. */
  static String key(Grouping grouping) {
    var column = grouping.by();
    return switch (grouping.cut()) {
      case Grouping.Cut.Whole() -> "c" + column;
      case Grouping.Cut.Numeric() -> "k" + column;
      case Grouping.Cut.Beginning(var characters) -> "left(k" + column + ", " + characters + ")";
      case Grouping.Cut.Step(var from, var width) ->
          "floor((k" + column + " - (" + from + ")) / " + width + ")";
    };
  }

  /** The columns of the answer: key, part, rows, then a number for each value. */
  static String groups(Grouping grouping) {
    var part = grouping.split().isPresent() ? "c" + grouping.split().getAsInt() : "''";
    var function = grouping.isSum() ? "sum" : "avg";
    return key(grouping)
        + ", "
        + part
        + ", count(*)"
        + grouping.values().stream()
            .map(column -> ", " + function + "(k" + column + ")")
            .collect(Collectors.joining());
  }

  /** What follows the condition: the largest groups first where keys have no order of their own. */
  static String grouped(Grouping grouping) {
    var isOwnOrder = !(grouping.cut() instanceof Grouping.Cut.Whole);
    var largest = grouping.values().isEmpty() ? "3" : "4";
    return " GROUP BY 1, 2 ORDER BY "
        + (isOwnOrder ? "1, 2" : largest + " DESC NULLS LAST, 1, 2")
        + " LIMIT ?";
  }

  /** That rows have a key, and one of the parts that count. */
  static Condition grouped(Condition rows, Grouping grouping) {
    var sql = new StringBuilder(rows.sql()).append(" AND ").append(key(grouping));
    var values = new ArrayList<>(rows.values());
    sql.append(" IS NOT NULL");
    if (grouping.split().isPresent()) {
      var marks = grouping.parts().stream().map(p -> "?").collect(Collectors.joining(", "));
      var split = "c" + grouping.split().getAsInt();
      sql.append(" AND ").append(split);
      sql.append(marks.isEmpty() ? " IS NOT NULL" : " IN (" + marks + ")");
      values.addAll(grouping.parts());
    }
    return new Condition(sql.toString(), values);
  }

  /** Count, different values, ends and wholeness of each of the first columns. */
  static String facts(List<TableColumn> columns) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> facts("c" + i, columns.get(i).isNumber() ? "k" + i : "NULL::DOUBLE"))
        .collect(Collectors.joining(", "));
  }

  private static String facts(String cell, String number) {
    return "count(%1$s), approx_count_distinct(%1$s), min(%2$s), max(%2$s), bool_and(%2$s = floor(%2$s))"
        .formatted(cell, number);
  }
}
