package org.allmende.harvest.enrich;

import java.util.HashSet;
import java.util.Set;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.harvest.HarvestContext;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Takes out the publisher or contact of the source where the operator's own shall replace it; the
 * defaults then fill the gap. Without a default of its own nothing is taken out.
 */
final class OverrideEnricher implements Enricher {

  @Override
  public Submission enrich(Submission submission, HarvestContext context) {
    var override = context.source().override();
    var defaults = context.source().defaults();
    var takesPublisher =
        override.contains("publisher")
            && (defaults.publisher().isPresent() || !context.settings().organizations().isEmpty());
    var takesContact = override.contains("contact") && defaults.contact().isPresent();
    if (!takesPublisher && !takesContact) {
      return submission;
    }
    var description = submission.description();
    var graph = description.copyOfGraph();
    if (takesPublisher) {
      remove(graph, description.node(), DCTerms.publisher.asNode());
    }
    if (takesContact) {
      remove(graph, description.node(), DCAT.contactPoint.asNode());
    }
    return Submissions.with(submission, DatasetDescription.owning(description.uri(), graph));
  }

  /** Removes the values of a property, and what only they led to. */
  private static void remove(Graph graph, Node subject, Node property) {
    var values = graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toSet();
    values.forEach(value -> graph.delete(Triple.create(subject, property, value)));
    var seen = new HashSet<Node>();
    values.forEach(value -> removeUnreached(graph, value, seen));
  }

  private static void removeUnreached(Graph graph, Node node, Set<Node> seen) {
    if (node.isLiteral() || !seen.add(node) || graph.contains(Node.ANY, Node.ANY, node)) {
      return;
    }
    var triples = graph.find(node, Node.ANY, Node.ANY).toList();
    triples.forEach(graph::delete);
    triples.forEach(triple -> removeUnreached(graph, triple.getObject(), seen));
  }
}
