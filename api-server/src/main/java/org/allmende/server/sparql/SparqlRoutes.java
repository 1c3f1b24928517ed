package org.allmende.server.sparql;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.allmende.catalog.ledger.Following;
import org.allmende.catalog.rdf.RdfStore;
import org.allmende.catalog.rdf.SparqlException;
import org.allmende.catalog.rdf.SparqlFormats;
import org.allmende.catalog.rdf.SparqlQuery;
import org.allmende.server.http.Answers;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.Negotiation;
import org.allmende.server.http.Problem;
import org.allmende.server.http.ProblemException;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;

/**
 * The SPARQL 1.1 protocol, read-only. A query has a time limit, an answer a row limit, and only a
 * few run at once; who comes when all places are taken is asked to come again.
 */
public final class SparqlRoutes implements Routes {
  private static final Duration COME_AGAIN = Duration.ofSeconds(5);

  private final Following<RdfStore> store;
  private final SparqlLimits limits;
  private final Semaphore places;

  public SparqlRoutes(Following<RdfStore> store, SparqlLimits limits) {
    this.store = store;
    this.limits = limits;
    this.places = new Semaphore(limits.concurrent());
  }

  @Override
  public void addTo(RouteTable table) {
    table.get("/sparql", this::answer).post("/sparql", this::answer).open("/sparql");
  }

  private void answer(Context ctx) throws IOException {
    Answers.vary(ctx, "Accept");
    var request = SparqlRequest.parse(ctx);
    if (!places.tryAcquire()) {
      throw Problem.unavailable(
              "As many queries are running as this server admits at once.", COME_AGAIN)
          .asException();
    }
    try {
      var query =
          SparqlQuery.parse(request.query(), request.defaultGraphs(), request.namedGraphs());
      send(ctx, query, mediaType(ctx, query.kind()));
    } catch (SparqlException e) {
      throw new ProblemException(problem(e), e);
    } finally {
      places.release();
    }
  }

  private void send(Context ctx, SparqlQuery query, String mediaType) throws IOException {
    Answers.stream(
        ctx,
        MediaTypes.utf8(mediaType),
        out ->
            store.ask(
                live -> {
                  live.answer(query, mediaType, limits.timeout(), limits.rows(), out);
                  return true;
                }));
  }

  /** The syntax of the answer; JSON and XML also under their general names. */
  private static String mediaType(Context ctx, SparqlQuery.Kind kind) {
    var offered = SparqlFormats.mediaTypes(kind);
    var accept = Negotiation.of(ctx);
    return accept
        .best(offered)
        .or(() -> byGeneralName(accept, offered, MediaTypes.JSON, "json"))
        .or(() -> byGeneralName(accept, offered, "application/xml", "xml"))
        .orElseThrow(
            () ->
                Problem.of(406, "This query is answered as " + String.join(", ", offered) + ".")
                    .asException());
  }

  private static Optional<String> byGeneralName(
      Negotiation accept, List<String> offered, String name, String ending) {
    return accept.quality(name) > 0
        ? offered.stream().filter(type -> type.endsWith(ending)).findFirst()
        : Optional.empty();
  }

  private Problem problem(SparqlException e) {
    var detail = String.valueOf(e.getMessage());
    return switch (e.reason()) {
      case SYNTAX -> Problem.ofParameter(400, "query", detail);
      case FORBIDDEN -> Problem.ofParameter(403, "query", detail);
      case TIMEOUT -> Problem.unavailable(detail, COME_AGAIN);
    };
  }
}
