package org.allmende.server.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of ours as a table: every row by number, and the rows of a query by DuckDB. Any number of
 * threads may ask.
 *
 * <p>All methods throw {@link TooSlowException} when a question takes longer than a page may, and
 * {@link java.nio.file.NoSuchFileException} when the table was dropped to make room; asked for
 * again, it is prepared again.
 */
public final class PreparedTable {

  /** Where the columns lie, as DuckDB writes them. */
  static final String COLUMNS = "columns.duckdb";

  private static final int TOP = 5;

  /** So long a page may take. */
  private static final Duration PAGE = Duration.ofSeconds(2);

  /** So long it may take to find the rows that leave as a file. */
  private static final Duration EXPORT = Duration.ofSeconds(30);

  /** So many rows of a query are looked up at once: the next pages lie among them. */
  private static final int AT_ONCE = 1_000;

  /** Parts of answers that are remembered, some kilobytes each. */
  private static final int REMEMBERED = 500;

  /** Up to so many rows of a filter are remembered whole: then no page of them asks again. */
  private static final int MOST_FOUND = 20_000;

  /** So many numbers of rows are remembered of all filters together. */
  private static final long MOST_REMEMBERED = 1_000_000;

  /** So many columns are looked at when a chart is chosen. */
  private static final int LOOKED_AT = 40;

  /** So many groups are remembered, of all charts together. */
  private static final int MOST_GROUPS = 20_000;

  /** What was asked about a column. */
  private record Asked(TableQuery query, int column) {}

  /** What was asked for a chart. */
  private record Grouped(TableQuery query, Grouping grouping, int most) {}

  /** A part of the rows of a query. */
  private record Part(TableQuery query, long start) {}

  private final Joined<Part, long[]> parts = new Joined<>(REMEMBERED, numbers -> 1);
  private final Joined<TableQuery, Long> counts = new Joined<>(REMEMBERED, count -> 1);
  private final Joined<TableQuery, long[]> found =
      new Joined<>(MOST_REMEMBERED, numbers -> numbers.length + 100);
  private final Joined<Asked, ColumnProfile> profiles = new Joined<>(REMEMBERED, profile -> 1);
  private final Joined<Grouped, List<Grouping.Group>> groups =
      new Joined<>(MOST_GROUPS, list -> list.size() + 1);
  private final Path folder;
  private final TableInfo info;
  private final TableDatabase database;
  private volatile @Nullable List<ColumnFacts> facts;

  PreparedTable(Path folder, TableInfo info, TableDatabase database) {
    this.folder = folder;
    this.info = info;
    this.database = database;
  }

  /** What the table is like. */
  public TableInfo info() {
    return info;
  }

  /**
   * A row.
   *
   * @param number its place in the file, from 0
   * @param cells one for each column; {@code ""} is empty
   */
  public record Row(long number, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** Takes one row after another. */
  @FunctionalInterface
  public interface RowSink {
    void accept(Row row) throws IOException;
  }

  /** How many rows a query has. */
  public long count(TableQuery query) throws IOException {
    if (query.isForAll()) {
      return info.rows();
    }
    var rows = new TableQuery(query.words(), query.filters(), Optional.empty());
    var few = few(rows);
    return few.length <= MOST_FOUND ? few.length : counts.get(rows, () -> counted(rows));
  }

  private long counted(TableQuery query) throws IOException {
    var condition = condition(query);
    return ask("count(*)", " WHERE " + condition.sql(), condition.values(), PreparedTable::first);
  }

  /** The rows of a filter in the order of the file; more than so many are not all of them. */
  private long[] few(TableQuery query) throws IOException {
    return found.get(query, () -> lookedUp(query));
  }

  private long[] lookedUp(TableQuery query) throws IOException {
    var condition = condition(query);
    var values = new ArrayList<>(condition.values());
    values.add((long) MOST_FOUND + 1);
    var numbers = ask("n", " WHERE " + condition.sql() + " LIMIT ?", values, PreparedTable::longs);
    Arrays.sort(numbers);
    return numbers;
  }

  /** The rows of a query in a window. */
  public List<Row> rows(TableQuery query, long offset, int limit) throws IOException {
    try (var lines = RecordFile.open(folder.resolve(TablePreparation.ROWS))) {
      return query.isForAll() && query.sort().isEmpty()
          ? following(lines, offset, limit)
          : each(lines, window(query, offset, limit));
    }
  }

  private List<Row> following(RecordFile lines, long offset, int limit) throws IOException {
    var rows = new ArrayList<Row>();
    var number = offset;
    for (var line : lines.read(offset, limit)) {
      rows.add(row(number++, line));
    }
    return rows;
  }

  private List<Row> each(RecordFile lines, long[] numbers) throws IOException {
    var rows = new ArrayList<Row>(numbers.length);
    for (var number : numbers) {
      rows.add(row(number, lines.read(number)));
    }
    return rows;
  }

  /** Hands every row of a query to {@code sink}. */
  public void each(TableQuery query, RowSink sink) throws IOException {
    try (var lines = RecordFile.open(folder.resolve(TablePreparation.ROWS))) {
      if (query.isForAll() && query.sort().isEmpty()) {
        for (var number = 0L; number < info.rows(); number += AT_ONCE) {
          for (var row : following(lines, number, AT_ONCE)) {
            sink.accept(row);
          }
        }
        return;
      }
      for (var number : numbers(query, 0, Integer.MAX_VALUE, EXPORT)) {
        sink.accept(row(number, lines.read(number)));
      }
    }
  }

  private Row row(long number, byte[] line) {
    return new Row(number, RowLine.cells(line, info.columns().size()));
  }

  /** Where rows are; the caller closes it. */
  public Places places() throws IOException {
    return places(TablePreparation.SHAPES);
  }

  /** The same with as few positions as a map needs. */
  Places outlines() throws IOException {
    return places(TablePreparation.OUTLINES);
  }

  private Places places(String file) throws IOException {
    return new Places(info, info.hasShapes() ? RecordFile.open(folder.resolve(file)) : null);
  }

  /** The numbers of the rows in a window; a page finds them in the part that was looked up. */
  private long[] window(TableQuery query, long offset, int limit) throws IOException {
    if (query.sort().isEmpty()) {
      var few = few(query);
      if (few.length <= MOST_FOUND) {
        var from = (int) Math.min(offset, few.length);
        return Arrays.copyOfRange(few, from, Math.min(from + limit, few.length));
      }
    }
    var start = offset / AT_ONCE * AT_ONCE;
    if (offset + limit > start + AT_ONCE) {
      return numbers(query, offset, limit, PAGE);
    }
    var part = new Part(query, start);
    var known = parts.get(part, () -> numbers(query, start, AT_ONCE, PAGE));
    var from = (int) Math.min(offset - start, known.length);
    return Arrays.copyOfRange(known, from, Math.min(from + limit, known.length));
  }

  private long[] numbers(TableQuery query, long offset, int limit, Duration most)
      throws IOException {
    var condition = condition(query);
    var values = new ArrayList<>(condition.values());
    values.add((long) limit);
    values.add(offset);
    var rest =
        " WHERE " + condition.sql() + " ORDER BY " + ColumnSql.order(query) + " LIMIT ? OFFSET ?";
    return ask(most, "n", rest, values, PreparedTable::longs);
  }

  private static long[] longs(ResultSet rows) throws SQLException {
    var numbers = LongStream.builder();
    while (rows.next()) {
      numbers.add(rows.getLong(1));
    }
    return numbers.build().toArray();
  }

  private static Long first(ResultSet rows) throws SQLException {
    rows.next();
    return rows.getLong(1);
  }

  private ColumnSql.Condition condition(TableQuery query) {
    return ColumnSql.condition(query);
  }

  private <T> T ask(
      String select, String rest, List<Object> values, TableDatabase.Reading<T> reading)
      throws IOException {
    return ask(PAGE, select, rest, values, reading);
  }

  private <T> T ask(
      Duration most,
      String select,
      String rest,
      List<Object> values,
      TableDatabase.Reading<T> reading)
      throws IOException {
    var file = folder.resolve(COLUMNS);
    if (!Files.exists(file)) {
      throw new java.nio.file.NoSuchFileException(file.toString());
    }
    return database.ask(most, file, select, rest, values, reading);
  }

  /** What a column holds in the rows of a query. */
  public ColumnProfile profile(TableQuery query, int column) throws IOException {
    return profiles.get(new Asked(query, column), () -> profiled(query, column));
  }

  private ColumnProfile profiled(TableQuery query, int column) throws IOException {
    var what = info.columns().get(column);
    var cell = "c" + column;
    var where = condition(query);
    var counts =
        ask(
            "count(*), count(" + cell + "), count(DISTINCT " + cell + ")",
            " WHERE " + where.sql(),
            where.values(),
            PreparedTable::three);
    var isRange = what.isNumber() || what.isDate();
    return new ColumnProfile(
        what,
        counts[0],
        counts[1],
        counts[2],
        isRange && counts[1] > 0 ? Optional.of(range(where, column)) : Optional.empty(),
        isRange ? List.of() : top(where, column));
  }

  private static long[] three(ResultSet rows) throws SQLException {
    rows.next();
    return new long[] {rows.getLong(1), rows.getLong(2), rows.getLong(3)};
  }

  private ColumnProfile.Range range(ColumnSql.Condition where, int column) throws IOException {
    var key = "k" + column;
    return ask(
        "min(%1$s), quantile_disc(%1$s, 0.5), max(%1$s)".formatted(key),
        " WHERE " + where.sql(),
        where.values(),
        rows -> {
          rows.next();
          return new ColumnProfile.Range(plain(rows, 1), plain(rows, 2), plain(rows, 3));
        });
  }

  private static String plain(ResultSet rows, int column) throws SQLException {
    return switch (rows.getObject(column)) {
      case null -> "";
      case Double number ->
          java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
      case Object other -> other.toString();
    };
  }

  private List<ColumnProfile.Frequent> top(ColumnSql.Condition where, int column)
      throws IOException {
    var cell = "c" + column;
    return ask(
        cell + ", count(*)",
        " WHERE "
            + where.sql()
            + " AND "
            + cell
            + " IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT "
            + TOP,
        where.values(),
        rows -> {
          var top = new ArrayList<ColumnProfile.Frequent>();
          while (rows.next()) {
            top.add(new ColumnProfile.Frequent(rows.getString(1), rows.getLong(2)));
          }
          return top;
        });
  }

  /** What the first {@value #LOOKED_AT} columns hold, in their order; computed once. */
  public List<ColumnFacts> facts() throws IOException {
    var known = facts;
    if (known == null) {
      var columns = info.columns().subList(0, Math.min(LOOKED_AT, info.columns().size()));
      known =
          ask(PAGE, ColumnSql.facts(columns), "", List.of(), rows -> facts(rows, columns.size()));
      facts = known;
    }
    return known;
  }

  private static List<ColumnFacts> facts(ResultSet rows, int columns) throws SQLException {
    rows.next();
    var facts = new ArrayList<ColumnFacts>();
    for (var at = 1; at <= 5 * columns; at += 5) {
      facts.add(
          new ColumnFacts(
              rows.getLong(at),
              rows.getLong(at + 1),
              number(rows, at + 2),
              number(rows, at + 3),
              rows.getBoolean(at + 4)));
    }
    return List.copyOf(facts);
  }

  private static double number(ResultSet rows, int column) throws SQLException {
    var number = rows.getDouble(column);
    return rows.wasNull() ? Double.NaN : number;
  }

  /**
   * The rows of a query in groups.
   *
   * @param most so many groups at most: the first, in the order that the grouping's cut names
   */
  public List<Grouping.Group> groups(TableQuery query, Grouping grouping, int most)
      throws IOException {
    return groups.get(new Grouped(query, grouping, most), () -> grouped(query, grouping, most));
  }

  private List<Grouping.Group> grouped(TableQuery query, Grouping grouping, int most)
      throws IOException {
    var where = ColumnSql.grouped(condition(query), grouping);
    var values = new ArrayList<>(where.values());
    values.add((long) most);
    return ask(
        ColumnSql.groups(grouping),
        " WHERE " + where.sql() + ColumnSql.grouped(grouping),
        values,
        rows -> {
          var groups = new ArrayList<Grouping.Group>();
          while (rows.next()) {
            groups.add(group(rows, grouping.values().size()));
          }
          return groups;
        });
  }

  private static Grouping.Group group(ResultSet rows, int values) throws SQLException {
    var numbers = new ArrayList<Double>();
    for (var i = 0; i < values; i++) {
      numbers.add(number(rows, 4 + i));
    }
    return new Grouping.Group(plain(rows, 1), rows.getString(2), rows.getLong(3), numbers);
  }

  /** About how many different beginnings of these lengths the days of a column have. */
  public long[] beginnings(TableQuery query, int column, List<Integer> lengths) throws IOException {
    var where = condition(query);
    var counts =
        lengths.stream()
            .map(length -> "approx_count_distinct(left(k" + column + ", " + length + "))")
            .collect(java.util.stream.Collectors.joining(", "));
    return ask(
        counts,
        " WHERE " + where.sql(),
        where.values(),
        rows -> {
          rows.next();
          var found = new long[lengths.size()];
          for (var i = 0; i < found.length; i++) {
            found[i] = rows.getLong(i + 1);
          }
          return found;
        });
  }
}
