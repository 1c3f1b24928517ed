package org.allmende.server.format.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.allmende.server.chart.ChartColumns;
import org.allmende.server.chart.ChartPlan;
import org.allmende.server.http.ParamReader;

/**
 * What somebody wants drawn of a table. Columns count from 1; 0 is none.
 *
 * @param axis the column that gives the places; 0: what the table lends itself to
 * @param values the columns whose numbers are drawn; empty: rows are counted
 * @param split the column that divides the rows into series
 * @param isSum whether numbers of one place are added up; else their mean is drawn
 */
record ChartChoice(int axis, List<Integer> values, int split, boolean isSum) {

  /** What the table lends itself to. */
  static final ChartChoice USUAL = new ChartChoice(0, List.of(), 0, false);

  /** The names of its parameters. */
  static final List<String> NAMES = List.of("achse", "wert", "gruppe", "rechnung");

  private static final int LAST = 9_999;

  ChartChoice {
    values = List.copyOf(values);
  }

  static ChartChoice read(ParamReader in) {
    return new ChartChoice(
        in.number("achse", 0, 0, LAST),
        values(in),
        in.number("gruppe", 0, 0, LAST),
        in.choice("rechnung", List.of("mittel", "summe"), "mittel").equals("summe"));
  }

  private static List<Integer> values(ParamReader in) {
    var values = new ArrayList<Integer>();
    for (var text : in.each("wert")) {
      if (text.matches("[1-9]\\d{0,3}")) {
        values.add(Integer.parseInt(text));
      } else if (!text.isBlank()) {
        in.complain("wert", "wert must be the number of a column, was \"" + text + "\".");
      }
    }
    return values.stream().distinct().limit(ChartPlan.MOST_SERIES).toList();
  }

  /** Its names and values in an address. */
  List<Map.Entry<String, String>> pairs() {
    var pairs = new ArrayList<Map.Entry<String, String>>();
    add(pairs, "achse", axis);
    values.forEach(value -> add(pairs, "wert", value));
    add(pairs, "gruppe", split);
    if (isSum) {
      pairs.add(Map.entry("rechnung", "summe"));
    }
    return pairs;
  }

  private static void add(List<Map.Entry<String, String>> pairs, String name, int column) {
    if (column > 0) {
      pairs.add(Map.entry(name, Integer.toString(column)));
    }
  }

  /** What is drawn of a table; empty when nobody chose and nothing of it says anything. */
  Optional<ChartPlan> plan(ChartColumns columns) {
    var count = columns.info().columns().size();
    var usual = columns.usual();
    if (equals(USUAL)) {
      return usual;
    }
    var chosen = axis >= 1 && axis <= count ? Optional.of(axis - 1) : usual.map(ChartPlan::axis);
    var numbers = values.stream().filter(v -> v <= count).map(v -> v - 1).toList();
    var part = split >= 1 && split <= count ? OptionalInt.of(split - 1) : OptionalInt.empty();
    return chosen.map(a -> columns.chosen(a, numbers, part, isSum));
  }
}
