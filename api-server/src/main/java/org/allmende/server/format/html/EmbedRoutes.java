package org.allmende.server.format.html;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.server.dataset.VisibleEntries;
import org.allmende.server.http.Answers;
import org.allmende.server.http.ETags;
import org.allmende.server.http.Problem;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;

/**
 * Small pages for the frames of other sites: a dataset's card and the search box; and the card as a
 * picture. Those of files are with the files ({@link FileEmbedRoutes}).
 */
final class EmbedRoutes implements Routes {
  private static final String SVG = "image/svg+xml";
  private static final String PNG = "image/png";

  /** All kept pictures together, in bytes. */
  private static final long KEPT = 16L << 20;

  private final VisibleEntries entries;
  private final Pages pages;
  private final PageSender sender;
  private final Embedding embedding;
  private final Cache<String, byte[]> pictures =
      Caffeine.newBuilder()
          .maximumWeight(KEPT)
          .weigher((String tag, byte[] picture) -> tag.length() + picture.length)
          .build();

  EmbedRoutes(Catalog catalog, Pages pages, PageSender sender, Embedding embedding) {
    this.entries = new VisibleEntries(catalog);
    this.pages = pages;
    this.sender = sender;
    this.embedding = embedding;
  }

  @Override
  public void addTo(RouteTable table) {
    table
        .get("/einbetten/suche", ctx -> search(ctx, "de"))
        .get("/en/embed/search", ctx -> search(ctx, "en"))
        .get("/einbetten/datensatz/{slug}.svg", ctx -> svg(ctx, "de"))
        .get("/en/embed/dataset/{slug}.svg", ctx -> svg(ctx, "en"))
        .get("/einbetten/datensatz/{slug}.png", ctx -> png(ctx, "de"))
        .get("/en/embed/dataset/{slug}.png", ctx -> png(ctx, "en"))
        .get("/einbetten/datensatz/{slug}", ctx -> card(ctx, "de"))
        .get("/en/embed/dataset/{slug}", ctx -> card(ctx, "en"));
  }

  private DatasetPage dataset(Context ctx, String language) {
    return pages.dataset(entries.require(ctx.pathParam("slug")), language);
  }

  private void search(Context ctx, String language) {
    var frame = pages.searchFrame(language);
    var title = new Localized(frame.heading(), null);
    var box = new EmbedPage.Content.SearchBox();
    sender.sendEmbedded(
        ctx, new EmbedPage(frame, title, frame.address().search(), null, box), embedding);
  }

  private void card(Context ctx, String language) {
    sender.sendEmbedded(ctx, card(dataset(ctx, language)), embedding);
  }

  private static EmbedPage card(DatasetPage page) {
    var texts = page.frame().texts();
    var license = page.licenseTitle().isEmpty() ? texts.get("use.unbekannt") : page.licenseTitle();
    return new EmbedPage(
        page.frame(),
        page.title(),
        page.frame().address().dataset(page.slug()),
        new EmbedPage.Origin(page.publisher(), license, page.licenseAddress(), page.day()),
        new EmbedPage.Content.Card(page));
  }

  private void svg(Context ctx, String language) {
    var theme = Optional.ofNullable(ctx.queryParam(Theme.COOKIE)).flatMap(Theme::find);
    var svg =
        sender.fill("card.jte", CardPicture.of(dataset(ctx, language)), theme.orElse(Theme.LIGHT));
    ctx.header("Cache-Control", "no-cache");
    ctx.header("Content-Security-Policy", StaticFiles.PICTURE_POLICY);
    if (!ETags.isAnswered(ctx, ETags.ofBytes(svg))) {
      Answers.send(ctx, SVG, svg);
    }
  }

  /** Painted once for each text that stands on it. */
  private void png(Context ctx, String language) {
    if (!CardPainter.canPaint()) {
      throw Problem.notFound("This machine has no font to paint a picture with.").asException();
    }
    var card = CardPicture.of(dataset(ctx, language));
    var tag = ETags.ofParts(0, "card", List.of(card.toString()), "1");
    ctx.header("Cache-Control", "no-cache");
    if (!ETags.isAnswered(ctx, tag)) {
      Answers.send(ctx, PNG, pictures.get(tag, key -> CardPainter.png(card)));
    }
  }
}
