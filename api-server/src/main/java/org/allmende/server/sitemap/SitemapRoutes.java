package org.allmende.server.sitemap;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.catalog.ledger.LedgerSnapshot.PublicPage;
import org.allmende.catalog.ledger.LedgerSnapshot.Scope;
import org.allmende.server.http.Answers;
import org.allmende.server.http.ETags;
import org.allmende.server.http.Links;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.Problem;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;

/**
 * The sitemap: one file while there are at most 10,000 datasets, then an index of files with that
 * many each. Rows come from the ledger in order, some at a time, so that no file waits in memory; a
 * crawler that has the newest reads nothing again.
 */
public final class SitemapRoutes implements Routes {

  /** Pages that are there in any catalog; when they changed last, nobody recorded. */
  private static final List<String> PAGES =
      List.of(
          "/",
          "/en",
          "/suche",
          "/en/search",
          "/themen",
          "/en/themes",
          "/orte",
          "/en/places",
          "/herausgeber",
          "/en/publishers",
          "/hilfe",
          "/en/help",
          "/entwickler",
          "/en/developers",
          "/entwickler/api",
          "/en/developers/api",
          "/qualitaet",
          "/en/quality",
          "/statistik",
          "/en/statistics",
          "/status",
          "/en/status");

  private static final int MOST = 10_000;
  private static final int CHUNK = 1_000;
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String XML = MediaTypes.utf8("application/xml");

  private final Catalog catalog;
  private final Links links;

  public SitemapRoutes(Catalog catalog, Links links) {
    this.catalog = catalog;
    this.links = links;
  }

  @Override
  public void addTo(RouteTable table) {
    table.get("/sitemap.xml", this::whole).get("/sitemap-{number}.xml", this::part);
  }

  private void whole(Context ctx) {
    var count = count();
    if (count <= MOST) {
      send(ctx, 1, out -> writePart(out, 1));
    } else {
      send(ctx, 0, out -> writeIndex(out, (count + MOST - 1) / MOST));
    }
  }

  private void part(Context ctx) {
    var number =
        Optional.of(ctx.pathParam("number"))
            .filter(text -> text.matches("[1-9]\\d{0,5}"))
            .map(Integer::parseInt)
            .filter(n -> (n - 1L) * MOST < Math.max(1, count()))
            .orElseThrow(() -> Problem.notFound("There is no such sitemap.").asException());
    send(ctx, number, out -> writePart(out, number));
  }

  private long count() {
    return catalog.ledger().read(snapshot -> snapshot.count(Scope.PUBLIC, Optional.empty()));
  }

  private void send(Context ctx, int number, Answers.Body body) {
    var sequence = catalog.ledger().read(LedgerSnapshot::lastSequence);
    ctx.header("Cache-Control", "no-cache");
    if (ETags.isAnswered(ctx, ETags.ofParts("sitemap", links.url(), sequence, number))) {
      return;
    }
    try {
      Answers.stream(ctx, XML, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeIndex(OutputStream out, long parts) throws IOException {
    write(out, HEAD + "<sitemapindex xmlns=\"" + NAMESPACE + "\">\n");
    for (var number = 1; number <= parts; number++) {
      var address = escaped(links.to("/sitemap-" + number + ".xml"));
      write(out, "<sitemap><loc>" + address + "</loc></sitemap>\n");
    }
    write(out, "</sitemapindex>\n");
  }

  private void writePart(OutputStream out, int number) throws IOException {
    write(out, HEAD + "<urlset xmlns=\"" + NAMESPACE + "\">\n");
    if (number == 1) {
      for (var page : PAGES) {
        write(out, "<url><loc>" + escaped(links.to(page)) + "</loc></url>\n");
      }
    }
    var skipped = (number - 1L) * MOST;
    var after =
        catalog.ledger().<Long>read(s -> s.ordinalBefore(skipped, Scope.PUBLIC, Optional.empty()));
    for (var left = MOST; left > 0; left -= CHUNK) {
      var last = after;
      var pages = catalog.ledger().read(s -> s.publicPagesAfter(last, CHUNK));
      for (var page : pages) {
        write(page, out);
        after = page.ordinal();
      }
      if (pages.size() < CHUNK) {
        break;
      }
    }
    write(out, "</urlset>\n");
  }

  /** A page changes when its dataset's revision does. */
  private void write(PublicPage page, OutputStream out) throws IOException {
    var address = escaped(links.to("/datensatz/" + page.name()));
    var time = page.recorded().truncatedTo(ChronoUnit.SECONDS);
    write(out, "<url><loc>" + address + "</loc><lastmod>" + time + "</lastmod></url>\n");
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String escaped(String address) {
    return address.replace("&", "&amp;").replace("<", "&lt;");
  }
}
