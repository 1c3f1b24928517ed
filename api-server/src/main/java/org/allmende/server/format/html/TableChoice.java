package org.allmende.server.format.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.server.http.ParamReader;

/**
 * What somebody chose on the page of a file; the address holds all of it, in one fixed order.
 *
 * <p>Columns count from 1 here, as people count, and from 0 everywhere else.
 *
 * @param entry the file in an archive that is looked at; {@code ""}: the file itself
 * @param rows which rows, in which order
 * @param columns which columns
 * @param page of rows, from 1
 * @param hasProfile whether columns are summed up
 * @param row the row that is shown as a whole; 0: none
 * @param view what is shown: the table, a map above it, a chart, a text
 * @param chart what is drawn in a chart
 * @param isForPrint whether as many rows are shown as are printed
 */
record TableChoice(
    String entry,
    RowChoice rows,
    ColumnChoice columns,
    int page,
    boolean hasProfile,
    long row,
    View view,
    ChartChoice chart,
    boolean isForPrint) {

  private static final int PAGE_SIZE = 50;

  /** So many rows are printed ({@code web-ui.md} 12). */
  static final int PRINTED = 500;

  /** An address with a longer one is not understood everywhere. */
  static final int LONGEST_ENTRY = 1_000;

  private static final List<String> NAMES =
      Stream.of(
              List.of("eintrag", "ansicht", "seite", "profil", "zeile", "druck"),
              RowChoice.NAMES,
              ColumnChoice.NAMES,
              ChartChoice.NAMES)
          .flatMap(List::stream)
          .toList();

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

  /** Reads the parameters; what is wrong with them is told when all are read. */
  static TableChoice read(ParamReader in) {
    var isForPrint = in.find("druck").isPresent();
    var page = in.number("seite", 1, 1, 10_000_000);
    var choice =
        new TableChoice(
            in.text("eintrag"),
            RowChoice.read(in),
            ColumnChoice.read(in),
            isForPrint ? 1 : page,
            in.find("profil").isPresent(),
            in.number("zeile", 0L, 0, Long.MAX_VALUE),
            view(in.choice("ansicht", View.keys(), View.TABLE.key)),
            ChartChoice.read(in),
            isForPrint);
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

  /** The names that an address may have; others are told by the machine twin. */
  static boolean isKnown(String name) {
    return RowChoice.isFilter(name) || NAMES.contains(name);
  }

  /** Whether anything was chosen, so that the page is one of many of the same file. */
  boolean isOwn() {
    return !query().isEmpty();
  }

  /** How many rows are shown at a time. */
  int pageSize() {
    return isForPrint ? PRINTED : PAGE_SIZE;
  }

  /** How many rows come before those that are shown. */
  long offset() {
    return (page - 1L) * pageSize();
  }

  /** The same on another page of rows. */
  TableChoice withPage(int other) {
    return new TableChoice(entry, rows, columns, other, hasProfile, row, view, chart, isForPrint);
  }

  /** The same with another part of the columns. */
  TableChoice withBlock(int other) {
    return new TableChoice(
        entry, rows, columns.withBlock(other), page, hasProfile, row, view, chart, isForPrint);
  }

  /** Other rows, from the first of them. */
  TableChoice withRows(RowChoice others) {
    return new TableChoice(entry, others, columns, 1, hasProfile, row, view, chart, isForPrint);
  }

  /** The same with or without a summary of the columns. */
  TableChoice withProfile(boolean wanted) {
    return new TableChoice(entry, rows, columns, page, wanted, row, view, chart, isForPrint);
  }

  /** The same with one row as a whole; 0: without. */
  TableChoice withRow(long number) {
    return new TableChoice(entry, rows, columns, page, hasProfile, number, view, chart, isForPrint);
  }

  /** The same rows, shown in another way. */
  TableChoice as(View other) {
    return new TableChoice(entry, rows, columns, 1, false, 0, other, chart, false);
  }

  /** The same rows from the first, as many as are printed; or as on a page. */
  TableChoice forPrint(boolean wanted) {
    return new TableChoice(entry, rows, columns, 1, hasProfile, row, view, chart, wanted);
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
    add(parts, "spaltenseite", columns.block(), 1);
    if (hasProfile) {
      parts.add(Map.entry("profil", "ja"));
    }
    add(parts, "zeile", row, 0);
    if (isForPrint) {
      parts.add(Map.entry("druck", "ja"));
    }
    return written(parts);
  }

  /** The part that chooses rows and columns, for exports. */
  String selection() {
    return written(pairs());
  }

  /** The part that chooses rows and what is drawn of them. */
  String drawing() {
    return written(Stream.concat(pairs().stream(), chart.pairs().stream()).toList());
  }

  /** Where a row is shown as a whole, up to its number. */
  String rowsByNumber() {
    var entries = written(entryPairs());
    return entries + (entries.isEmpty() ? "?" : "&") + "zeile=";
  }

  /** What the address of the page of a file in an archive says. */
  static String ofEntry(String name) {
    return written(List.of(Map.entry("eintrag", name)));
  }

  private List<Map.Entry<String, String>> entryPairs() {
    return entry.isEmpty() ? List.of() : List.of(Map.entry("eintrag", entry));
  }

  /** The names and values that choose and order rows and columns. */
  List<Map.Entry<String, String>> pairs() {
    return Stream.of(entryPairs(), rows.pairs(), columns.pairs()).flatMap(List::stream).toList();
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
                        + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8)
                            .replace("%2C", ","))
            .collect(Collectors.joining("&", "?", ""));
  }
}
