package org.allmende.server.format.html;

import io.javalin.http.Context;
import java.io.IOException;
import org.allmende.catalog.Catalog;
import org.allmende.server.dataset.VisibleEntries;
import org.allmende.server.http.Answers;
import org.allmende.server.http.ETags;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;
import org.allmende.server.preview.PreparedTables;

/**
 * The pages of files ({@code web-ui.md} 7.4): {@code /datensatz/{slug}/datei/{number}-{slug}} for
 * people, the same with {@code .json} for machines.
 */
public final class FilePageRoutes implements Routes {

  private final Catalog catalog;
  private final VisibleEntries entries;
  private final Frames frames;
  private final FilePages pages;
  private final FileTwin twin;
  private final PageSender sender = new PageSender();

  /**
   * @param tables the tables behind the files
   * @param site what the operator says about the site
   */
  public FilePageRoutes(Catalog catalog, PreparedTables tables, Site site) {
    this.catalog = catalog;
    this.entries = new VisibleEntries(catalog);
    this.frames = new Frames(catalog.settings(), site, new StaticFiles(site.links()));
    this.pages = new FilePages(catalog, tables, frames);
    this.twin = new FileTwin(catalog, pages);
  }

  @Override
  public void addTo(RouteTable table) {
    table
        .get("/datensatz/{slug}/datei/{file}.json", ctx -> twin(ctx, "de"))
        .get("/en/dataset/{slug}/file/{file}.json", ctx -> twin(ctx, "en"))
        .get("/datensatz/{slug}/datei/{file}", ctx -> page(ctx, "de"))
        .get("/en/dataset/{slug}/file/{file}", ctx -> page(ctx, "en"));
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
    ctx.header("Cache-Control", "no-cache");
    if (!ETags.isAnswered(ctx, ETags.ofBytes(json))) {
      Answers.json(ctx, json);
    }
  }
}
