package org.allmende.catalog.profile;

import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** The few ways in which rules change a graph. */
final class Edit {

  private Edit() {}

  /** Puts another node everywhere in place of one. */
  static void rename(Graph graph, Node from, Node to) {
    for (var triple : graph.find(from, Node.ANY, Node.ANY).toList()) {
      graph.delete(triple);
      graph.add(to, triple.getPredicate(), triple.getObject());
    }
    for (var triple : graph.find(Node.ANY, Node.ANY, from).toList()) {
      graph.delete(triple);
      graph.add(triple.getSubject(), triple.getPredicate(), to);
    }
  }

  /** Replaces the objects of a property; what the function gives back unchanged stays. */
  static void objects(Graph graph, Node property, Function<Node, Node> change) {
    for (var triple : graph.find(Node.ANY, property, Node.ANY).toList()) {
      var changed = change.apply(triple.getObject());
      if (!changed.equals(triple.getObject())) {
        graph.delete(triple);
        graph.add(triple.getSubject(), property, changed);
      }
    }
  }

  /** Takes out the triples of a property that the test names. */
  static void removeIf(Graph graph, Node property, Predicate<Triple> test) {
    for (var triple : graph.find(Node.ANY, property, Node.ANY).toList()) {
      if (test.test(triple)) {
        graph.delete(triple);
      }
    }
  }

  /** Takes out what can no longer be reached from the start. */
  static void removeUnreachable(Graph graph, Node start) {
    var kept = org.apache.jena.sparql.graph.GraphFactory.createDefaultGraph();
    org.allmende.catalog.model.Rdf.copyReachable(graph, start, java.util.Set.of(), kept);
    if (kept.size() < graph.size()) {
      for (var triple : graph.find().toList()) {
        if (!kept.contains(triple)) {
          graph.delete(triple);
        }
      }
    }
  }

  static void type(Graph graph, Node node, Node type) {
    graph.add(node, RDF.type.asNode(), type);
  }

  static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
