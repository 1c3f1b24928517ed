package org.allmende.server;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.HYDRA;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.vocabulary.DCAT;

/** Reads {@code /catalog.rdf} as GovData does: page after page, by {@code hydra:next} alone. */
final class CatalogWalk {

  private final RunningServer server;
  private final String start;

  CatalogWalk(RunningServer server) {
    this(server, "/catalog.rdf");
  }

  /**
   * A walk from another page, such as {@code /catalog.rdf?profiles=dcatap_de_2}.
   *
   * @param start path and query of an RDF/XML page
   */
  CatalogWalk(RunningServer server, String start) {
    this.server = server;
    this.start = start;
  }

  /** All pages of the catalog. */
  List<Graph> pages() throws Exception {
    var pages = new ArrayList<Graph>();
    var path = start;
    while (!path.isEmpty()) {
      var answer = server.get(path);
      if (answer.statusCode() != 200) {
        throw new AssertionError(path + " answers " + answer.statusCode() + ": " + answer.body());
      }
      var page = RunningServer.parse(answer.body(), Lang.RDFXML);
      pages.add(page);
      path = next(page);
    }
    return pages;
  }

  /** Path and query of the next page; {@code ""} on the last. */
  private static String next(Graph page) {
    var node = Rdf.instances(page, HYDRA.PartialCollectionView).getFirst();
    return Rdf.values(page, node, HYDRA.next).stream()
        .findFirst()
        .map(URI::create)
        .map(next -> next.getRawPath() + "?" + next.getRawQuery())
        .orElse("");
  }

  /** The datasets of these pages, in the order in which they came, repetitions included. */
  static List<String> datasets(List<Graph> pages) {
    return pages.stream()
        .flatMap(page -> Rdf.instances(page, DCAT.Dataset.asNode()).stream())
        .map(Node::getURI)
        .toList();
  }
}
