package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.harvest.fetch.RunNotes;
import org.allmende.harvest.source.dcat.DcatDocuments;
import org.allmende.vocab.HYDRA;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every dataset of every official example goes in and comes out of {@code profiles=raw} as it was
 * (DESIGN 2, promise 1). What must come out is computed here from the document alone.
 */
class ConformanceRoundTripIT {
  private static final Path EXAMPLES =
      Path.of("..", "..", "shared", "conformance", "dcat-ap-de", "examples").normalize();

  @Test
  void everyExampleComesOutAsItWentIn(@TempDir Path folder) throws Exception {
    OfficialShapes.require();
    var seen = 0;
    try (var server = RunningServer.start(folder)) {
      for (var file : examples()) {
        seen += roundTrip(server, file);
      }
    }
    assertTrue(seen >= 20, "only " + seen + " datasets in all examples");
  }

  private static List<Path> examples() throws IOException {
    try (var files = Files.walk(EXAMPLES)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static int roundTrip(RunningServer server, Path file) throws Exception {
    var document = GraphFactory.createDefaultGraph();
    RDFDataMgr.read(document, file.toUri().toString());
    var read = Documents.read(file.toString(), new RunNotes());
    assertTrue(read.isIsomorphicWith(document), () -> file + " is read otherwise");
    var count = 0;
    for (var entry : DcatDocuments.split(read, new RunNotes())) {
      var description = DcatDocuments.describe(entry, "", server.server().catalog().identity());
      var record = CatalogRecord.own(server.server().catalog().clock().instant());
      server
          .server()
          .catalog()
          .publish(List.of(Submission.of(description, record)), Optional.empty());
      if (entry.uri().isPresent()) {
        var id = server.server().catalog().find(description.uri()).orElseThrow().addresses().id();
        var answer = server.get("/dataset/" + id + ".nt?profiles=raw");
        assertEquals(200, answer.statusCode(), () -> file + ": " + description.uri());
        var raw = RunningServer.parse(answer.body(), Lang.NTRIPLES);
        var expected = reachable(document, description.uri().node());
        assertTrue(
            raw.isIsomorphicWith(expected),
            () -> file + ": " + description.uri() + "\n" + raw + "\n" + expected);
        count++;
      }
    }
    return count;
  }

  /** dcat-ap-de.md 2.6, forward; catalogs, pages and other datasets are named, not described. */
  private static Graph reachable(Graph document, Node dataset) {
    var borders = borders(document);
    var found = GraphFactory.createDefaultGraph();
    var open = new ArrayDeque<Node>(List.of(dataset));
    var done = new HashSet<Node>();
    while (!open.isEmpty()) {
      var node = open.pop();
      if (done.add(node) && (node.equals(dataset) || !borders.contains(node))) {
        document.stream(node, Node.ANY, Node.ANY).forEach(found::add);
        document.stream(node, Node.ANY, Node.ANY).map(Triple::getObject).forEach(open::push);
      }
    }
    return found;
  }

  private static Set<Node> borders(Graph document) {
    var borders = new HashSet<Node>();
    for (var type :
        List.of(
            DCAT.Dataset.asNode(),
            DCAT.Catalog.asNode(),
            HYDRA.PagedCollection,
            HYDRA.PartialCollectionView)) {
      document.stream(Node.ANY, RDF.type.asNode(), type)
          .map(Triple::getSubject)
          .filter(Node::isURI)
          .forEach(borders::add);
    }
    document.stream(Node.ANY, DCAT.dataset.asNode(), Node.ANY)
        .map(Triple::getSubject)
        .forEach(borders::add);
    return borders;
  }
}
