package org.allmende.catalog.rdf;

import java.util.List;

/** The syntaxes of SPARQL answers, the preferred first. */
public final class SparqlFormats {

  private static final List<String> ROWS =
      List.of(
          "application/sparql-results+json",
          "application/sparql-results+xml",
          "text/csv",
          "text/tab-separated-values");
  private static final List<String> GRAPH =
      List.of("text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples");

  private SparqlFormats() {}

  /** The media types in which a kind of query can be answered. */
  public static List<String> mediaTypes(SparqlQuery.Kind kind) {
    return switch (kind) {
      case ROWS -> ROWS;
      case BOOLEAN -> ROWS.subList(0, 2);
      case GRAPH -> GRAPH;
    };
  }
}
