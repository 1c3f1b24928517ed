package org.allmende.server.format.html;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.ZoneId;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.server.ckan.CkanPackages;
import org.allmende.server.format.html.KeptPages.Kept;
import org.allmende.server.format.html.PageSearch.SearchHelp;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;

/**
 * The search for people as a page, as JSON and as a table ({@code web-ui.md} 7.2). A page that many
 * ask for at once, because a newspaper links to it, is written once: it is sent again for ten
 * seconds, while the catalog stays as it is.
 */
final class SearchPageRoutes implements Routes {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Catalog catalog;
  private final SearchHelp help;
  private final Pages pages;
  private final PageSender sender;
  private final SearchTwin twin;
  private final SearchTable lists;
  private final ZoneId zone;
  private final KeptPages kept = new KeptPages(LONGEST, Duration.ZERO);

  SearchPageRoutes(
      Catalog catalog,
      SearchHelp help,
      CkanPackages packages,
      SearchTable lists,
      Pages pages,
      PageSender sender) {
    this.catalog = catalog;
    this.help = help;
    this.pages = pages;
    this.sender = sender;
    this.twin = new SearchTwin(help, packages);
    this.lists = lists;
    this.zone = ZoneId.of(catalog.settings().timeZone());
  }

  @Override
  public void addTo(RouteTable table) {
    table
        .get("/suche", ctx -> search(ctx, "de"))
        .get("/en/search", ctx -> search(ctx, "en"))
        .get("/suche.json", this::searchTwin)
        .get("/en/search.json", this::searchTwin)
        .get("/suche.csv", ctx -> lists.answer(ctx, choice(ctx), "de"))
        .get("/en/search.csv", ctx -> lists.answer(ctx, choice(ctx), "en"));
  }

  private SearchChoice choice(Context ctx) {
    return SearchChoice.read(ParamReader.ofQuery(ctx.queryString()))
        .withCanonicalPlaces(help.gazetteer());
  }

  private void search(Context ctx, String language) {
    var choice = choice(ctx);
    var now = catalog.clock().instant();
    var day = now.atZone(zone).toLocalDate();
    var key = new KeptPages.Key(choice.query(), language, Theme.of(ctx), day);
    var sequence = catalog.ledger().read(LedgerSnapshot::lastSequence);
    var known = kept.find(key, sequence, now);
    if (known.isPresent()) {
      var page = known.get();
      PageSender.sendPacked(ctx, page.tag(), page.gzip(), () -> kept.html(page));
      return;
    }
    var page = pages.search(choice, language);
    var html = sender.fill("search.jte", page, Theme.of(ctx));
    var written = Kept.of("", html, page.more().position(), now);
    if (!page.more().isBehind()) {
      kept.keep(key, written);
    }
    PageSender.sendPacked(ctx, written.tag(), written.gzip(), () -> html);
  }

  private void searchTwin(Context ctx) {
    var json = twin.json(choice(ctx), "true".equals(ctx.queryParam("explain")));
    PageSender.sendTwin(ctx, MediaTypes.JSON, json);
  }
}
