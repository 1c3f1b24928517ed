package org.allmende.catalog.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTurtleTest {

  private static final String BLOCKS =
      """
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix dcat: <http://www.w3.org/ns/dcat#> .

      <https://a.example/1>
        a dcat:Dataset ;
        dct:title "Bäume \\"am\\" Platz\\u0007\\n"@de , "Trees"@en ;
        dct:issued "2024-05-01"^^<http://www.w3.org/2001/XMLSchema#date> ;
        dcat:keyword "" , "a, b; c." ;
        dct:publisher _:b0 .

      _:b0
        dct:title "Stadt \\\\ Land"^^dct:Word .

      """;

  @Test
  void readsWhatJenaReads() {
    var expected = GraphFactory.createDefaultGraph();
    RDFParser.fromString(BLOCKS, Lang.TURTLE).parse(expected);

    assertTrue(expected.isIsomorphicWith(graph(read(BLOCKS).orElseThrow())));
    assertEquals(8, expected.size());
  }

  @Test
  void readsEveryTermOfNTriples() {
    var awkward = AwkwardGraph.create();
    var plain = GraphFactory.createDefaultGraph();
    awkward
        .find()
        .filterDrop(triple -> triple.getObject().isTripleTerm() || hasDirection(triple))
        .forEachRemaining(plain::add);
    var labels = new BlankLabels();
    var text =
        plain.stream()
            .map(
                triple -> {
                  var line = new StringBuilder();
                  TermText.append(line, triple.getSubject(), labels);
                  TermText.append(line.append(' '), triple.getPredicate(), labels);
                  TermText.append(line.append(' '), triple.getObject(), labels);
                  return line.append(" .\n");
                })
            .collect(Collectors.joining());

    assertTrue(plain.isIsomorphicWith(graph(read(text).orElseThrow())), text);
  }

  private static boolean hasDirection(Triple triple) {
    return triple.getObject().isLiteral() && triple.getObject().getLiteralBaseDirection() != null;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a:s> <a:p> <<( <a:s> <a:p> <a:o> )>> .",
        "<a:s> <a:p> \"x\"@ar--rtl .",
        "<a:s> <a:p> \"\"\"long\"\"\" .",
        "<a:s> <a:p> [ ] .",
        "<a:s> <a:p> ( 1 2 ) .",
        "<a:s> <a:p> 1 .",
        "<a:s> <a:p> true .",
        "<a:s> <a:p> 'single' .",
        "<a:s> <a:p> unknown:name .",
        "<a:s> <a:p> \"\\u00zz\" .",
        "<a:s> <a:p> \"\\q\" .",
        "<a:s> <a:p> \"no end .",
        "<a:s> <a:p> <a:o>",
        "<a:s> <a:p",
        "PREFIX a: <b:> ",
        "# a comment\n"
      })
  void leavesOtherFormsToJena(String text) {
    assertEquals(Optional.empty(), read(text));
  }

  @Test
  void readsNothingAsNothing() {
    assertEquals(Optional.of(List.of()), read(" \n"));
  }

  private static Optional<List<Triple>> read(String text) {
    return PlainTurtle.read(text, NodeFactory::createBlankNode);
  }

  private static Graph graph(List<Triple> triples) {
    var graph = GraphFactory.createDefaultGraph();
    triples.forEach(graph::add);
    return graph;
  }
}
