package org.allmende.catalog.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

class RdfTest {

  private static final String CREATORS =
      """
      PREFIX : <https://x.example/>
      :d :by [ :name "B" ] , [ :name "A" ] , [ :at [ :name "D" ] ] , [ :at [ :name "C" ] ] , :x , "y" .
      """;

  @Test
  void unnamedNodesComeInTheSameOrderWheneverAGraphIsRead() {
    var orders = IntStream.range(0, 50).mapToObj(i -> creators()).distinct().toList();
    assertEquals(1, orders.size(), orders::toString);
  }

  private static List<String> creators() {
    var graph = RDFParser.fromString(CREATORS, Lang.TURTLE).toGraph();
    return Rdf.objects(graph, iri("d"), iri("by")).stream().map(by -> name(graph, by)).toList();
  }

  private static String name(Graph graph, Node node) {
    if (!node.isBlank()) {
      return node.toString();
    }
    return graph.contains(node, iri("at"), Node.ANY)
        ? "at " + name(graph, Rdf.object(graph, node, iri("at")).orElseThrow())
        : Rdf.object(graph, node, iri("name")).orElseThrow().getLiteralLexicalForm();
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("https://x.example/" + name);
  }
}
