package org.allmende.catalog.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class GraphHashTest {

  @Test
  void ignoresTheLabelsOfBlankNodes() {
    assertEquals(
        hash("<urn:a> <urn:p> _:x . _:x <urn:q> 'v' ."),
        hash("<urn:a> <urn:p> _:other . _:other <urn:q> 'v' ."));
  }

  @Test
  void seesWhatAValueHangsOn() {
    assertNotEquals(
        hash("<urn:a> <urn:p> [ <urn:q> 'v' ] . <urn:a> <urn:o> [ <urn:q> 'w' ] ."),
        hash("<urn:a> <urn:p> [ <urn:q> 'w' ] . <urn:a> <urn:o> [ <urn:q> 'v' ] ."));
  }

  @Test
  void seesTheLanguageAndTheDatatype() {
    assertNotEquals(hash("<urn:a> <urn:p> 'v'@de ."), hash("<urn:a> <urn:p> 'v'@en ."));
    assertNotEquals(hash("<urn:a> <urn:p> '1' ."), hash("<urn:a> <urn:p> 1 ."));
  }

  @Test
  void tellsThatBlankNodesLookAlike() {
    assertTrue(GraphHash.of(graph("<urn:a> <urn:p> [] , [] ."), triple -> true, "").isTied());
    assertFalse(
        GraphHash.of(graph("<urn:a> <urn:p> [ <urn:q> 1 ] , [ <urn:q> 2 ] ."), t -> true, "")
            .isTied());
  }

  @Property(tries = 300)
  void isEqualForIsomorphicGraphs(@ForAll long seed) {
    var random = new Random(seed);
    var graph = randomGraph(random);
    var copy = relabelled(graph, random);
    assertTrue(graph.isIsomorphicWith(copy));
    assertEquals(GraphHash.of(graph, t -> true, "x"), GraphHash.of(copy, t -> true, "x"));
  }

  @Property(tries = 300)
  void differsOrIsTiedForGraphsThatAreNotIsomorphic(@ForAll long seed) {
    var random = new Random(seed);
    var one = randomGraph(random);
    var other = randomGraph(random);
    var hash = GraphHash.of(one, t -> true, "");
    if (!one.isIsomorphicWith(other) && hash.equals(GraphHash.of(other, t -> true, ""))) {
      assertTrue(hash.isTied());
    }
  }

  private static String hash(String turtle) {
    return GraphHash.of(graph(turtle), triple -> true, "").value();
  }

  private static Graph graph(String turtle) {
    var graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
    return graph;
  }

  /** Few nodes and properties, so that the same shapes come up often. */
  private static Graph randomGraph(Random random) {
    var nodes = new ArrayList<Node>(List.of(iri("a"), iri("b")));
    for (var i = 0; i < 4; i++) {
      nodes.add(NodeFactory.createBlankNode());
    }
    var graph = GraphFactory.createDefaultGraph();
    for (var i = 0; i < 1 + random.nextInt(8); i++) {
      graph.add(
          nodes.get(random.nextInt(nodes.size())),
          iri(random.nextBoolean() ? "p" : "q"),
          nodes.get(random.nextInt(nodes.size())));
    }
    return graph;
  }

  private static Graph relabelled(Graph graph, Random random) {
    var labels = new HashMap<Node, Node>();
    var triples = new ArrayList<>(graph.find().toList());
    java.util.Collections.shuffle(triples, random);
    var copy = GraphFactory.createDefaultGraph();
    for (var triple : triples) {
      copy.add(
          Triple.create(
              renamed(triple.getSubject(), labels),
              triple.getPredicate(),
              renamed(triple.getObject(), labels)));
    }
    return copy;
  }

  private static Node renamed(Node node, Map<Node, Node> labels) {
    return node.isBlank() ? labels.computeIfAbsent(node, n -> NodeFactory.createBlankNode()) : node;
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("urn:" + name);
  }
}
