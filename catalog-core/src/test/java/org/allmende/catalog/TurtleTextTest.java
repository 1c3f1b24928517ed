package org.allmende.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.allmende.catalog.model.AwkwardGraph;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;

class TurtleTextTest {

  @Test
  void givesBackEveryTermToTheLastCharacter() {
    var graph = AwkwardGraph.create();
    var packed = TurtleText.pack(graph);
    var read = TurtleText.parse(packed);
    assertTrue(graph.isIsomorphicWith(read), () -> text(graph) + "\nbecame\n" + read);
  }

  @Test
  void writesABlockForEachSubjectAndOnlyPrefixesThatOccur() {
    var graph =
        TestCatalog.description(
                "https://a.example/1",
                """
                <https://a.example/1> dct:title "B"@de ; a dcat:Dataset ;
                  dct:issued "2026-03-01"^^xsd:date ; dct:publisher <https://a.example/0> .
                <https://a.example/0> foaf:name "A" .
                """)
            .graph();
    assertEquals(
        """
        @prefix dcat: <http://www.w3.org/ns/dcat#> .
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix foaf: <http://xmlns.com/foaf/0.1/> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

        <https://a.example/0>
          foaf:name "A" .

        <https://a.example/1>
          a dcat:Dataset ;
          dct:issued "2026-03-01"^^xsd:date ;
          dct:publisher <https://a.example/0> ;
          dct:title "B"@de .

        """,
        text(graph));
  }

  private static String text(Graph graph) {
    return new String(TurtleText.unpack(TurtleText.pack(graph)), StandardCharsets.UTF_8);
  }
}
