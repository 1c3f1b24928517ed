package org.allmende.server.changes;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.PublicChange;
import org.allmende.catalog.model.Triples;
import org.allmende.server.format.OutputFormat;
import org.allmende.server.format.OutputFormats;
import org.allmende.server.http.Answers;
import org.allmende.server.http.ETags;
import org.allmende.server.http.Links;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.Negotiation;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.Problem;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;

/**
 * The stream of public revisions after a sequence number: {@code /changes.jsonl} one a line, the
 * RDF syntaxes as a page of a Linked Data Event Stream. What was withdrawn or made private leaves a
 * tombstone. An empty answer says that nothing changed since.
 */
public final class ChangesRoutes implements Routes {
  private static final String LINES = "jsonl";
  private static final String LINES_TYPE = "application/x-ndjson";
  private static final int LIMIT = 1_000;
  private static final int MAX_LIMIT = 10_000;

  private final Catalog catalog;
  private final Links links;
  private final OutputFormats formats;

  public ChangesRoutes(Catalog catalog, Links links, OutputFormats formats) {
    this.catalog = catalog;
    this.links = links;
    this.formats = formats;
  }

  @Override
  public void addTo(RouteTable table) {
    table.get("/changes.{suffix}", this::bySuffix).get("/changes", this::negotiate);
  }

  private void bySuffix(Context ctx) {
    var suffix = ctx.pathParam("suffix");
    if (suffix.equals(LINES)) {
      answerLines(ctx);
      return;
    }
    var format = formats.findBySuffix(suffix);
    if (format.isEmpty()) {
      throw Problem.notFound(
              "Unknown format \"" + suffix + "\". Known: " + LINES + ", " + formats.known() + ".")
          .asException();
    }
    answerRdf(ctx, suffix, format.get());
  }

  /** Lines, unless RDF is what is accepted. */
  private void negotiate(Context ctx) {
    Answers.vary(ctx, "Accept");
    var format =
        Negotiation.of(ctx)
            .rdfInsteadOfHtml(formats.mediaTypes())
            .flatMap(formats::findByMediaType);
    if (format.isEmpty()) {
      answerLines(ctx);
    } else {
      answerRdf(ctx, format.get().suffixes().getFirst(), format.get());
    }
  }

  private void answerLines(Context ctx) {
    var page = page(ctx, LINES);
    if (!isAnswered(ctx, page, LINES)) {
      Answers.send(ctx, MediaTypes.utf8(LINES_TYPE), ChangeLines.write(page.changes()));
    }
  }

  private void answerRdf(Context ctx, String suffix, OutputFormat format) {
    var page = page(ctx, suffix);
    if (!isAnswered(ctx, page, suffix)) {
      var body = format.write(Triples.of(new ChangeStream(links).page(page)));
      Answers.send(ctx, MediaTypes.utf8(format.mediaType()), body);
    }
  }

  private ChangePage page(Context ctx, String suffix) {
    var in = ParamReader.ofQuery(ctx.queryString());
    var after = in.number("after", 0L, 0, Long.MAX_VALUE);
    var limit = in.number("limit", LIMIT, 1, MAX_LIMIT);
    in.throwIfProblems(409);
    var changes = catalog.changesAfter(after, limit);
    var self = address(suffix, after, limit);
    return changes.size() < limit
        ? ChangePage.last(self, changes)
        : ChangePage.followed(self, changes, address(suffix, last(changes), limit));
  }

  private static long last(List<PublicChange> changes) {
    return changes.getLast().sequence();
  }

  private String address(String suffix, long after, int limit) {
    var parameters = new LinkedHashMap<String, List<String>>();
    parameters.put("after", List.of(Long.toString(after)));
    if (limit != LIMIT) {
      parameters.put("limit", List.of(Integer.toString(limit)));
    }
    return links.to("/changes." + suffix, parameters);
  }

  /** Revisions never change, so the page's own address and its last sequence name its bytes. */
  private static boolean isAnswered(Context ctx, ChangePage page, String suffix) {
    page.next().ifPresent(next -> ctx.header("Link", "<" + next + ">; rel=\"next\""));
    ctx.header("Access-Control-Allow-Origin", "*");
    var end = page.changes().isEmpty() ? 0 : last(page.changes());
    return ETags.isAnswered(ctx, ETags.ofParts(suffix, page.self(), end));
  }
}
