package org.allmende.server.format.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.allmende.server.http.ParamReader;
import org.allmende.server.preview.ColumnFilter;
import org.allmende.server.preview.TableColumn;
import org.allmende.server.preview.TableQuery;

/**
 * Which rows of a table somebody chose, and in which order. Columns count from 1.
 *
 * @param words what rows must have in some column; {@code ""} for every row
 * @param filters what columns must hold, by their number
 * @param sort the column that gives the order; 0: that of the file
 * @param isDescending whether the greatest comes first
 */
record RowChoice(String words, SortedMap<Integer, String> filters, int sort, boolean isDescending) {

  /** The names of its parameters, beside those of filters. */
  static final List<String> NAMES = List.of("suche", "sort", "richtung");

  private static final Pattern FILTER = Pattern.compile("f([1-9]\\d{0,3})");
  private static final int LONGEST = 200;

  RowChoice {
    filters = Collections.unmodifiableSortedMap(new TreeMap<>(filters));
  }

  static RowChoice read(ParamReader in) {
    return new RowChoice(
        shortened(in.text("suche")),
        filters(in),
        in.number("sort", 0, 0, 9_999),
        in.choice("richtung", List.of("auf", "ab"), "auf").equals("ab"));
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

  /** Whether a parameter filters a column. */
  static boolean isFilter(String name) {
    return FILTER.matcher(name).matches();
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

  /** Whether rows are left out. */
  boolean isFiltered() {
    return !words.isEmpty() || !filters.isEmpty();
  }

  /** The same in another order. */
  RowChoice sortedBy(int column, boolean descending) {
    return new RowChoice(words, filters, column, descending);
  }

  /** All rows, in the same order. */
  RowChoice withoutFilters() {
    return new RowChoice("", new TreeMap<>(), sort, isDescending);
  }

  /** Its names and values in an address. */
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
}
