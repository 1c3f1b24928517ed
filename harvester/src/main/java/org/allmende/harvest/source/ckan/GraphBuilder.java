package org.allmende.harvest.source.ckan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.allmende.catalog.model.LocalizedText;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/** Adds to a growing graph what is there, and nothing where nothing is. */
final class GraphBuilder {

  private final Graph graph = GraphFactory.createDefaultGraph();

  Graph graph() {
    return graph;
  }

  void add(Node subject, Node property, Node value) {
    graph.add(Triple.create(subject, property, value));
  }

  void type(Node subject, Node... types) {
    for (var type : types) {
      add(subject, RDF.type.asNode(), type);
    }
  }

  void add(Node subject, Node property, Optional<String> value, Function<String, Node> term) {
    value.ifPresent(text -> add(subject, property, term.apply(text)));
  }

  void addAll(Node subject, Node property, List<String> values, Function<String, Node> term) {
    values.forEach(text -> add(subject, property, term.apply(text)));
  }

  void add(Node subject, Node property, LocalizedText text) {
    text.byLanguage()
        .forEach(
            (language, value) ->
                add(
                    subject,
                    property,
                    language.isEmpty()
                        ? NodeFactory.createLiteralString(value)
                        : NodeFactory.createLiteralLang(value, language)));
  }

  /** Adds a node of its own behind a property, when anything is said about it. */
  void addNode(Node subject, Node property, Node node, Node... types) {
    if (graph.contains(node, Node.ANY, Node.ANY) || node.isURI()) {
      type(node, types);
      add(subject, property, node);
    }
  }

  static Node blank() {
    return NodeFactory.createBlankNode();
  }

  /** The IRI given, else a blank node. */
  static Node iriOrBlank(Optional<String> iri) {
    return iri.flatMap(CkanTerms::iri).orElseGet(GraphBuilder::blank);
  }
}
