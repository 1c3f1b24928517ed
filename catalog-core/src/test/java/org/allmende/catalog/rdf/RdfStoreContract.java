package org.allmende.catalog.rdf;

import static org.allmende.catalog.TestCatalog.valid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.TestCatalog;
import org.allmende.catalog.ledger.Following;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every RDF store promises. An implementation extends it in three lines. */
abstract class RdfStoreContract {

  private static final String TITLES =
      "SELECT ?t { ?d a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> ?t }"
          + " ORDER BY ?t";

  private static final String CONTACTS =
      "SELECT (count(DISTINCT ?c) AS ?n) { ?d <http://www.w3.org/ns/dcat#contactPoint> ?c }";

  /** A second contact point that nothing tells from the one it has. */
  private static final String TWIN =
      "<https://other.example/a> dcat:contactPoint"
          + " [ a vcard:Kind ; vcard:fn \"Team\" ; vcard:hasEmail <mailto:a@b.example> ] .";

  @TempDir Path folder;
  TestCatalog test;
  Following<? extends RdfStore> store;

  /** Starts to follow the catalog's ledger. */
  abstract Following<? extends RdfStore> follow(TestCatalog catalog);

  @BeforeEach
  void open() {
    test = new TestCatalog(folder);
    store = follow(test);
  }

  @AfterEach
  void close() {
    store.close();
    test.close();
  }

  @Test
  void answersOverTheUnionOfAllDatasets() {
    test.published(valid("a", "A", ""));
    test.published(valid("b", "B", ""));
    assertEquals("t\r\nA\r\nB\r\n", ask(TITLES, "text/csv", 100));
  }

  @Test
  void keepsEachDatasetInAGraphOfItsName() {
    test.published(valid("a", "A", ""));
    assertEquals(
        "g\r\nhttps://other.example/a\r\n",
        ask("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", "text/csv", 100));
  }

  @Test
  void replacesAndForgets() {
    test.published(valid("a", "A", ""));
    var changed = test.published(valid("a", "Neu", ""));
    assertEquals("t\r\nNeu\r\n", ask(TITLES, "text/csv", 100));
    test.catalog.withdraw(List.of(changed.uri()), Optional.empty());
    assertEquals("t\r\n", ask(TITLES, "text/csv", 100));
  }

  @Test
  void answersTheSameAfterARebuild() {
    test.published(valid("a", "A", TWIN));
    test.published(valid("b", "B", ""));
    var before = ask(CONTACTS, "text/csv", 100);
    store.rebuild();
    while (store.rebuilds() == 0) {
      assertEquals("t\r\nA\r\nB\r\n", ask(TITLES, "text/csv", 100));
    }
    assertEquals("t\r\nA\r\nB\r\n", ask(TITLES, "text/csv", 100));
    assertEquals(before, ask(CONTACTS, "text/csv", 100));
    assertEquals(test.lastSequence(), store.position());
  }

  @Test
  void keepsBlankNodesThatLookAlikeApart() {
    test.published(valid("a", "A", TWIN));
    test.published(valid("b", "B", TWIN.replace("/a>", "/b>")));
    assertEquals("n\r\n4\r\n", ask(CONTACTS, "text/csv", 100));
    test.published(valid("a", "Neu", TWIN));
    assertEquals("n\r\n4\r\n", ask(CONTACTS, "text/csv", 100));
    test.published(valid("a", "Neuer", ""));
    assertEquals("n\r\n3\r\n", ask(CONTACTS, "text/csv", 100));
  }

  @Test
  void replacesANumberWrittenInAnotherWay() {
    var size = "<https://other.example/a/csv> dcat:byteSize %s .";
    test.published(valid("a", "A", size.formatted("\"7\"^^xsd:nonNegativeInteger")));
    test.published(valid("a", "A", size.formatted("\"07\"^^xsd:nonNegativeInteger")));
    var sum = "SELECT (sum(?n) AS ?s) { ?d <http://www.w3.org/ns/dcat#byteSize> ?n }";
    assertEquals("s\r\n7\r\n", ask(sum, "text/csv", 100));
  }

  @Test
  void cutsALongAnswer() {
    for (var i = 0; i < 5; i++) {
      test.published(valid("d" + i, "T" + i, ""));
    }
    assertEquals(3, ask(TITLES, "text/csv", 2).lines().count());
  }

  @Test
  void answersYesOrNoAndTriples() {
    test.published(valid("a", "A", ""));
    assertTrue(ask("ASK { ?s ?p ?o }", "application/sparql-results+json", 10).contains("true"));
    assertTrue(
        ask("CONSTRUCT WHERE { ?s a <http://www.w3.org/ns/dcat#Dataset> }", "text/turtle", 10)
            .contains("other.example/a"));
  }

  @Test
  void neverAsksOtherHosts() {
    var error =
        assertThrows(
            SparqlException.class,
            () ->
                ask(
                    "SELECT * { { SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } } } }",
                    "text/csv",
                    10));
    assertEquals(SparqlException.Reason.FORBIDDEN, error.reason());
  }

  @Test
  void namesThePlaceOfASyntaxError() {
    var error = assertThrows(SparqlException.class, () -> ask("SELECT ?x {", "text/csv", 10));
    assertEquals(SparqlException.Reason.SYNTAX, error.reason());
    assertTrue(error.toString().contains("line 1"), error.toString());
  }

  @Test
  void endsAQueryThatTakesTooLong() {
    for (var i = 0; i < 20; i++) {
      test.published(valid("d" + i, "T" + i, ""));
    }
    var runaway = "SELECT (count(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
    var error =
        assertThrows(
            SparqlException.class, () -> ask(runaway, "text/csv", 10, Duration.ofMillis(50)));
    assertEquals(SparqlException.Reason.TIMEOUT, error.reason());
  }

  private String ask(String query, String mediaType, long maxRows) {
    return ask(query, mediaType, maxRows, Duration.ofSeconds(30));
  }

  private String ask(String query, String mediaType, long maxRows, Duration timeout) {
    try {
      assertTrue(store.await(test.lastSequence(), Duration.ofSeconds(20)));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    var out = new ByteArrayOutputStream();
    var parsed = SparqlQuery.parse(query, List.of(), List.of());
    store.ask(
        follower -> {
          follower.answer(parsed, mediaType, timeout, maxRows, out);
          return true;
        });
    return out.toString(StandardCharsets.UTF_8);
  }
}
