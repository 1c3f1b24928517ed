package org.allmende.server.format.html;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.server.format.html.SearchPage.PageLink;
import org.jspecify.annotations.Nullable;

/**
 * A table as it stands on the page of its file ({@code web-ui.md} 8).
 *
 * @param choice what was chosen
 * @param caption what it shows, in a sentence
 * @param count how many rows of how many there are
 * @param notes what the reader should know: what was cut, left out, not found
 * @param heads the columns shown
 * @param rows the rows shown
 * @param hidden what the form must keep that it has no field for
 * @param pages links to other pages of rows
 * @param blocks links to other columns; empty when all are shown
 * @param profile what the columns shown hold; empty when nobody asked
 * @param detail one row as a whole; null when nobody asked
 * @param exports the chosen rows as files
 * @param links ways to other looks at the same rows
 * @param picks the columns to choose from; empty when there is nothing to choose
 * @param names of all columns
 * @param source where the rows are from, under which license, of which day
 */
record TableView(
    TableChoice choice,
    String caption,
    String count,
    List<String> notes,
    List<Head> heads,
    List<RowView> rows,
    List<Map.Entry<String, String>> hidden,
    List<PageLink> pages,
    List<PageLink> blocks,
    List<Profile> profile,
    @Nullable Detail detail,
    List<Frame.Form> exports,
    Links links,
    List<Pick> picks,
    List<String> names,
    String source) {

  TableView {
    notes = List.copyOf(notes);
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
    hidden = List.copyOf(hidden);
    pages = List.copyOf(pages);
    blocks = List.copyOf(blocks);
    profile = List.copyOf(profile);
    exports = List.copyOf(exports);
    picks = List.copyOf(picks);
    names = List.copyOf(names);
  }

  /**
   * The head of a column.
   *
   * @param number from 1
   * @param name as the file calls it
   * @param isNumber whether its values are numbers
   * @param order {@code ascending}, {@code descending}, or null when it gives no order
   * @param address the next order by this column
   * @param filter what is in force
   */
  record Head(
      int number,
      String name,
      boolean isNumber,
      @Nullable String order,
      String address,
      String filter) {

    /** The sign of its order. */
    String sign() {
      return order == null ? "↕" : order.equals("ascending") ? "↑" : "↓";
    }
  }

  /** A row. */
  record RowView(List<Cell> cells) {
    RowView {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell.
   *
   * @param text what is shown; {@code –} when it is empty
   * @param address where a web address leads; {@code ""} for anything else
   * @param more the row as a whole, when the text was cut; {@code ""} when it was not
   * @param style {@code number} or {@code none} for an empty one; null for text
   */
  record Cell(String text, String address, String more, @Nullable String style) {

    boolean isEmpty() {
      return "none".equals(style);
    }

    /** The same, with the address as text alone. */
    Cell withoutAddress() {
      return new Cell(text, "", more, style);
    }
  }

  /**
   * A row as a whole.
   *
   * @param heading which one
   * @param cells names and values
   * @param back the table without it
   */
  record Detail(String heading, List<Map.Entry<String, Cell>> cells, String back) {
    Detail {
      cells = List.copyOf(cells);
    }
  }

  /**
   * What a column holds.
   *
   * @param name of the column
   * @param kind of its values
   * @param filled how many rows have one
   * @param share of the rows that have one, in percent
   * @param distinct how many different ones
   * @param values ends and middle, or the most frequent
   */
  record Profile(
      String name, String kind, String filled, int share, String distinct, List<Bar> values) {
    Profile {
      values = List.copyOf(values);
    }
  }

  /**
   * A value with a tiny bar.
   *
   * @param text what it is
   * @param share how long the bar is, in percent; 0 for none
   */
  record Bar(String text, int share) {}

  /**
   * Where other looks are.
   *
   * @param previous page; {@code ""} on the first
   * @param next page; {@code ""} on the last
   * @param profile the same with or without a summary
   * @param all the same without filters; {@code ""} when there are none
   * @param print as many rows as are printed; from there, the way back
   */
  record Links(String previous, String next, String profile, String all, String print) {}

  /**
   * A column to choose.
   *
   * @param number from 1
   * @param name as the file calls it
   * @param isChosen whether it is shown
   */
  record Pick(int number, String name, boolean isChosen) {}

  /** How many columns were chosen. */
  long chosen() {
    return picks.stream().filter(Pick::isChosen).count();
  }

  /** What is said when the rows have changed. */
  String said(Texts texts) {
    var last = pages.isEmpty() ? null : pages.getLast().number();
    return last == null
        ? count
        : texts.get(
            "table.said",
            "count",
            count,
            "page",
            texts.number(choice.page()),
            "last",
            texts.number(last));
  }

  /** Which rows are on paper, and by what they were chosen. */
  String printed(Texts texts) {
    var filters =
        choice.rows().pairs().stream()
            .filter(pair -> pair.getKey().equals("suche") || RowChoice.isFilter(pair.getKey()))
            .map(pair -> filter(pair, texts))
            .collect(Collectors.joining("; "));
    var page = texts.get("print.rows", "rows", texts.number(rows.size()), "count", count);
    return filters.isEmpty() ? page : page + " " + texts.get("print.filters", "filters", filters);
  }

  private String filter(Map.Entry<String, String> pair, Texts texts) {
    if (pair.getKey().equals("suche")) {
      return texts.get("table.search") + ": " + pair.getValue();
    }
    var number = Integer.parseInt(pair.getKey().substring(1));
    var name = number <= names.size() ? names.get(number - 1) : pair.getKey();
    return name + ": " + pair.getValue();
  }
}
