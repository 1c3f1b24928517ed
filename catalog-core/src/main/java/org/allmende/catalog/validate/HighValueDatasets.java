package org.allmende.catalog.validate;

import java.util.HashSet;
import java.util.Set;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.DCATAP;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;

/**
 * The part of a document that is about high-value datasets: those with a category or with the
 * regulation, and what can be reached from them. Where some distributions of a dataset name the
 * regulation, the others are out of its scope ({@code dcat-ap-de.md} 5.6).
 */
final class HighValueDatasets {

  private static final Node REGULATION = Rdf.iri("http://data.europa.eu/eli/reg_impl/2023/138/oj");

  private HighValueDatasets() {}

  static Graph of(Graph document) {
    var datasets = Rdf.instances(document, DCAT.Dataset.asNode());
    var marked = new HashSet<Node>();
    datasets.stream().filter(dataset -> isMarked(document, dataset)).forEach(marked::add);
    var others = new HashSet<>(datasets);
    others.removeAll(marked);
    var part = GraphFactory.createDefaultGraph();
    for (var dataset : marked) {
      Rdf.copyReachable(document, dataset, others, part);
      copyServices(document, dataset, others, part);
    }
    marked.forEach(dataset -> leaveOutOthers(part, dataset));
    return part;
  }

  private static boolean isMarked(Graph graph, Node dataset) {
    return graph.contains(dataset, DCATAP.hvdCategory, Node.ANY)
        || graph.contains(dataset, DCATAP.applicableLegislation, REGULATION);
  }

  private static void copyServices(Graph document, Node dataset, Set<Node> others, Graph part) {
    for (var service : Rdf.subjects(document, DCAT.servesDataset.asNode(), dataset)) {
      Rdf.copyReachable(document, service, others, part);
    }
  }

  private static void leaveOutOthers(Graph part, Node dataset) {
    var distributions = Rdf.objects(part, dataset, DCAT.distribution.asNode());
    var inScope =
        distributions.stream()
            .filter(d -> part.contains(d, DCATAP.applicableLegislation, REGULATION))
            .toList();
    if (!inScope.isEmpty()) {
      distributions.stream()
          .filter(distribution -> !inScope.contains(distribution))
          .forEach(
              distribution ->
                  part.delete(
                      Triple.create(distribution, RDF.type.asNode(), DCAT.Distribution.asNode())));
    }
  }
}
