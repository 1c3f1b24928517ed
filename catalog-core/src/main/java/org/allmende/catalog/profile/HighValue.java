package org.allmende.catalog.profile;

import java.util.ArrayList;
import java.util.List;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.DCAT3;
import org.allmende.vocab.DCATAP;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;

/**
 * A dataset that is marked as high-value carries the mark wherever the regulation asks for it. The
 * mark itself, a category, is the operator's or the source's; it is never set here. Where some
 * distributions have it and some have not, the choice was made already.
 */
final class HighValue implements ViewRule {

  static final Node REGULATION = Edit.iri("http://data.europa.eu/eli/reg_impl/2023/138/oj");

  @Override
  public Reason reason() {
    return new Reason(
        "high-value",
        "5.6",
        "Ein hochwertiger Datensatz (VO (EU) 2023/138) nennt die Verordnung auch an Distributionen"
            + " und Diensten, der Dienst außerdem Kategorie, Kontakt und Dokumentation.",
        "A high-value dataset (Regulation (EU) 2023/138) names the regulation at its distributions"
            + " and services too, and the service its category, contact and documentation.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    var node = dataset.node();
    if (!Edit.has(graph, node, DCATAP.hvdCategory)) {
      return;
    }
    mark(graph, node);
    var distributions =
        Rdf.objects(graph, node, Terms.DISTRIBUTION).stream().filter(d -> !d.isLiteral()).toList();
    if (distributions.stream().noneMatch(distribution -> isMarked(graph, distribution))) {
      distributions.forEach(distribution -> mark(graph, distribution));
    }
    for (var distribution : distributions) {
      Rdf.objects(graph, distribution, Terms.ACCESS_SERVICE).stream()
          .filter(service -> Edit.isDescribed(graph, service))
          .forEach(service -> markService(graph, node, service));
    }
    for (var series : Rdf.objects(graph, node, DCAT3.inSeries)) {
      if (Edit.isDescribed(graph, series)) {
        mark(graph, series);
        copyIfSilent(graph, node, series, DCATAP.hvdCategory);
      }
    }
  }

  private static void mark(Graph graph, Node node) {
    graph.add(node, DCATAP.applicableLegislation, REGULATION);
  }

  private static boolean isMarked(Graph graph, Node node) {
    return graph.contains(node, DCATAP.applicableLegislation, REGULATION);
  }

  private static void markService(Graph graph, Node dataset, Node service) {
    mark(graph, service);
    copyIfSilent(graph, dataset, service, DCATAP.hvdCategory);
    copyIfSilent(graph, dataset, service, Terms.CONTACT_POINT);
    if (!Edit.has(graph, service, Terms.PAGE)) {
      pages(graph, dataset, service).forEach(page -> graph.add(service, Terms.PAGE, page));
    }
  }

  /** What documents the service: the description of its endpoint, else the dataset's pages. */
  private static List<Node> pages(Graph graph, Node dataset, Node service) {
    var pages = new ArrayList<>(Rdf.objects(graph, service, DCAT.endpointDescription.asNode()));
    if (pages.isEmpty()) {
      pages.addAll(Rdf.objects(graph, dataset, Terms.PAGE));
    }
    return pages.stream().filter(Node::isURI).toList();
  }

  private static void copyIfSilent(Graph graph, Node from, Node to, Node property) {
    if (!Edit.has(graph, to, property)) {
      Rdf.objects(graph, from, property).forEach(value -> graph.add(to, property, value));
    }
  }
}
