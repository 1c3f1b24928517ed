package org.allmende.catalog.rdf;

import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;

/** A query in the SPARQL 1.1 language, parsed once. */
public final class SparqlQuery {

  /** What kind of answer a query has. */
  public enum Kind {
    /** SELECT: rows. */
    ROWS,
    /** ASK: yes or no. */
    BOOLEAN,
    /** CONSTRUCT and DESCRIBE: triples. */
    GRAPH
  }

  private final Query query;

  private SparqlQuery(Query query) {
    this.query = query;
  }

  /**
   * Reads a query, with the default and named graphs of the protocol when there are any.
   *
   * @throws SparqlException when it is not SPARQL 1.1
   */
  public static SparqlQuery parse(
      String text, List<String> defaultGraphs, List<String> namedGraphs) {
    try {
      var query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
      defaultGraphs.forEach(query::addGraphURI);
      namedGraphs.forEach(query::addNamedGraphURI);
      return new SparqlQuery(query);
    } catch (QueryParseException e) {
      throw new SparqlException(
          SparqlException.Reason.SYNTAX, "Expected a SPARQL 1.1 query. " + e.getMessage(), e);
    }
  }

  /** The kind of answer. */
  public Kind kind() {
    if (query.isSelectType()) {
      return Kind.ROWS;
    }
    return query.isAskType() ? Kind.BOOLEAN : Kind.GRAPH;
  }

  Query query() {
    return query;
  }
}
