package org.allmende.catalog.model;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.GraphReadOnly;

/**
 * The graph that describes one dataset with its distributions, agents, periods.
 *
 * <p>It copies what it takes and hands out a read-only graph; whoever wants to change something
 * makes a new description. Reading from several threads is safe, since nothing is ever written.
 */
public final class DatasetDescription {

  private final DatasetUri uri;
  private final Graph graph;

  private DatasetDescription(DatasetUri uri, Graph graph) {
    this.uri = uri;
    this.graph = new GraphReadOnly(graph);
  }

  /** A description of {@code uri} with a copy of these triples. */
  public static DatasetDescription of(DatasetUri uri, Graph triples) {
    var copy = GraphFactory.createDefaultGraph();
    GraphUtil.addInto(copy, triples);
    return new DatasetDescription(uri, copy);
  }

  /** A description that takes the graph itself; the caller must not touch it any more. */
  public static DatasetDescription owning(DatasetUri uri, Graph graph) {
    return new DatasetDescription(uri, graph);
  }

  /** The dataset described. */
  public DatasetUri uri() {
    return uri;
  }

  /** The dataset described, as a node of the graph. */
  public Node node() {
    return uri.node();
  }

  /** All triples, read-only. */
  public Graph graph() {
    return graph;
  }

  /** A fresh graph with the same triples, for the maker of a changed description. */
  public Graph copyOfGraph() {
    var copy = GraphFactory.createDefaultGraph();
    GraphUtil.addInto(copy, graph);
    return copy;
  }

  /** True when there is a triple with this subject and property. */
  public boolean has(Node subject, Node property) {
    return graph.contains(Triple.create(subject, property, Node.ANY));
  }

  /** The typed reading of this description. */
  public DatasetView view() {
    return new DatasetView(this);
  }

  @Override
  public String toString() {
    return "description of " + uri + ", " + graph.size() + " triples";
  }
}
