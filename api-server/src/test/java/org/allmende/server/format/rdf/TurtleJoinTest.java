package org.allmende.server.format.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.allmende.catalog.model.Triples;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurtleJoinTest {
  private static final String PREFIX = "PREFIX dct: <http://purl.org/dc/terms/>\n\n";

  private final TurtleJoin join = new TurtleJoin(RdfFormat.TURTLE.write(sink -> {}));

  @Test
  void keepsBlankNodesOfTwoDocumentsApart() {
    var text = PREFIX + "<urn:a:1> dct:spatial _:b0 . _:b0 dct:title \"x\" .\n";

    assertTrue(add(text));
    assertTrue(add(text.replace("urn:a:1", "urn:a:2")));

    assertEquals(4, joined().size());
  }

  @Test
  void leavesTextsAsTheyAre() {
    var text =
        PREFIX
            + """
            <urn:a:1> dct:title "see _:b0 in <a b>\\" # 'x'" , "" , \"""two "lines"
             _:b0 # <c d>\""" , "end \\\\"@de ; dct:a_\\'b "c" ; dct:spatial _:b0 .
            """;

    assertTrue(add(text));

    assertTrue(joined().isIsomorphicWith(parsed(text)));
  }

  @Test
  void readsOurPrefixesInBothSpellings() {
    assertTrue(add(PREFIX + "<urn:a:1> dct:title \"x\" .\n"));
    assertTrue(add("@prefix dct:  <http://purl.org/dc/terms/> .\n<urn:a:2> dct:title \"x\" .\n"));

    assertEquals(2, joined().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PREFIX dct: <http://other.example/>\n<urn:a:1> dct:title \"x\" .",
        "PREFIX mine: <http://other.example/>\n<urn:a:1> mine:title \"x\" .",
        "<urn:a:1> dct:title <https://a.example/a b> .",
        "<relative> dct:title \"x\" .",
        "<urn:a:1> dct:title \"open .",
        "<urn:a:1> dct:title 'other' .",
        "BASE <http://other.example/>\n<urn:a:1> dct:title \"x\" .",
      })
  void refusesWhatItCannotTakeAsItIs(String text) {
    var before = joined();

    assertFalse(add(text));

    assertTrue(before.isIsomorphicWith(joined()));
  }

  @Test
  void takesWhateverOurWriterWrites() {
    var graph =
        parsed(
            PREFIX
                + """
                <urn:a:1> dct:title "a\\r\\n\\t\\"\\\\ 'b' _:b0"@de, "\\u0001", \"""a "b" c\""" ;
                  dct:spatial [ dct:title "<a b>" ; dct:spatial [] ] ; dct:a\\'b 1, 2.5, true .
                """);

    assertTrue(join.add(RdfFormat.TURTLE.write(Triples.of(graph))));

    assertTrue(joined().isIsomorphicWith(graph));
  }

  private boolean add(String turtle) {
    return join.add(turtle.getBytes(StandardCharsets.UTF_8));
  }

  private Graph joined() {
    return parsed(new String(join.toBytes(), StandardCharsets.UTF_8));
  }

  private static Graph parsed(String turtle) {
    var graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
    return graph;
  }
}
