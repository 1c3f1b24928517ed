package org.allmende.server.format.html;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.server.cite.CitationForm;
import org.allmende.server.dataset.VisibleEntries;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.Problem;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;

/**
 * What a dataset's page offers to machines beside RDF and CKAN's JSON: how it is cited, the words
 * of schema.org, and where everything is.
 */
final class DatasetTwinRoutes implements Routes {
  private final VisibleEntries entries;
  private final Pages pages;

  DatasetTwinRoutes(Catalog catalog, Pages pages) {
    this.entries = new VisibleEntries(catalog);
    this.pages = pages;
  }

  @Override
  public void addTo(RouteTable table) {
    table
        .get("/datensatz/{slug}/zitat.{form}", ctx -> citation(ctx, "de"))
        .get("/en/dataset/{slug}/citation.{form}", ctx -> citation(ctx, "en"))
        .get("/datensatz/{slug}/schemaorg.jsonld", ctx -> schemaOrg(ctx, "de"))
        .get("/en/dataset/{slug}/schemaorg.jsonld", ctx -> schemaOrg(ctx, "en"))
        .get("/datensatz/{slug}/linkset.json", ctx -> linkSet(ctx, "de"))
        .get("/en/dataset/{slug}/linkset.json", ctx -> linkSet(ctx, "en"));
  }

  private CatalogEntry entry(Context ctx) {
    return entries.require(ctx.pathParam("slug"));
  }

  private void citation(Context ctx, String language) {
    var asked = ctx.pathParam("form");
    var form =
        CitationForm.find(asked)
            .orElseThrow(
                () ->
                    Problem.notFound(
                            "Unknown form \""
                                + asked
                                + "\". Known: "
                                + CitationForm.suffixes()
                                + ".")
                        .asException());
    var entry = entry(ctx);
    var text = form.write(pages.citation(entry, language));
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\"" + entry.addresses().name() + "." + form.suffix() + '"');
    PageSender.sendTwin(ctx, form.mediaType(), text.getBytes(StandardCharsets.UTF_8));
  }

  private void schemaOrg(Context ctx, String language) {
    var page = pages.dataset(entry(ctx), language);
    PageSender.sendTwin(ctx, MediaTypes.JSON_LD, page.schemaOrg().getBytes(StandardCharsets.UTF_8));
  }

  private void linkSet(Context ctx, String language) {
    var page = pages.dataset(entry(ctx), language);
    PageSender.sendTwin(ctx, "application/linkset+json", Signposts.of(page).linkSet());
  }
}
