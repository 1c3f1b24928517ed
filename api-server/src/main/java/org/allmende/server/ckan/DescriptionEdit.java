package org.allmende.server.ckan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.Rdf;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * A description while it is changed, property by property: values go, and values come over from
 * another graph that says the new ones. What nobody names stays as it is. For one thread.
 */
final class DescriptionEdit {

  /** A node of which no source says anything. */
  static final Node NOWHERE = NodeFactory.createURI("urn:nowhere");

  private final DatasetDescription before;
  private final Graph graph;
  private final Graph source;
  private final String language;

  /**
   * @param source says what has changed, about the same dataset and distributions
   * @param language in which CKAN's JSON shows texts
   */
  DescriptionEdit(DatasetDescription before, Graph source, String language) {
    this.before = before;
    this.graph = before.copyOfGraph();
    this.source = source;
    this.language = language;
  }

  Node dataset() {
    return before.node();
  }

  /** What the graph says now. */
  Graph graph() {
    return graph;
  }

  /** What has changed. */
  Graph source() {
    return source;
  }

  /** The changed description; what can no longer be reached from the dataset is gone. */
  DatasetDescription done() {
    var reached = reachable(before.graph());
    var reachable = reachable(graph);
    reached
        .find()
        .forEachRemaining(
            triple -> {
              if (!reachable.contains(triple)) {
                graph.delete(triple);
              }
            });
    return DatasetDescription.owning(before.uri(), graph);
  }

  private Graph reachable(Graph from) {
    var reached = GraphFactory.createDefaultGraph();
    Rdf.copyReachable(from, before.node(), Set.of(), reached);
    return reached;
  }

  /**
   * Changes the text that the JSON shows, in its language; without a new one no language keeps any.
   */
  void text(Node node, Node property, Optional<String> text) {
    var shown = Rdf.text(graph, node, property).languageOf(language);
    Rdf.objects(graph, node, property).stream()
        .filter(Node::isLiteral)
        .filter(old -> text.isEmpty() || old.getLiteralLanguage().equals(shown))
        .forEach(old -> remove(node, property, old));
    text.filter(value -> !value.isBlank())
        .ifPresent(value -> add(node, property, literal(value, shown)));
  }

  private static Node literal(String text, String language) {
    return language.isEmpty()
        ? NodeFactory.createLiteralString(text)
        : NodeFactory.createLiteralLang(text, language);
  }

  /** Takes all values of these properties that have a text, and brings those of the source. */
  void replace(Node node, Node from, Node... properties) {
    for (var property : properties) {
      Rdf.objects(graph, node, property).stream()
          .filter(old -> !old.isBlank())
          .forEach(old -> remove(node, property, old));
      bring(node, from, property);
    }
  }

  /** The same for values behind blank nodes, too. */
  void replaceAll(Node node, Node from, Node property) {
    clear(node, property);
    bring(node, from, property);
  }

  /** Takes the values whose text is not wanted any more, and brings those that were not there. */
  void replaceList(Node node, Node from, Node property, List<String> before, List<String> wanted) {
    Rdf.objects(graph, node, property).stream()
        .filter(old -> before.contains(Rdf.textOf(old)) && !wanted.contains(Rdf.textOf(old)))
        .forEach(old -> remove(node, property, old));
    var kept = Rdf.values(graph, node, property);
    for (var value : Rdf.objects(source, from, property)) {
      var isKept = kept.contains(Rdf.textOf(value)) && before.contains(Rdf.textOf(value));
      if (!isKept) {
        add(node, property, value);
        bringDescription(value);
      }
    }
  }

  /** Brings the source's values of a property with all that it says of them. */
  void bring(Node node, Node from, Node property) {
    for (var value : Rdf.objects(source, from, property)) {
      add(node, property, value);
      bringDescription(value);
    }
  }

  /** Brings all that the source says of a node, and of what can be reached from it. */
  void bringDescription(Node node) {
    if (!node.isLiteral()) {
      Rdf.copyReachable(source, node, Set.of(before.node()), graph);
    }
  }

  void clear(Node node, Node property) {
    Rdf.objects(graph, node, property).forEach(old -> remove(node, property, old));
  }

  void add(Node node, Node property, Node value) {
    graph.add(Triple.create(node, property, value));
  }

  void remove(Node node, Node property, Node value) {
    graph.delete(Triple.create(node, property, value));
  }

  /** The node behind the first of these properties that leads to one, as {@link #owned}. */
  Optional<Node> own(Node node, List<Node> properties) {
    return properties.stream()
        .flatMap(property -> Rdf.objects(graph, node, property).stream())
        .filter(found -> !found.isLiteral())
        .findFirst()
        .map(found -> owned(node, properties, found));
  }

  /**
   * A blank node that something else points to, too, is doubled, so that nothing else changes with
   * it; any other is itself.
   */
  Node owned(Node node, List<Node> properties, Node found) {
    return found.isBlank() && isShared(found)
        ? move(node, properties, found, NodeFactory.createBlankNode())
        : found;
  }

  private boolean isShared(Node node) {
    return graph.find(Node.ANY, Node.ANY, node).toList().size() > 1;
  }

  /** Says of another node what is said of this one, and leads to that one instead. */
  Node move(Node node, List<Node> properties, Node from, Node to) {
    for (var triple : graph.find(from, Node.ANY, Node.ANY).toList()) {
      add(to, triple.getPredicate(), triple.getObject());
    }
    for (var property : properties) {
      if (graph.contains(node, property, from)) {
        remove(node, property, from);
        add(node, property, to);
      }
    }
    return to;
  }

  /**
   * Makes a node behind a property, with the types that the source gives its own. A name alone
   * where a node belongs becomes the name of the node.
   */
  Node make(Node node, Node property, Node like, Node label) {
    var names = Rdf.objects(graph, node, property).stream().filter(Node::isLiteral).toList();
    var made = like.isURI() ? like : NodeFactory.createBlankNode();
    for (var name : names) {
      remove(node, property, name);
      add(made, label, name);
    }
    add(node, property, made);
    Rdf.objects(source, like, RDF.type.asNode())
        .forEach(type -> add(made, RDF.type.asNode(), type));
    return made;
  }

  /** Removes the way to a blank node of which nothing is said but its type. */
  void dropIfEmpty(Node node, List<Node> properties, Node value) {
    var isSaid =
        graph
            .find(value, Node.ANY, Node.ANY)
            .filterDrop(triple -> triple.getPredicate().equals(RDF.type.asNode()))
            .hasNext();
    if (!isSaid && value.isBlank()) {
      properties.forEach(property -> remove(node, property, value));
    }
  }

  /** The source's node behind this property of which it says this. */
  Optional<Node> ofSource(Node node, Node property, Node said) {
    return Rdf.objects(source, node, property).stream()
        .filter(found -> source.contains(found, said, Node.ANY))
        .findFirst();
  }
}
