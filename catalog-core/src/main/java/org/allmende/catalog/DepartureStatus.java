package org.allmende.catalog;

import static org.apache.jena.graph.NodeFactory.createLiteralDT;
import static org.apache.jena.graph.NodeFactory.createURI;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.vocab.ADMS;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Says of a dataset on its way out that it is: {@code adms:status} on every distribution
 * (dcat-ap-de.md 2.4, conventions 22 to 24), and a {@code dct:modified} by which portals notice it
 * (2.5). In the view alone: the source's own description stays what it was.
 */
final class DepartureStatus {

  private static final String STATUS =
      "http://publications.europa.eu/resource/authority/distribution-status/";

  private DepartureStatus() {}

  /** The view with the status; the same view where the dataset stays. */
  static DatasetDescription of(DatasetDescription view, CatalogRecord record) {
    return switch (record.state()) {
      case DEPRECATED -> marked(view, "DEPRECATED", record.modified());
      case WITHDRAWING -> marked(view, "WITHDRAWN", record.modified());
      case DRAFT, ACTIVE, WITHDRAWN -> view;
    };
  }

  private static DatasetDescription marked(DatasetDescription view, String code, Instant since) {
    var graph = view.copyOfGraph();
    graph
        .find(view.node(), DCAT.distribution.asNode(), Node.ANY)
        .mapWith(Triple::getObject)
        .toList()
        .forEach(
            distribution -> replace(graph, distribution, ADMS.status, createURI(STATUS + code)));
    if (view.view().modified().filter(since::isBefore).isEmpty()) {
      var seconds = since.truncatedTo(ChronoUnit.SECONDS).toString();
      replace(
          graph,
          view.node(),
          DCTerms.modified.asNode(),
          createLiteralDT(seconds, XSDDatatype.XSDdateTime));
    }
    return DatasetDescription.owning(view.uri(), graph);
  }

  private static void replace(Graph graph, Node subject, Node property, Node value) {
    graph.remove(subject, property, Node.ANY);
    graph.add(subject, property, value);
  }
}
