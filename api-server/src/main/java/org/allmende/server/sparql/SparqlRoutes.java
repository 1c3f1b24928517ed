package org.allmende.server.sparql;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.rdf.SparqlFormats;
import org.allmende.catalog.rdf.SparqlQuery;
import org.allmende.server.http.Answers;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.Negotiation;
import org.allmende.server.http.Problem;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;

/** The SPARQL 1.1 protocol, read-only, within the limits of {@link SparqlDesk}. */
public final class SparqlRoutes implements Routes {
  /** For those who can write an address, but no header: a link has none. */
  private static final Map<String, String> NAMED =
      Map.of(
          "csv", "text/csv",
          "tsv", "text/tab-separated-values",
          "json", "application/sparql-results+json",
          "xml", "application/sparql-results+xml",
          "turtle", "text/turtle",
          "ntriples", "application/n-triples",
          "jsonld", "application/ld+json",
          "rdfxml", "application/rdf+xml");

  private final SparqlDesk desk;

  public SparqlRoutes(SparqlDesk desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(RouteTable table) {
    table.get("/sparql", this::answer).post("/sparql", this::answer).open("/sparql");
  }

  private void answer(Context ctx) throws IOException {
    Answers.vary(ctx, "Accept");
    var request = SparqlRequest.parse(ctx);
    desk.admitted(
        () -> {
          var query =
              SparqlQuery.parse(request.query(), request.defaultGraphs(), request.namedGraphs());
          send(ctx, query, mediaType(ctx, query.kind()));
          return query;
        });
  }

  private void send(Context ctx, SparqlQuery query, String mediaType) throws IOException {
    Answers.stream(
        ctx,
        MediaTypes.utf8(mediaType),
        out -> desk.answer(query, mediaType, desk.limits().rows(), out));
  }

  /** The syntax of the answer; JSON and XML also under their general names. */
  private static String mediaType(Context ctx, SparqlQuery.Kind kind) {
    var offered = SparqlFormats.mediaTypes(kind);
    var accept = Negotiation.of(ctx);
    return Optional.ofNullable(ctx.queryParam("format"))
        .map(name -> NAMED.getOrDefault(name, name))
        .filter(offered::contains)
        .or(() -> accept.best(offered))
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
}
