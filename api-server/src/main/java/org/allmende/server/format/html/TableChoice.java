package org.allmende.server.format.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.server.http.ParamReader;
import org.allmende.server.preview.ColumnFilter;
import org.allmende.server.preview.TableColumn;
import org.allmende.server.preview.TableQuery;

/**
 * What somebody chose on the page of a file; the address holds all of it, in one fixed order.
 *
 * <p>Columns count from 1 here, as people count, and from 0 everywhere else.
 *
 * @param words what rows must have in some column; {@code ""} for every row
 * @param filters what columns must hold, by their number
 * @param sort the column that gives the order; 0: that of the file
 * @param isDescending whether the greatest comes first
 * @param page of rows, from 1
 * @param block of columns, from 1
 * @param hasProfile whether columns are summed up
 * @param row the row that is shown as a whole; 0: none
 * @param view what is shown: the table, a map above it, a chart, a text
 * @param chart what is drawn in a chart
 */
record TableChoice(
    String words,
    SortedMap<Integer, String> filters,
    int sort,
    boolean isDescending,
    int page,
    int block,
    boolean hasProfile,
    long row,
    View view,
    ChartChoice chart) {

  static final int PAGE_SIZE = 50;

  /** So many columns are shown at a time; more would be too much for a browser and a reader. */
  static final int BLOCK_SIZE = 24;

  private static final Pattern FILTER = Pattern.compile("f([1-9]\\d{0,3})");
  private static final int LONGEST = 200;

  /** What is shown of a file. */
  enum View {
    TABLE("tabelle", "table"),
    MAP("karte", "map"),
    CHART("diagramm", "chart"),
    TEXT("text", "text");

    private final String key;
    private final String english;

    View(String key, String english) {
      this.key = key;
      this.english = english;
    }

    /** The word in parameters, and in German paths. */
    String key() {
      return key;
    }

    /** The word in English paths. */
    String english() {
      return english;
    }

    static List<String> keys() {
      return Arrays.stream(values()).map(View::key).toList();
    }
  }

  TableChoice {
    filters = Collections.unmodifiableSortedMap(new TreeMap<>(filters));
  }

  /** Reads the parameters; what is wrong with them is told when all are read. */
  static TableChoice read(ParamReader in) {
    var choice =
        new TableChoice(
            shortened(in.text("suche")),
            filters(in),
            in.number("sort", 0, 0, 9_999),
            in.choice("richtung", List.of("auf", "ab"), "auf").equals("ab"),
            in.number("seite", 1, 1, 10_000_000),
            in.number("spalten", 1, 1, 10_000),
            in.find("profil").isPresent(),
            in.number("zeile", 0L, 0, Long.MAX_VALUE),
            view(in.choice("ansicht", View.keys(), View.TABLE.key)),
            ChartChoice.read(in));
    in.throwIfProblems(400);
    return choice;
  }

  /** The view with this key; the table when there is none. */
  static View view(String key) {
    for (var view : View.values()) {
      if (view.key().equals(key)) {
        return view;
      }
    }
    return View.TABLE;
  }

  private static SortedMap<Integer, String> filters(ParamReader in) {
    var filters = new TreeMap<Integer, String>();
    for (var name : in.names()) {
      var match = FILTER.matcher(name);
      if (match.matches() && in.find(name).isPresent()) {
        filters.put(Integer.parseInt(match.group(1)), shortened(in.text(name)));
      }
    }
    return filters;
  }

  private static String shortened(String text) {
    var bare = text.strip();
    return bare.length() > LONGEST ? bare.substring(0, LONGEST) : bare;
  }

  /** The names that an address may have; others are told by the machine twin. */
  static boolean isKnown(String name) {
    return FILTER.matcher(name).matches()
        || ChartChoice.NAMES.contains(name)
        || List.of("suche", "sort", "richtung", "seite", "spalten", "profil", "zeile", "ansicht")
            .contains(name);
  }

  /** The rows that are wanted of a table; a column that it has not is left out. */
  TableQuery query(List<TableColumn> columns) {
    var wanted = new ArrayList<ColumnFilter>();
    filters.forEach(
        (number, text) -> {
          if (number <= columns.size()) {
            wanted.add(ColumnFilter.parse(number - 1, columns.get(number - 1), text));
          }
        });
    var order =
        sort >= 1 && sort <= columns.size()
            ? Optional.of(new TableQuery.Sort(sort - 1, isDescending))
            : Optional.<TableQuery.Sort>empty();
    return new TableQuery(words, wanted, order);
  }

  /** What is in force for a column; {@code ""} for nothing. */
  String filter(int number) {
    return filters.getOrDefault(number, "");
  }

  /** Whether anything was chosen, so that the page is one of many of the same file. */
  boolean isOwn() {
    return !query().isEmpty();
  }

  /** Whether rows are left out. */
  boolean isFiltered() {
    return !words.isEmpty() || !filters.isEmpty();
  }

  /** The same on another page of rows. */
  TableChoice withPage(int other) {
    return new TableChoice(
        words, filters, sort, isDescending, other, block, hasProfile, row, view, chart);
  }

  /** The same with other columns. */
  TableChoice withBlock(int other) {
    return new TableChoice(
        words, filters, sort, isDescending, page, other, hasProfile, row, view, chart);
  }

  /** The same in another order, from its beginning. */
  TableChoice sortedBy(int column, boolean descending) {
    return new TableChoice(
        words, filters, column, descending, 1, block, hasProfile, row, view, chart);
  }

  /** All rows, in the same order. */
  TableChoice withoutFilters() {
    return new TableChoice(
        "", new TreeMap<>(), sort, isDescending, 1, block, hasProfile, row, view, chart);
  }

  /** The same with or without a summary of the columns. */
  TableChoice withProfile(boolean wanted) {
    return new TableChoice(
        words, filters, sort, isDescending, page, block, wanted, row, view, chart);
  }

  /** The same with one row as a whole; 0: without. */
  TableChoice withRow(long number) {
    return new TableChoice(
        words, filters, sort, isDescending, page, block, hasProfile, number, view, chart);
  }

  /** The same rows, shown in another way. */
  TableChoice as(View other) {
    return new TableChoice(words, filters, sort, isDescending, 1, block, false, 0, other, chart);
  }

  /** What the address says of it, with the question mark; {@code ""} when nothing was chosen. */
  String query() {
    var parts = new ArrayList<>(pairs());
    if (view != View.TABLE) {
      parts.add(Map.entry("ansicht", view.key()));
    }
    if (view == View.CHART) {
      parts.addAll(chart.pairs());
    }
    add(parts, "seite", page, 1);
    add(parts, "spalten", block, 1);
    if (hasProfile) {
      parts.add(Map.entry("profil", "ja"));
    }
    add(parts, "zeile", row, 0);
    return written(parts);
  }

  /** The part that chooses and orders rows, for exports. */
  String selection() {
    return written(pairs());
  }

  /** The part that chooses rows and what is drawn of them. */
  String drawing() {
    return written(Stream.concat(pairs().stream(), chart.pairs().stream()).toList());
  }

  /** The names and values that choose and order rows. */
  List<Map.Entry<String, String>> pairs() {
    var pairs = new ArrayList<Map.Entry<String, String>>();
    if (!words.isEmpty()) {
      pairs.add(Map.entry("suche", words));
    }
    filters.forEach((number, text) -> pairs.add(Map.entry("f" + number, text)));
    if (sort > 0) {
      pairs.add(Map.entry("sort", Integer.toString(sort)));
      if (isDescending) {
        pairs.add(Map.entry("richtung", "ab"));
      }
    }
    return pairs;
  }

  private static void add(
      List<Map.Entry<String, String>> pairs, String name, long value, long usual) {
    if (value != usual) {
      pairs.add(Map.entry(name, Long.toString(value)));
    }
  }

  private static String written(List<Map.Entry<String, String>> pairs) {
    return pairs.isEmpty()
        ? ""
        : pairs.stream()
            .map(
                pair ->
                    pair.getKey()
                        + "="
                        + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "?", ""));
  }
}
