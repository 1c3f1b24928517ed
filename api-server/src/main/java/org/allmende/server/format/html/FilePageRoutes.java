package org.allmende.server.format.html;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.allmende.catalog.Catalog;
import org.allmende.harvest.place.Boundary;
import org.allmende.server.dataset.VisibleEntries;
import org.allmende.server.http.Answers;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.Problem;
import org.allmende.server.http.ProblemException;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;
import org.allmende.server.preview.ExportForm;
import org.allmende.server.preview.MapDrawing;
import org.allmende.server.preview.PreparedTable;
import org.allmende.server.preview.PreparedTables;
import org.allmende.server.preview.TooSlowException;

/**
 * The pages of files ({@code web-ui.md} 7.4): {@code /datensatz/{slug}/datei/{number}-{slug}} for
 * people, the same with {@code .json} for machines, and the chosen rows as files.
 */
public final class FilePageRoutes implements Routes {

  /** A picture by itself is in the light that its reader uses. */
  private static final String CHART_LIGHTS = ":root { color-scheme: light dark; }\n";

  private final Catalog catalog;
  private final VisibleEntries entries;
  private final Frames frames;
  private final FilePages pages;
  private final FileTwin twin;
  private final FileEmbedRoutes embeds;
  private final PageSender sender = new PageSender();

  /**
   * @param tables the tables behind the files
   * @param boundary of the town, where it was imported
   * @param site what the operator says about the site
   */
  public FilePageRoutes(
      Catalog catalog, PreparedTables tables, Supplier<Optional<Boundary>> boundary, Site site) {
    this.catalog = catalog;
    this.entries = new VisibleEntries(catalog);
    this.frames = new Frames(catalog, site, new StaticFiles(site));
    this.pages = new FilePages(catalog, tables, frames, boundary);
    this.twin = new FileTwin(catalog, pages.previews());
    this.embeds = new FileEmbedRoutes(this::file, pages, sender, site.embedding());
  }

  @Override
  public void addTo(RouteTable table) {
    table
        .get("/datensatz/{slug}/datei/{file}.json", ctx -> twin(ctx, "de"))
        .get("/en/dataset/{slug}/file/{file}.json", ctx -> twin(ctx, "en"))
        .get("/datensatz/{slug}/datei/{file}/auswahl.{form}", this::selection)
        .get("/en/dataset/{slug}/file/{file}/selection.{form}", this::selection)
        .get("/datensatz/{slug}/datei/{file}/karte.geojson", this::marks)
        .get("/en/dataset/{slug}/file/{file}/map.geojson", this::marks)
        .get("/datensatz/{slug}/datei/{file}/diagramm.svg", ctx -> chart(ctx, "de"))
        .get("/en/dataset/{slug}/file/{file}/chart.svg", ctx -> chart(ctx, "en"))
        .get("/datensatz/{slug}/datei/{file}", ctx -> page(ctx, "de"))
        .get("/en/dataset/{slug}/file/{file}", ctx -> page(ctx, "en"));
    embeds.addTo(table);
  }

  private ShownFile file(Context ctx) {
    var entry = entries.require(ctx.pathParam("slug"));
    return ShownFile.require(catalog, entry, ctx.pathParam("file"));
  }

  private static TableChoice choice(Context ctx) {
    return TableChoice.read(ParamReader.ofQuery(ctx.queryString()));
  }

  private void page(Context ctx, String language) throws IOException {
    var file = file(ctx);
    var slug = file.entry().addresses().name().value();
    if (!slug.equals(ctx.pathParam("slug")) || !file.name().equals(ctx.pathParam("file"))) {
      var query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
      ctx.status(301);
      ctx.header("Location", frames.address(language).file(slug, file.name()) + query);
      return;
    }
    sender.send(ctx, "file.jte", pages.page(file, choice(ctx), language));
  }

  private void twin(Context ctx, String language) throws IOException {
    var file = file(ctx);
    var in = ParamReader.ofQuery(ctx.queryString());
    var json = twin.json(file, TableChoice.read(in), in.names(), language);
    PageSender.sendTwin(ctx, MediaTypes.JSON, json);
  }

  /** What the map of the page shows, for one that can be moved. */
  private void marks(Context ctx) throws IOException {
    var choice = choice(ctx);
    var table = table(file(ctx), choice);
    if (!table.info().hasPlaces()) {
      throw Problem.notFound("Nothing says where these rows are.").asException();
    }
    var query = choice.rows().query(table.info().columns());
    ctx.header("Cache-Control", "no-cache");
    try {
      Answers.stream(
          ctx,
          MediaTypes.utf8(ExportForm.GEOJSON.mediaType()),
          out -> MapDrawing.writeFeatures(table, query, pages.previews().town(), out));
    } catch (TooSlowException e) {
      throw tooSlow();
    }
  }

  /** The chart alone: a picture that carries its source with it. */
  private void chart(Context ctx, String language) throws IOException {
    var file = file(ctx);
    var choice = choice(ctx);
    var table = table(file, choice);
    var previews = pages.previews();
    try {
      sendChart(ctx, previews.chart(previews.look(file, choice, language), table));
    } catch (TooSlowException e) {
      throw tooSlow();
    }
  }

  /** Elsewhere the same choice may be quicker later: what it reads is then in memory. */
  private static ProblemException tooSlow() {
    return Problem.unavailable(
            "These rows were not found in time. Choose fewer, or take the whole file.",
            Duration.ofSeconds(30))
        .asException();
  }

  private void sendChart(Context ctx, ChartView chart) {
    if (chart.drawn() == null) {
      throw Problem.notFound("Of these rows and columns no chart can be drawn.").asException();
    }
    sender.sendPicture(
        ctx,
        "chartfile.jte",
        new ChartFile(chart, chart.drawn(), CHART_LIGHTS + StaticFiles.charts()));
  }

  /** The rows that were chosen, as a file: written while they are read. */
  private void selection(Context ctx) throws IOException {
    var form =
        ExportForm.find(ctx.pathParam("form"))
            .orElseThrow(
                () ->
                    Problem.notFound(
                            "Unknown format \""
                                + ctx.pathParam("form")
                                + "\". Known: "
                                + Arrays.stream(ExportForm.values())
                                    .map(ExportForm::suffix)
                                    .collect(Collectors.joining(", "))
                                + ".")
                        .asException());
    var file = file(ctx);
    var choice = choice(ctx);
    var table = table(file, choice);
    if (!form.fits(table.info())) {
      throw Problem.notFound("These rows cannot be had as " + form.suffix() + ".").asException();
    }
    var all = table.info().columns();
    var query = choice.rows().query(all);
    var columns = choice.columns().of(all.size());
    ctx.header("Cache-Control", "no-cache");
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\"" + file.name() + "-auswahl." + form.suffix() + '"');
    try {
      Answers.stream(ctx, contentType(form), out -> form.write(table, query, columns, out));
    } catch (TooSlowException e) {
      throw tooSlow();
    }
  }

  private static String contentType(ExportForm form) {
    return form == ExportForm.XLSX ? form.mediaType() : MediaTypes.utf8(form.mediaType());
  }

  private PreparedTable table(ShownFile file, TableChoice choice) {
    return switch (pages.previews().state(file, choice).orElse(null)) {
      case null -> throw Problem.notFound("Of this file no rows are known here.").asException();
      case PreparedTables.Ready(var table) -> table;
      case PreparedTables.Underway() ->
          throw Problem.unavailable("The rows are being prepared.", Duration.ofSeconds(5))
              .asException();
      case PreparedTables.Unreadable(var why) ->
          throw Problem.notFound(why.text("en")).asException();
    };
  }
}
