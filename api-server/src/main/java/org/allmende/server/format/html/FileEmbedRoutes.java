package org.allmende.server.format.html;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import org.allmende.server.format.html.EmbedPage.Content;
import org.allmende.server.format.html.TableChoice.View;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;
import org.allmende.vocab.codelist.CodeLists;

/**
 * The rows of a file, their places or a chart of them, as small pages for the frames of other
 * sites.
 */
final class FileEmbedRoutes implements Routes {

  /** So many letters of rows make a page of at most 60 KB. */
  private static final int MOST_LETTERS = 12_000;

  private static final int MOST_ROWS = 50;
  private static final int MOST_COLUMNS = 12;

  /** What the markup of a cell weighs beside its text. */
  private static final int CELL = 25;

  private final Files files;
  private final FilePages pages;
  private final PageSender sender;
  private final Embedding embedding;

  /** Finds the file that a request names. */
  @FunctionalInterface
  interface Files {
    ShownFile of(Context ctx);
  }

  FileEmbedRoutes(Files files, FilePages pages, PageSender sender, Embedding embedding) {
    this.files = files;
    this.pages = pages;
    this.sender = sender;
    this.embedding = embedding;
  }

  @Override
  public void addTo(RouteTable table) {
    table
        .get("/einbetten/tabelle/{slug}/{file}", ctx -> send(ctx, View.TABLE, "de"))
        .get("/en/embed/table/{slug}/{file}", ctx -> send(ctx, View.TABLE, "en"))
        .get("/einbetten/karte/{slug}/{file}", ctx -> send(ctx, View.MAP, "de"))
        .get("/en/embed/map/{slug}/{file}", ctx -> send(ctx, View.MAP, "en"))
        .get("/einbetten/diagramm/{slug}/{file}", ctx -> send(ctx, View.CHART, "de"))
        .get("/en/embed/chart/{slug}/{file}", ctx -> send(ctx, View.CHART, "en"));
  }

  private void send(Context ctx, View view, String language) throws IOException {
    var file = files.of(ctx);
    var choice = TableChoice.read(ParamReader.ofQuery(ctx.queryString())).as(view);
    var page = pages.page(file, choice, language);
    var query = choice.query();
    sender.sendEmbedded(
        ctx,
        new EmbedPage(
            page.frame(),
            page.file().title(),
            page.datasetAddress() + page.frame().address().filePart(page.file().name()) + query,
            origin(file, page, pages.day(file, language)),
            content(page)),
        embedding);
  }

  private static EmbedPage.Origin origin(ShownFile file, FilePage page, FileView.Day day) {
    var texts = page.frame().texts();
    var license = file.distribution().license().or(file.view()::license);
    var known = license.flatMap(CodeLists.licenses()::find);
    return new EmbedPage.Origin(
        file.entry().publisher().title() + ": " + page.dataset().text(),
        known
            .map(concept -> concept.label(texts.language()))
            .or(() -> license)
            .orElseGet(() -> texts.get("use.unbekannt")),
        known
            .flatMap(concept -> concept.attribute("url"))
            .or(() -> license)
            .filter(Shown::isWebAddress)
            .orElse(""),
        day);
  }

  private static Content content(FilePage page) {
    var texts = page.frame().texts();
    return switch (page.preview()) {
      case FilePage.Preview.Sheet(var table, var map) when map != null ->
          new Content.Places(map.drawing(), page);
      case FilePage.Preview.Sheet(var table, var map) -> rows(table);
      case FilePage.Preview.Graph(var chart) -> chart(chart, texts);
      case FilePage.Preview.Underway underway -> new Content.Nothing(texts.get("preview.underway"));
      case FilePage.Preview.Nothing(var why, var reason) -> new Content.Nothing(why);
      default -> new Content.Nothing(texts.get("embed.noRows"));
    };
  }

  private static Content chart(ChartView chart, Texts texts) {
    var drawn = chart.drawn();
    return drawn == null
        ? new Content.Nothing(texts.get("chart.nothing"))
        : new Content.Graph(chart, drawn);
  }

  /** As many rows and columns as are small enough. */
  private static Content rows(TableView table) {
    var columns = Math.min(table.heads().size(), MOST_COLUMNS);
    var rows = new ArrayList<TableView.RowView>();
    var letters = 0;
    for (var row : table.rows()) {
      var cells = row.cells().subList(0, columns);
      letters += cells.stream().mapToInt(cell -> cell.text().length() + CELL).sum();
      if (letters > MOST_LETTERS || rows.size() == MOST_ROWS) {
        break;
      }
      rows.add(new TableView.RowView(cells));
    }
    var isCut =
        columns < table.heads().size()
            || rows.size() < table.rows().size()
            || table.pages().size() > 1
            || table.blocks().size() > 1;
    return new Content.Rows(table.heads().subList(0, columns), rows, table.count(), isCut);
  }
}
