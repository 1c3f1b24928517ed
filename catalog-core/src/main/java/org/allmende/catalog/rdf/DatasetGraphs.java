package org.allmende.catalog.rdf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.GraphHash;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * One named graph per dataset in the quads. TDB2 copies each block that it changes, 8 KB for a
 * single triple; so a dataset that changes is compared with what is there, and blank nodes get
 * names that stay the same as long as what is said about them does.
 */
final class DatasetGraphs {

  private final DatasetGraph quads;

  DatasetGraphs(DatasetGraph quads) {
    this.quads = quads;
  }

  /** A description with the name of its graph and the triples to store, ready to be written. */
  record Prepared(Node name, Set<Triple> triples) {

    /** Names the blank nodes of a description; {@code ordinal} keeps those of others apart. */
    static Prepared of(DatasetDescription description, long ordinal) {
      return new Prepared(description.node(), named(description.graph(), ordinal));
    }

    /** Nothing: what is there goes. */
    static Prepared empty(Node name) {
      return new Prepared(name, Set.of());
    }
  }

  private static Set<Triple> named(Graph graph, long ordinal) {
    var labels = labels(graph, ordinal);
    var triples = HashSet.<Triple>newHashSet(graph.size());
    graph
        .find()
        .forEachRemaining(
            triple ->
                triples.add(
                    Triple.create(
                        labels.getOrDefault(triple.getSubject(), triple.getSubject()),
                        triple.getPredicate(),
                        labels.getOrDefault(triple.getObject(), triple.getObject()))));
    return triples;
  }

  /** Blank nodes that nothing tells apart are numbered: they stay different nodes. */
  private static Map<Node, Node> labels(Graph graph, long ordinal) {
    var labels = new HashMap<Node, Node>();
    var given = new HashMap<String, Integer>();
    GraphHash.blankNodeNames(graph)
        .forEach(
            (node, name) -> {
              var label = "d" + ordinal + name.replace("_", "x").replace(":", "");
              var number = given.merge(label, 1, Integer::sum);
              labels.put(node, NodeFactory.createBlankNode(label + "x" + number));
            });
    return labels;
  }

  /** Writes a graph that cannot be there yet. */
  void add(Prepared dataset) {
    dataset.triples().forEach(triple -> quads.add(Quad.create(dataset.name(), triple)));
  }

  /** Makes a graph what it shall be, writing the differences alone. */
  void replace(Prepared dataset) {
    var before = new HashSet<Triple>();
    quads
        .find(dataset.name(), Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(quad -> before.add(quad.asTriple()));
    // First what goes: "1" and "01" may be one and the same in the store.
    for (var triple : before) {
      if (!dataset.triples().contains(triple)) {
        quads.delete(Quad.create(dataset.name(), triple));
      }
    }
    for (var triple : dataset.triples()) {
      if (!before.contains(triple)) {
        quads.add(Quad.create(dataset.name(), triple));
      }
    }
  }
}
