package org.allmende.catalog.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Triples that are read when they are wanted, and need not all be in memory. One triple may come
 * twice; blank nodes are others at each reading.
 */
@FunctionalInterface
public interface Triples {

  /** Sends them all; those of one subject mostly come together. */
  void sendTo(Consumer<Triple> sink);

  /** The triples of a graph, all those of one subject together. */
  static Triples of(Graph graph) {
    return sink -> {
      var bySubject = new LinkedHashMap<Node, List<Triple>>();
      graph
          .find()
          .forEachRemaining(
              triple ->
                  bySubject
                      .computeIfAbsent(triple.getSubject(), subject -> new ArrayList<>())
                      .add(triple));
      bySubject.values().forEach(triples -> triples.forEach(sink));
    };
  }
}
