package org.allmende.catalog.profile;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.allmende.catalog.model.Rdf;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
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

  /** Gives the values of a property to another, where that has none yet. */
  static void takeOver(Graph graph, Node from, Node to) {
    var triples = triples(graph, from);
    triples.forEach(graph::delete);
    var filled =
        triples.stream()
            .map(Triple::getSubject)
            .filter(subject -> has(graph, subject, to))
            .collect(Collectors.toSet());
    triples.stream()
        .filter(triple -> !filled.contains(triple.getSubject()))
        .forEach(triple -> graph.add(triple.getSubject(), to, triple.getObject()));
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
    var kept = GraphFactory.createDefaultGraph();
    Rdf.copyReachable(graph, start, Set.of(), kept);
    if (kept.size() < graph.size()) {
      for (var triple : graph.find().toList()) {
        if (!kept.contains(triple)) {
          graph.delete(triple);
        }
      }
    }
  }

  /** All triples of a property, as a list of their own, so that the graph may change meanwhile. */
  static List<Triple> triples(Graph graph, Node property) {
    return graph.find(Node.ANY, property, Node.ANY).toList();
  }

  static boolean has(Graph graph, Node subject, Node property) {
    return graph.contains(subject, property, Node.ANY);
  }

  /** True when something is said about the node. */
  static boolean isDescribed(Graph graph, Node node) {
    return !node.isLiteral() && graph.contains(node, Node.ANY, Node.ANY);
  }

  /** Puts other values in place of one. */
  static void replace(Graph graph, Triple triple, List<Node> values) {
    graph.delete(triple);
    values.forEach(value -> graph.add(triple.getSubject(), triple.getPredicate(), value));
  }

  /**
   * A node of a node's own, {@code {iri}#{name}}, numbered when that is taken; an IRI with a
   * fragment gets no second one.
   */
  static Node own(Graph graph, Node owner, String name) {
    var start = owner.getURI() + (owner.getURI().indexOf('#') < 0 ? "#" : "-") + name;
    var node = iri(start);
    for (var n = 2; isDescribed(graph, node); n++) {
      node = iri(start + "-" + n);
    }
    return node;
  }

  static Node typed(String text, RDFDatatype type) {
    return NodeFactory.createLiteralDT(text, type);
  }

  static void type(Graph graph, Node node, Node type) {
    graph.add(node, RDF.type.asNode(), type);
  }

  static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
