package org.allmende.server.format.html;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.ledger.LedgerSnapshot.CurrentRevision;
import org.allmende.server.dataset.VisibleEntries;
import org.allmende.server.format.html.KeptPages.Kept;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;

/**
 * The pages of datasets ({@code web-ui.md} 7.3). One that was asked for before is sent as it was:
 * that costs two looks into the ledger and no reading of the description. What a page says of
 * others (similar datasets, its publisher) may be a minute behind the catalog.
 */
final class DatasetPageRoutes implements Routes {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration BEHIND = Duration.ofMinutes(1);

  private final Catalog catalog;
  private final VisibleEntries entries;
  private final Pages pages;
  private final PageSender sender;
  private final ZoneId zone;
  private final KeptPages kept = new KeptPages(LONGEST, BEHIND);

  DatasetPageRoutes(Catalog catalog, Pages pages, PageSender sender) {
    this.catalog = catalog;
    this.entries = new VisibleEntries(catalog);
    this.pages = pages;
    this.sender = sender;
    this.zone = ZoneId.of(catalog.settings().timeZone());
  }

  @Override
  public void addTo(RouteTable table) {
    table
        .get("/datensatz/{slug}", ctx -> dataset(ctx, "de"))
        .get("/en/dataset/{slug}", ctx -> dataset(ctx, "en"))
        .get("/datensatz/{slug}/qualitaet", ctx -> quality(ctx, "de"))
        .get("/en/dataset/{slug}/quality", ctx -> quality(ctx, "en"));
  }

  /**
   * Where a dataset and the catalog stand at one moment.
   *
   * @param revision of a public dataset; empty when there is none of this name
   */
  private record Standing(Optional<CurrentRevision> revision, long sequence) {}

  private void dataset(Context ctx, String language) {
    var slug = ctx.pathParam("slug");
    var now = catalog.clock().instant();
    var today = now.atZone(zone).toLocalDate();
    var standing =
        catalog
            .ledger()
            .read(snapshot -> new Standing(snapshot.findCurrent(slug), snapshot.lastSequence()));
    var known =
        standing
            .revision()
            .map(revision -> key(ctx, slug, revision, language, today))
            .flatMap(key -> kept.find(key, standing.sequence(), now));
    if (known.isPresent()) {
      send(ctx, known.get(), () -> kept.html(known.get()));
    } else {
      write(ctx, slug, language, today, standing.sequence());
    }
  }

  /** A dataset as it is, by the name in the address of its page. */
  private static KeptPages.Key key(
      Context ctx, String slug, CurrentRevision revision, String language, LocalDate today) {
    var shown = slug + " " + revision.ordinal() + " " + revision.sequence();
    return new KeptPages.Key(shown, language, Theme.of(ctx), today);
  }

  private void write(Context ctx, String slug, String language, LocalDate today, long sequence) {
    var entry = entries.require(slug);
    var name = entry.addresses().name().value();
    if (!name.equals(slug)) {
      ctx.status(301);
      ctx.header("Location", pages.address(language).dataset(name));
      return;
    }
    var page = pages.dataset(entry, language);
    var linkSet = page.frame().absolute(pages.address(language).linkSet(name));
    var html = sender.fill("dataset.jte", page, Theme.of(ctx));
    var now = catalog.clock().instant();
    var written = Kept.of(Signposts.of(page).header(linkSet), html, sequence, now);
    if (page.isComplete()) {
      var revision = new CurrentRevision(entry.addresses().ordinal(), entry.revision().sequence());
      kept.keep(key(ctx, name, revision, language, today), written);
    }
    send(ctx, written, () -> html);
  }

  private static void send(Context ctx, Kept page, Supplier<byte[]> html) {
    ctx.header("Link", page.links());
    PageSender.sendPacked(ctx, page.tag(), page.gzip(), html);
  }

  private void quality(Context ctx, String language) {
    var entry = entries.require(ctx.pathParam("slug"));
    sender.send(ctx, "datasetquality.jte", pages.quality(entry, catalog.quality(entry), language));
  }
}
