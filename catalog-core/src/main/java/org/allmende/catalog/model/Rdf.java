package org.allmende.catalog.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * Small questions to a graph. Lists come in a fixed order (IRIs before literals before blank nodes,
 * each by its text), so that equal graphs read equally.
 */
public final class Rdf {

  private static final Comparator<Node> ORDER =
      Comparator.comparingInt(Rdf::kind).thenComparing(Rdf::sortText);

  private Rdf() {}

  /** All objects of subject and property, in the fixed order. */
  public static List<Node> objects(Graph graph, Node subject, Node property) {
    var found = new ArrayList<Node>(4);
    var triples = graph.find(subject, property, Node.ANY);
    try {
      triples.forEachRemaining(triple -> found.add(triple.getObject()));
    } finally {
      triples.close();
    }
    found.sort(ORDER);
    sortUnnamed(graph, found);
    return found;
  }

  /** The first object in the fixed order. */
  public static Optional<Node> object(Graph graph, Node subject, Node property) {
    var found = objects(graph, subject, property);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
  }

  /** All subjects with this property and object, in the fixed order. */
  public static List<Node> subjects(Graph graph, Node property, Node object) {
    var found = new LinkedHashSet<Node>();
    var triples = graph.find(Node.ANY, property, object);
    try {
      triples.forEachRemaining(triple -> found.add(triple.getSubject()));
    } finally {
      triples.close();
    }
    return found.stream().sorted(ORDER).toList();
  }

  /** All nodes of this type, in the fixed order. */
  public static List<Node> instances(Graph graph, Node type) {
    return subjects(graph, RDF.type.asNode(), type);
  }

  /** True when the node has this type. */
  public static boolean isA(Graph graph, Node node, Node type) {
    return graph.contains(Triple.create(node, RDF.type.asNode(), type));
  }

  /** The texts of subject and property by language; of several in one language the first counts. */
  public static LocalizedText text(Graph graph, Node subject, Node property) {
    var texts = new LinkedHashMap<String, String>();
    for (var object : objects(graph, subject, property)) {
      if (object.isLiteral() && !object.getLiteralLexicalForm().isBlank()) {
        texts.putIfAbsent(object.getLiteralLanguage(), object.getLiteralLexicalForm());
      }
    }
    return new LocalizedText(texts);
  }

  /** The lexical form of the first literal. */
  public static Optional<String> literal(Graph graph, Node subject, Node property) {
    return objects(graph, subject, property).stream()
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  /** The IRIs among the objects. */
  public static List<String> iris(Graph graph, Node subject, Node property) {
    return objects(graph, subject, property).stream()
        .filter(Node::isURI)
        .map(Node::getURI)
        .toList();
  }

  /** IRIs and literals alike as text; blank nodes are left out. */
  public static List<String> values(Graph graph, Node subject, Node property) {
    return objects(graph, subject, property).stream()
        .filter(node -> !node.isBlank())
        .map(Rdf::sortText)
        .toList();
  }

  /** An IRI or the lexical form of a literal; {@code ""} for a blank node. */
  public static String textOf(Node node) {
    return node.isBlank() ? "" : sortText(node);
  }

  /** An IRI node. */
  public static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  /**
   * Copies into {@code target} all that {@code graph} says about {@code start} and what can be
   * reached from it in forward direction, but stops before nodes that {@code isForeign} names: the
   * triple that leads there is kept, the description of that node is not ({@code dcat-ap-de.md}
   * 2.6).
   */
  public static void copyReachable(Graph graph, Node start, Set<Node> foreign, Graph target) {
    var seen = new LinkedHashSet<Node>();
    var open = new ArrayList<Node>();
    open.add(start);
    seen.add(start);
    while (!open.isEmpty()) {
      var node = open.removeLast();
      var triples = graph.find(node, Node.ANY, Node.ANY);
      try {
        while (triples.hasNext()) {
          var triple = triples.next();
          target.add(triple);
          var object = triple.getObject();
          if (!object.isLiteral() && !foreign.contains(object) && seen.add(object)) {
            open.add(object);
          }
        }
      } finally {
        triples.close();
      }
    }
  }

  /** Blank nodes by what they say: their labels are others each time a graph is read. */
  private static void sortUnnamed(Graph graph, List<Node> sorted) {
    var first = sorted.size();
    while (first > 0 && sorted.get(first - 1).isBlank()) {
      first--;
    }
    if (sorted.size() - first < 2) {
      return;
    }
    var unnamed = sorted.subList(first, sorted.size());
    var known = new HashMap<Node, String>();
    var said = new HashMap<Node, String>();
    unnamed.forEach(node -> said.put(node, said(graph, node, inner -> key(graph, inner, known))));
    unnamed.sort(Comparator.comparing(said::get));
  }

  /** Of the blank nodes behind it only a hash, so that many that know each other stay cheap. */
  private static String key(Graph graph, Node node, Map<Node, String> known) {
    if (!node.isBlank()) {
      return kind(node) + sortText(node);
    }
    return known.computeIfAbsent(
        node,
        blank ->
            Integer.toHexString(
                said(graph, blank, last -> last.isBlank() ? "" : sortText(last)).hashCode()));
  }

  private static String said(Graph graph, Node node, Function<Node, String> text) {
    return graph
        .find(node, Node.ANY, Node.ANY)
        .mapWith(triple -> triple.getPredicate().getURI() + ' ' + text.apply(triple.getObject()))
        .toList()
        .stream()
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static int kind(Node node) {
    if (node.isURI()) {
      return 0;
    }
    return node.isLiteral() ? 1 : 2;
  }

  private static String sortText(Node node) {
    if (node.isURI()) {
      return node.getURI();
    }
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.getBlankNodeLabel();
  }
}
