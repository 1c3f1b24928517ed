package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.HYDRA;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.vocabulary.DCAT;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HydraWalkIT {
  @TempDir private Path directory;
  @AutoClose private RunningServer server;

  @BeforeEach
  void start() {
    server = RunningServer.start(directory, "catalog.page-size", "3");
  }

  @Test
  void seesEachDatasetExactlyOnce() throws Exception {
    publish(0, 10);

    var walked = walk("/catalog.ttl");

    assertEquals(10, walked.size());
    assertEquals(10, new HashSet<>(walked).size());
  }

  @Test
  void seesEachDatasetExactlyOnceWhileOthersArePublished() throws Exception {
    publish(0, 12);
    var isDone = new AtomicBoolean();
    var writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (var i = 12; !isDone.get() && i < 200; i++) {
                    publish(i, i + 1);
                    server.publish(
                        "d" + i % 12, "<https://daten.example/x" + i + "> a dct:Location .");
                  }
                });

    var walked = walk("/catalog.ttl");
    isDone.set(true);
    writer.join();

    assertEquals(walked.size(), new HashSet<>(walked).size());
    for (var i = 0; i < 12; i++) {
      assertTrue(walked.contains("https://daten.example/d" + i), "d" + i + " was not seen");
    }
  }

  @Test
  void saysTheSameInEverySyntax() throws Exception {
    publish(0, 4);
    server.publish(
        "blank",
        "<https://daten.example/blank> dct:spatial [ a dct:Location ; locn:geometry [] ] .");
    var turtle = server.get("/catalog.ttl?page=2&after=3").body();

    for (var syntax :
        Map.of("rdf", Lang.RDFXML, "nt", Lang.NTRIPLES, "jsonld", Lang.JSONLD).entrySet()) {
      var other = server.get("/catalog." + syntax.getKey() + "?page=2&after=3").body();
      var same = turtle.replace("/catalog.ttl", "/catalog." + syntax.getKey());

      assertTrue(
          RunningServer.parse(same, Lang.TURTLE)
              .isIsomorphicWith(RunningServer.parse(other, syntax.getValue())),
          other);
    }
  }

  @Test
  void answersNotModifiedUntilSomethingIsPublished() throws Exception {
    publish(0, 2);
    var first = server.get("/catalog.rdf");
    var tag = first.headers().firstValue("ETag").orElseThrow();

    var again = server.get("/catalog.rdf", "If-None-Match", tag);
    publish(2, 3);
    var changed = server.get("/catalog.rdf", "If-None-Match", tag);

    assertEquals(304, again.statusCode());
    assertEquals(200, changed.statusCode());
    assertFalse(tag.equals(server.get("/catalog.ttl").headers().firstValue("ETag").orElseThrow()));
  }

  @Test
  void writesAPageWithTheSameBytesEachTime() throws Exception {
    server.publish("a", "<https://daten.example/a> dct:spatial [ a dct:Location ] .");

    for (var suffix : List.of("rdf", "ttl", "nt")) {
      assertEquals(
          server.get("/catalog." + suffix).body(), server.get("/catalog." + suffix).body());
    }
  }

  @Test
  void leadsFromTheFirstPageToTheNextAndTheLast() throws Exception {
    publish(0, 7);

    var page = page(server.address("/catalog.ttl"));
    var node = Rdf.instances(page, HYDRA.PartialCollectionView).getFirst();

    assertEquals(url("/catalog.ttl?page=1"), node.getURI());
    assertEquals(List.of(node), Rdf.instances(page, HYDRA.PagedCollection));
    assertEquals(url("/catalog.ttl?page=1"), literal(page, node, HYDRA.first));
    assertEquals(url("/catalog.ttl?page=1"), literal(page, node, HYDRA.firstPage));
    assertEquals(url("/catalog.ttl?page=3"), literal(page, node, HYDRA.last));
    assertEquals(url("/catalog.ttl?page=2&after=3"), literal(page, node, HYDRA.next));
    assertEquals(url("/catalog.ttl?page=2&after=3"), literal(page, node, HYDRA.nextPage));
    assertFalse(page.contains(node, HYDRA.previous, Node.ANY));
    assertEquals("7", literal(page, node, HYDRA.totalItems));
    assertEquals("3", literal(page, node, HYDRA.itemsPerPage));
  }

  @Test
  void endsWithoutNext() throws Exception {
    publish(0, 3);

    var page = page(server.address("/catalog.ttl"));

    assertFalse(page.contains(Node.ANY, HYDRA.next, Node.ANY));
    assertFalse(page.contains(Node.ANY, HYDRA.nextPage, Node.ANY));
  }

  @Test
  void answersAPageAfterTheLastWithoutDatasets() throws Exception {
    publish(0, 2);

    var answer = server.get("/catalog.ttl?page=9");
    var page = RunningServer.parse(answer.body(), Lang.TURTLE);

    assertEquals(200, answer.statusCode());
    assertEquals(List.of(), Rdf.instances(page, DCAT.Dataset.asNode()));
    assertEquals(1, Rdf.instances(page, DCAT.Catalog.asNode()).size());
    assertEquals(1, Rdf.instances(page, HYDRA.PagedCollection).size());
    assertFalse(page.contains(Node.ANY, HYDRA.next, Node.ANY));
  }

  @Test
  void keepsTheOtherParametersInEveryAddress() throws Exception {
    publish(0, 4);

    var page = page(server.address("/catalog.ttl?profiles=raw&modified_since=2020-01-01"));
    var node = Rdf.instances(page, HYDRA.PagedCollection).getFirst();

    assertEquals(
        url("/catalog.ttl?profiles=raw&modified_since=2020-01-01&page=2&after=3"),
        literal(page, node, HYDRA.next));
    assertEquals(
        url("/catalog.ttl?profiles=raw&modified_since=2020-01-01&page=2"),
        literal(page, node, HYDRA.last));
  }

  @Test
  void numbersAPageThatBeginsAfterAnOrdinal() throws Exception {
    publish(0, 7);

    var page = page(server.address("/catalog.ttl?page=2&after=5"));
    var node = Rdf.instances(page, HYDRA.PagedCollection).getFirst();

    assertEquals(2, Rdf.instances(page, DCAT.Dataset.asNode()).size());
    assertEquals(url("/catalog.ttl?page=1"), literal(page, node, HYDRA.previous));
  }

  @Test
  void endsAPageEarlyBeforeItIsTooLarge() throws Exception {
    server.close();
    server =
        RunningServer.start(
            directory, "catalog.page-size", "100", "limits.harvest-page-size", "9KiB");
    publish(0, 20);

    var first = server.get("/catalog.ttl");
    var walked = walk("/catalog.ttl");

    assertTrue(first.body().length() <= 9 * 1024);
    assertEquals(20, walked.size());
    assertEquals(20, new HashSet<>(walked).size());
  }

  private void publish(int from, int to) {
    for (var i = from; i < to; i++) {
      server.publish("d" + i);
    }
  }

  /** Follows {@code hydra:next} to the end, as the national portal does; answers what it saw. */
  private List<String> walk(String path) throws Exception {
    var seen = new ArrayList<String>();
    var next = server.address(path);
    while (next != null) {
      var page = page(next);
      Rdf.instances(page, DCAT.Dataset.asNode()).forEach(dataset -> seen.add(dataset.getURI()));
      next =
          Rdf.instances(page, HYDRA.PartialCollectionView).stream()
              .flatMap(node -> Rdf.literal(page, node, HYDRA.next).stream())
              .findFirst()
              .map(address -> address.replace(server.server().url(), server.address("")))
              .orElse(null);
    }
    return seen;
  }

  private Graph page(String address) throws Exception {
    var answer = server.get(address.substring(server.address("").length()));
    assertEquals(200, answer.statusCode(), answer.body());
    return RunningServer.parse(answer.body(), Lang.TURTLE);
  }

  private String url(String path) {
    return server.server().url() + path;
  }

  private static String literal(Graph graph, Node subject, Node property) {
    return Rdf.literal(graph, subject, property).orElse("nothing");
  }
}
