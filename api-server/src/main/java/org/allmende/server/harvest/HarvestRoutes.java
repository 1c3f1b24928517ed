package org.allmende.server.harvest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.HarvestPage;
import org.allmende.server.format.OutputFormat;
import org.allmende.server.format.OutputFormats;
import org.allmende.server.http.Answers;
import org.allmende.server.http.CrossOrigin;
import org.allmende.server.http.ETags;
import org.allmende.server.http.Links;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.Negotiation;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.Problem;
import org.allmende.server.http.ProblemException;
import org.allmende.server.http.ProblemWriter;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;
import org.allmende.server.statistics.Harvesters;

/**
 * The catalog for harvesters: {@code /catalog.{suffix}}, and {@code /} and {@code /catalog} for
 * those who accept RDF rather than a page. A page is complete or it is a 503: what a harvester does
 * not see, it deletes (dcat-ap-de.md 2.4).
 */
public final class HarvestRoutes implements Routes {
  private static final Duration COME_AGAIN = Duration.ofSeconds(60);

  private final Catalog catalog;
  private final Links links;
  private final OutputFormats formats;
  private final CatalogDocument document;
  private final Harvesters harvesters;

  /**
   * Routes over a catalog.
   *
   * @param finder finds what {@code q} and {@code fq} mean
   * @param maxPageBytes a page with more ends after fewer datasets
   * @param harvesters takes note of who reads everything
   */
  public HarvestRoutes(
      Catalog catalog,
      Links links,
      OutputFormats formats,
      PageFinder finder,
      long maxPageBytes,
      Harvesters harvesters) {
    this.catalog = catalog;
    this.links = links;
    this.formats = formats;
    this.harvesters = harvesters;
    this.document = new CatalogDocument(catalog, links, finder, maxPageBytes);
  }

  /**
   * Answers {@code /} for those who accept RDF rather than a page.
   *
   * @param startPage what people get there
   */
  public Handler orStartPage(Handler startPage) {
    return ctx -> negotiate(ctx, startPage);
  }

  @Override
  public void addTo(RouteTable table) {
    table
        .get("/catalog.{suffix}", this::bySuffix)
        .get(
            "/catalog",
            ctx -> negotiate(ctx, c -> c.redirect(links.local("/"), HttpStatus.SEE_OTHER)))
        .open("/catalog")
        .problems("/catalog", ProblemWriter.text());
  }

  private void bySuffix(Context ctx) {
    var suffix = ctx.pathParam("suffix");
    var format = formats.findBySuffix(suffix);
    if (format.isEmpty()) {
      throw Problem.notFound("Unknown format \"" + suffix + "\". Known: " + formats.known() + ".")
          .asException();
    }
    answer(ctx, "/catalog." + suffix, format.get());
  }

  private void negotiate(Context ctx, Handler page) throws Exception {
    Answers.vary(ctx, "Accept");
    var accept = Negotiation.of(ctx);
    var format = accept.rdfInsteadOfHtml(formats.mediaTypes()).flatMap(formats::findByMediaType);
    if (format.isEmpty()) {
      page.handle(ctx);
      return;
    }
    var path = "/catalog." + format.get().suffixes().getFirst();
    ctx.header("Content-Location", links.to(path));
    answer(ctx, path, format.get());
  }

  private void answer(Context ctx, String path, OutputFormat format) {
    CrossOrigin.allow(ctx);
    var query = ctx.queryString();
    var request = request(ParamReader.decode(query == null ? "" : query));
    var page = complete(() -> document.page(request));
    var tag = document.tag(page, request, path, format);
    if (tag.isPresent() && ETags.isAnswered(ctx, tag.get())) {
      note(ctx, request, page);
      return;
    }
    var body = complete(() -> document.write(page, request, path, format));
    if (tag.isPresent() || !ETags.isAnswered(ctx, ETags.ofBytes(body))) {
      Answers.send(ctx, MediaTypes.utf8(format.mediaType()), body);
    }
    note(ctx, request, page);
  }

  /** A program that has seen a page already has it as much as one that gets it now. */
  private void note(Context ctx, PageRequest request, HarvestPage page) {
    if (request.isOfTheWhole() && ctx.req().getMethod().equals("GET")) {
      harvesters.note(ctx.userAgent(), request.isFirst(), page);
    }
  }

  private PageRequest request(Map<String, List<String>> parameters) {
    return PageRequest.parse(parameters, ZoneId.of(catalog.settings().timeZone()));
  }

  /**
   * A page as {@code /catalog.{suffix}} gives it.
   *
   * @throws ProblemException 409 when a parameter is wrong, 503 when the page cannot be complete
   */
  public byte[] write(OutputFormat format, Map<String, List<String>> parameters) {
    var request = request(parameters);
    var path = "/catalog." + format.suffixes().getFirst();
    return complete(() -> document.write(document.page(request), request, path, format));
  }

  /**
   * The datasets of the same page, each in a text of its own.
   *
   * @throws ProblemException as {@link #write}
   */
  public List<byte[]> writeEach(OutputFormat format, Map<String, List<String>> parameters) {
    var request = request(parameters);
    return complete(
        () ->
            document.page(request).items().stream()
                .map(item -> format.write(item.triples()))
                .toList());
  }

  private static <T> T complete(Supplier<T> part) {
    try {
      return part.get();
    } catch (ProblemException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new ProblemException(
          Problem.unavailable(
              "This page cannot be complete at the moment. Nothing is lost: come again.",
              COME_AGAIN),
          e);
    }
  }
}
