package org.allmende.server.format.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.allmende.server.format.html.SearchPage.PageLink;
import org.allmende.server.format.html.TableView.Bar;
import org.allmende.server.format.html.TableView.Cell;
import org.allmende.server.format.html.TableView.Head;
import org.allmende.server.preview.ColumnProfile;
import org.allmende.server.preview.ExportForm;
import org.allmende.server.preview.PreparedTable;
import org.allmende.server.preview.TableColumn;
import org.allmende.server.preview.TableQuery;
import org.jspecify.annotations.Nullable;

/** Makes of a prepared table and a choice what stands on the page. */
final class TableViews {

  private static final int LONGEST_CELL = 300;

  /** More links would make the page too heavy (web-ui.md 14: 2,500 elements). */
  private static final int MOST_LINKS = 600;

  private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"]{1,2000}");

  private final PreparedTable table;
  private final TableChoice choice;
  private final String path;
  private final Texts texts;
  private final List<TableColumn> columns;
  private final List<Integer> shown;
  private final TableQuery query;

  /**
   * @param path of the page, without parameters
   */
  TableViews(PreparedTable table, TableChoice choice, String path, Texts texts) {
    this.table = table;
    this.choice = choice;
    this.path = path;
    this.texts = texts;
    this.columns = table.info().columns();
    this.shown = choice.columns().shown(columns.size());
    this.query = choice.rows().query(columns);
  }

  /**
   * The table.
   *
   * @param title of the file
   * @param source where the rows are from, under which license, of which day
   */
  TableView view(String title, String source) throws IOException {
    var total = table.count(query);
    var last = lastPage(total);
    return new TableView(
        choice,
        texts.get("table.caption", "title", title),
        count(total),
        notes(total, last),
        heads(),
        rows(table.rows(query, choice.offset(), choice.pageSize())),
        hidden(),
        pages(last),
        blocks(),
        profiles(),
        detail(),
        exports(),
        links(last),
        picks(),
        names(),
        source);
  }

  private int lastPage(long total) {
    return choice.isForPrint()
        ? 1
        : (int) Math.max(1, (total + choice.pageSize() - 1) / choice.pageSize());
  }

  private String count(long total) {
    var all = texts.count("table.rows", table.info().rows());
    return choice.rows().isFiltered()
        ? texts.get("table.some", "count", texts.number(total), "all", all)
        : all;
  }

  private List<String> notes(long total, int last) {
    var info = table.info();
    var notes = new ArrayList<String>();
    if (info.isCut()) {
      notes.add(texts.get("table.cut", "rows", texts.number(info.rows())));
    }
    if (info.moreColumns() > 0) {
      notes.add(texts.count("table.moreColumns", info.moreColumns()));
    }
    if (info.unreadable() > 0) {
      notes.add(texts.count("table.unreadable", info.unreadable()));
    }
    if (info.shortened() > 0) {
      notes.add(texts.count("table.shortened", info.shortened()));
    }
    if (choice.isForPrint()) {
      addPrintNotes(total, notes);
    }
    if (total == 0) {
      notes.add(texts.get(choice.rows().isFiltered() ? "table.nothing" : "table.empty.all"));
    } else if (choice.page() > last) {
      notes.add(texts.get("search.beyond", "last", texts.number(last)));
    }
    return notes;
  }

  private void addPrintNotes(long total, List<String> notes) {
    if (total > TableChoice.PRINTED) {
      notes.add(
          texts.get(
              "table.print.cut",
              "rows",
              texts.number(TableChoice.PRINTED),
              "all",
              texts.number(total)));
    }
    var chosen = choice.columns().of(columns.size()).size();
    if (shown.size() < chosen) {
      notes.add(
          texts.get(
              "table.print.block",
              "count",
              texts.number(shown.size()),
              "all",
              texts.number(chosen)));
    }
  }

  private List<Head> heads() {
    var heads = new ArrayList<Head>();
    for (var i : shown) {
      heads.add(head(i + 1, columns.get(i)));
    }
    return heads;
  }

  private Head head(int number, TableColumn column) {
    var isOrder = choice.rows().sort() == number;
    return new Head(
        number,
        column.name(),
        column.isNumber(),
        isOrder ? (choice.rows().isDescending() ? "descending" : "ascending") : null,
        path
            + choice
                .withRows(choice.rows().sortedBy(number, isOrder && !choice.rows().isDescending()))
                .query(),
        choice.rows().filter(number));
  }

  private List<TableView.RowView> rows(List<PreparedTable.Row> rows) {
    var linked = linked(rows);
    return rows.stream().map(row -> row(row, linked)).toList();
  }

  /** The columns whose addresses are links: from the left, as many as a page may hold. */
  private Set<Integer> linked(List<PreparedTable.Row> rows) {
    var linked = new HashSet<Integer>();
    var links = 0L;
    for (var i : shown) {
      links += rows.stream().filter(row -> isAddress(row.cells().get(i))).count();
      if (links > MOST_LINKS) {
        break;
      }
      linked.add(i);
    }
    return linked;
  }

  private TableView.RowView row(PreparedTable.Row row, Set<Integer> linked) {
    var cells = new ArrayList<Cell>();
    for (var i : shown) {
      var cell = cell(row.cells().get(i), columns.get(i), row.number(), LONGEST_CELL);
      cells.add(linked.contains(i) ? cell : cell.withoutAddress());
    }
    return new TableView.RowView(cells);
  }

  private static boolean isAddress(String text) {
    return WEB.matcher(text).matches();
  }

  private Cell cell(String text, TableColumn column, long row, int longest) {
    if (text.isEmpty()) {
      return new Cell("–", "", "", "none");
    }
    var isCut = text.length() > longest;
    var shown = isCut ? text.substring(0, longest) + "…" : text;
    var address = isAddress(text) ? text : "";
    var more = isCut ? path + choice.withRow(row + 1).query() : "";
    return new Cell(shown, address, more, style(column));
  }

  private static @Nullable String style(TableColumn column) {
    return column.isNumber() ? "number" : null;
  }

  /** What a form must keep: the order, and filters of columns that are not shown. */
  private List<Map.Entry<String, String>> hidden() {
    var hidden = new ArrayList<Map.Entry<String, String>>();
    for (var pair : choice.pairs()) {
      if (!isField(pair.getKey())) {
        hidden.add(pair);
      }
    }
    if (choice.view() != TableChoice.View.TABLE) {
      hidden.add(Map.entry("ansicht", choice.view().key()));
    }
    if (choice.columns().block() > 1) {
      hidden.add(Map.entry("spaltenseite", Integer.toString(choice.columns().block())));
    }
    if (choice.isForPrint()) {
      hidden.add(Map.entry("druck", "ja"));
    }
    return hidden;
  }

  private boolean isField(String name) {
    return name.equals("suche")
        || (name.equals("spalten") && columns.size() > 1)
        || (RowChoice.isFilter(name) && shown.contains(Integer.parseInt(name.substring(1)) - 1));
  }

  /** The columns to choose from; none when there is only one. */
  private List<TableView.Pick> picks() {
    var chosen = new HashSet<>(choice.columns().of(columns.size()));
    return columns.size() == 1
        ? List.of()
        : IntStream.range(0, columns.size())
            .mapToObj(i -> new TableView.Pick(i + 1, columns.get(i).name(), chosen.contains(i)))
            .toList();
  }

  private List<String> names() {
    return columns.stream().map(TableColumn::name).toList();
  }

  private List<PageLink> pages(int last) {
    return last == 1
        ? List.of()
        : PageLink.around(
            choice.page(), last, page -> path + choice.withRow(0).withPage(page).query());
  }

  private List<PageLink> blocks() {
    var last = choice.columns().blocks(columns.size());
    return last <= 1
        ? List.of()
        : PageLink.around(
            Math.min(choice.columns().block(), last),
            last,
            block -> path + choice.withBlock(block).query());
  }

  private TableView.Links links(int last) {
    var page = choice.page();
    return new TableView.Links(
        page > 1 ? path + choice.withPage(Math.min(page - 1, last)).query() : "",
        page < last ? path + choice.withPage(page + 1).query() : "",
        path + choice.withProfile(!choice.hasProfile()).query(),
        choice.rows().isFiltered()
            ? path + choice.withRows(choice.rows().withoutFilters()).query()
            : "",
        path + choice.forPrint(!choice.isForPrint()).withRow(0).query());
  }

  private List<Frame.Form> exports() {
    return Arrays.stream(ExportForm.values())
        .filter(form -> form.fits(table.info()))
        .map(
            form ->
                new Frame.Form(
                    texts.get("export." + form.suffix()),
                    form.mediaType(),
                    path + texts.get("export.path") + form.suffix() + choice.selection()))
        .toList();
  }

  private TableView.@Nullable Detail detail() throws IOException {
    var number = choice.row() - 1;
    if (number < 0 || number >= table.info().rows()) {
      return null;
    }
    var row = table.rows(TableQuery.ALL, number, 1).getFirst();
    var cells = new ArrayList<Map.Entry<String, Cell>>();
    for (var i = 0; i < columns.size(); i++) {
      var cell = cell(row.cells().get(i), columns.get(i), number, Integer.MAX_VALUE);
      cells.add(Map.entry(columns.get(i).name(), cell));
    }
    return new TableView.Detail(
        texts.get("table.row", "number", texts.number(choice.row())),
        cells,
        path + choice.withRow(0).query());
  }

  private List<TableView.Profile> profiles() throws IOException {
    var profiles = new ArrayList<TableView.Profile>();
    if (choice.hasProfile()) {
      for (var i : shown) {
        profiles.add(profile(table.profile(query, i)));
      }
    }
    return profiles;
  }

  private TableView.Profile profile(ColumnProfile profile) {
    var share = percent(profile.filled(), profile.rows());
    return new TableView.Profile(
        profile.column().name(),
        texts.get("table.kind." + kind(profile.column())),
        texts.get(
            "table.filled", "count", texts.number(profile.filled()), "share", texts.number(share)),
        share,
        texts.number(profile.distinct()),
        bars(profile));
  }

  private static String kind(TableColumn column) {
    return column.isNumber() ? "number" : column.isDate() ? "date" : "text";
  }

  private List<Bar> bars(ColumnProfile profile) {
    var bars = new ArrayList<Bar>();
    profile
        .range()
        .ifPresent(
            range -> {
              bars.add(bar("table.smallest", range.smallest()));
              bars.add(bar("table.middle", range.middle()));
              bars.add(bar("table.greatest", range.greatest()));
            });
    for (var value : profile.top()) {
      var text = value.value().length() > 60 ? value.value().substring(0, 60) + "…" : value.value();
      bars.add(
          new Bar(
              texts.get("table.value", "value", text, "count", texts.number(value.count())),
              percent(value.count(), profile.rows())));
    }
    return bars;
  }

  private Bar bar(String key, String value) {
    return new Bar(texts.get(key, "value", value), 0);
  }

  private static int percent(long part, long all) {
    return all == 0 ? 0 : (int) (part * 100 / all);
  }
}
