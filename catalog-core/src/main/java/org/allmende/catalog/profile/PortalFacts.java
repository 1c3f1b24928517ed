package org.allmende.catalog.profile;

import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.DCATDE;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;

/**
 * What only the catalog knows, added where the source is silent: an identifier, the time of the
 * revision, the contributor id of GovData (dcat-ap-de.md 2.5, 4, conventions 12, 13, 25).
 */
final class PortalFacts implements ViewRule {

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    var node = dataset.node();
    identifier(graph, dataset);
    if (!has(graph, node, DCTerms.modified.asNode())) {
      var seconds = context.modified().truncatedTo(ChronoUnit.SECONDS);
      graph.add(
          node,
          DCTerms.modified.asNode(),
          NodeFactory.createLiteralDT(
              DateTimeFormatter.ISO_INSTANT.format(seconds), XSDDatatype.XSDdateTime));
    }
    context.contributorIds().forEach(id -> graph.add(node, DCATDE.contributorID, Edit.iri(id)));
  }

  /** An identifier is a literal; one given as an IRI node is the same text. */
  private static void identifier(Graph graph, DatasetUri dataset) {
    var property = DCTerms.identifier.asNode();
    for (var value : Rdf.objects(graph, dataset.node(), property)) {
      if (value.isURI()) {
        graph.delete(Triple.create(dataset.node(), property, value));
        graph.add(dataset.node(), property, NodeFactory.createLiteralString(value.getURI()));
      }
    }
    if (List.of().equals(Rdf.objects(graph, dataset.node(), property))) {
      graph.add(dataset.node(), property, NodeFactory.createLiteralString(dataset.value()));
    }
  }

  private static boolean has(Graph graph, Node subject, Node property) {
    return graph.contains(Triple.create(subject, property, Node.ANY));
  }
}
