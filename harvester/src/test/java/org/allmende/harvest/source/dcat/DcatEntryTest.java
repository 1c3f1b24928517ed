package org.allmende.harvest.source.dcat;

import static org.allmende.harvest.source.dcat.DcatTests.entriesOf;
import static org.allmende.harvest.source.dcat.DcatTests.keys;
import static org.allmende.harvest.source.dcat.DcatTests.turtle;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;

class DcatEntryTest {

  @Test
  void takesAllThatCanBeReachedFromADataset() throws IOException {
    var entry =
        entriesOf(
                """
                :a a dcat:Dataset ; dct:title "A" ; dct:publisher :p ;
                  dcat:distribution [ a dcat:Distribution ; dcat:accessURL <http://x.example/a> ] .
                :p foaf:name "Amt" ; dct:isPartOf [ foaf:name "Stadt" ] .
                :other foaf:name "nobody's" .
                """)
            .getFirst();

    assertGraph(
        """
        :a a dcat:Dataset ; dct:title "A" ; dct:publisher :p ;
          dcat:distribution [ a dcat:Distribution ; dcat:accessURL <http://x.example/a> ] .
        :p foaf:name "Amt" ; dct:isPartOf [ foaf:name "Stadt" ] .
        """,
        entry.graph());
  }

  @Test
  void leavesOutTheCatalogAndWhatIsOnlyTheCatalogs() throws IOException {
    var entry =
        entriesOf(
                """
                :c a dcat:Catalog ; dct:publisher :owner ; dcat:dataset :a .
                :owner foaf:name "Land" .
                :a a dcat:Dataset ; dct:title "A" ; dcat:inCatalog :c .
                """)
            .getFirst();

    assertGraph(":a a dcat:Dataset ; dct:title \"A\" ; dcat:inCatalog :c .", entry.graph());
  }

  @Test
  void keepsTheLinkToASiblingWithoutItsDescription() throws IOException {
    var entries =
        entriesOf(
            """
            :a a dcat:Dataset ; dct:title "A" ; dct:relation :b .
            :b a dcat:Dataset ; dct:title "B" ; dct:relation :a .
            """);

    assertEquals(2, entries.size());
    assertGraph(
        ":a a dcat:Dataset ; dct:title \"A\" ; dct:relation :b .", entries.getFirst().graph());
    assertGraph(
        ":b a dcat:Dataset ; dct:title \"B\" ; dct:relation :a .", entries.getLast().graph());
  }

  @Test
  void describesASiblingWithoutIriWhereItIsMentioned() throws IOException {
    var entries =
        entriesOf(
            """
            :a a dcat:Dataset ; dct:title "A" ; dct:source [ a dcat:Dataset ; dct:title "B" ] .
            """);

    assertEquals(List.of("https://katalog.example/a", "B"), keys(entries));
    assertGraph(
        ":a a dcat:Dataset ; dct:title \"A\" ; dct:source [ a dcat:Dataset ; dct:title \"B\" ] .",
        entries.getFirst().graph());
  }

  @Test
  void neverTakesThePagingNode() throws IOException {
    var entry =
        entriesOf(
                """
                :a a dcat:Dataset ; dct:title "A" ; :seenOn :page .
                :page a hydra:PagedCollection ; hydra:totalItems 1 .
                """)
            .getFirst();

    assertGraph(":a a dcat:Dataset ; dct:title \"A\" ; :seenOn :page .", entry.graph());
  }

  @Test
  void doesNotChangeOldNamespaces() throws IOException {
    var old = "<http://dcat-ap.de/def/dcatde/1_0/contributorID>";

    var entry = entriesOf(":a a dcat:Dataset ; " + old + " <http://x.example/id> .").getFirst();

    assertGraph(":a a dcat:Dataset ; " + old + " <http://x.example/id> .", entry.graph());
  }

  @Test
  void takesANodeThatIsOnlyTypedAsAReference() throws IOException {
    var entries = entriesOf(":a a dcat:Dataset ; dct:title \"A\" . :b a dcat:Dataset .");

    assertEquals(List.of("https://katalog.example/a"), keys(entries));
  }

  @Test
  void numbersUnnamedDatasetsOfOneTitleByWhatTheySay() throws IOException {
    var entries =
        entriesOf(
            """
            [] a dcat:Dataset ; dct:title "T" ; dct:description "z" .
            [] a dcat:Dataset ; dct:title "T" ; dct:description "a" .
            """);

    assertEquals(List.of("T", "T (2)"), keys(entries));
    assertTrue(entries.getFirst().graph().stream().anyMatch(t -> t.toString().contains("\"a\"")));
  }

  private static void assertGraph(String expected, Graph actual) {
    assertTrue(turtle(expected).isIsomorphicWith(actual), () -> "got " + actual);
  }
}
