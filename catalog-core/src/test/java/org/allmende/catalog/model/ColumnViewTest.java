package org.allmende.catalog.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

class ColumnViewTest {

  private static List<String> names(String turtle) {
    var graph = graph(turtle);
    return ColumnView.all(graph, Rdf.iri("urn:x:csv")).stream().map(ColumnView::name).toList();
  }

  private static Graph graph(String turtle) {
    var prefixes =
        """
        @prefix csvw: <http://www.w3.org/ns/csvw#> .
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        """;
    return RDFParser.fromString(prefixes + turtle, Lang.TURTLE).toGraph();
  }

  @Test
  void keepsTheOrderOfAList() {
    assertEquals(
        List.of("z", "a"),
        names(
            """
            <urn:x:csv> dct:conformsTo <urn:x:norm> , [ csvw:column ( [ csvw:name "z" ] [ csvw:name "a" ] ) ] .
            """));
  }

  @Test
  void readsColumnsThatStandInNoList() {
    assertEquals(
        List.of("a", "b"),
        names(
            """
            <urn:x:csv> csvw:tableSchema [ csvw:column <urn:x:1> , <urn:x:2> ] .
            <urn:x:1> csvw:name "a" . <urn:x:2> csvw:title "b"@de .
            """));
  }

  @Test
  void endsWhereAListTurnsInACircleOrBreaksOff() {
    assertEquals(
        List.of("a"),
        names(
            """
            <urn:x:csv> dct:conformsTo [ csvw:column <urn:x:cell> ] .
            <urn:x:cell> rdf:first [ csvw:name "a" ] ; rdf:rest <urn:x:cell> .
            """));
    assertEquals(
        List.of(),
        names("<urn:x:csv> dct:conformsTo [ csvw:column ( ) , \"a\" ] ; csvw:tableSchema \"b\" ."));
  }

  @Test
  void knowsAUnitInEitherFormOfSchemaOrg() {
    var graph =
        graph(
            """
            <urn:x:csv> dct:conformsTo [ csvw:column (
              [ csvw:name "a" ; <https://schema.org/unitText> "kW" ]
              [ csvw:name "b" ; <http://schema.org/unitText> "m" ] ) ] .
            """);
    assertEquals(
        List.of("kW", "m"),
        ColumnView.all(graph, Rdf.iri("urn:x:csv")).stream().map(ColumnView::unit).toList());
  }
}
