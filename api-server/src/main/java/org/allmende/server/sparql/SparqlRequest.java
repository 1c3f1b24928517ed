package org.allmende.server.sparql;

import io.javalin.http.Context;
import java.util.List;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.ParamReader;
import org.allmende.server.http.Problem;

/**
 * A query as the SPARQL 1.1 protocol brings it (2.1): GET, POST of a form, or POST of the query
 * itself.
 *
 * @param query its text
 * @param defaultGraphs values of {@code default-graph-uri}
 * @param namedGraphs values of {@code named-graph-uri}
 */
record SparqlRequest(String query, List<String> defaultGraphs, List<String> namedGraphs) {
  private static final String HOW_TO_ASK =
      "Ask with GET /sparql?query=…, or POST the query as application/sparql-query.";

  static SparqlRequest parse(Context ctx) {
    var sent = ParamReader.ofQuery(ctx.queryString());
    if (ctx.req().getMethod().equals("POST")) {
      var type = MediaTypes.bare(String.valueOf(ctx.contentType()));
      return switch (type) {
        case "application/sparql-query" -> of(ctx.body(), sent);
        case "application/x-www-form-urlencoded" -> ofParameters(ParamReader.ofQuery(ctx.body()));
        case "application/sparql-update" -> throw readOnly();
        default ->
            throw Problem.of(415, "Got a body of type \"" + type + "\". " + HOW_TO_ASK)
                .asException();
      };
    }
    return ofParameters(sent);
  }

  private static SparqlRequest ofParameters(ParamReader in) {
    if (in.has("update")) {
      throw readOnly();
    }
    return of(in.text("query"), in);
  }

  private static SparqlRequest of(String query, ParamReader in) {
    if (query.isBlank()) {
      throw Problem.ofParameter(400, "query", "There is no query. " + HOW_TO_ASK).asException();
    }
    return new SparqlRequest(query, in.each("default-graph-uri"), in.each("named-graph-uri"));
  }

  private static RuntimeException readOnly() {
    return Problem.of(403, "The catalog changes by harvest and by its API, never by SPARQL.")
        .asException();
  }
}
