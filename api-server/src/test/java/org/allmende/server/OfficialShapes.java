package org.allmende.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Assumptions;

/**
 * The official shapes of DCAT-AP.de beside the repository, put together as the README of their
 * folder says: all files in one shapes graph, the data graph joined with ontologies and
 * vocabularies.
 */
final class OfficialShapes {

  private static final Path FOLDER =
      Path.of("..", "..", "shared", "conformance", "dcat-ap-de").normalize();

  /** A list that the shapes of 2.0 refer to, and that the copies of the vocabularies lack. */
  private static final String HASH_LIST = "http://dcat-ap.de/def/hashAlgorithms";

  private static final List<String> HASH_ALGORITHMS =
      List.of("md/1", "md/2", "md/5", "sha/1", "sha/224", "sha/256", "sha/384", "sha/512");

  private final Shapes shapes;
  private final Graph background = GraphFactory.createDefaultGraph();

  private OfficialShapes(String version) {
    var shapesGraph = GraphFactory.createDefaultGraph();
    read(shapesGraph, "shacl/" + version);
    shapesGraph.remove(Node.ANY, OWL.imports.asNode(), Node.ANY);
    shapesGraph.remove(Node.ANY, OWL.imports.asNode(), Node.ANY);
    shapes = Shapes.parse(shapesGraph);
    GraphUtil.addInto(background, shapesGraph);
    read(background, "ontologies");
    read(background, "vocab");
    HASH_ALGORITHMS.forEach(
        code ->
            background.add(
                NodeFactory.createURI(HASH_LIST + "/" + code),
                SKOS.inScheme.asNode(),
                NodeFactory.createURI(HASH_LIST)));
  }

  /** Loads them, or skips the test with one line when they are not there. */
  static OfficialShapes require() {
    return require("3.0");
  }

  /** The same for another version of DCAT-AP.de, {@code 2.0}. */
  static OfficialShapes require(String version) {
    if (!Files.isDirectory(FOLDER)) {
      System.out.println("Skipped: the official shapes are not beside the repository.");
      Assumptions.abort("no official shapes beside the repository");
    }
    return new OfficialShapes(version);
  }

  /** What the official shapes call a violation at a node of this page. */
  List<String> violations(Graph page) {
    var data = GraphFactory.createDefaultGraph();
    GraphUtil.addInto(data, background);
    GraphUtil.addInto(data, page);
    return ShaclValidator.get().validate(shapes, data).getEntries().stream()
        .filter(entry -> entry.severity().equals(Severity.Violation))
        .filter(entry -> isOn(page, entry.focusNode()))
        .map(OfficialShapes::text)
        .sorted()
        .toList();
  }

  private static boolean isOn(Graph page, Node node) {
    return page.contains(node, Node.ANY, Node.ANY) || page.contains(Node.ANY, Node.ANY, node);
  }

  private static String text(ReportEntry entry) {
    return entry.focusNode() + " " + entry.resultPath() + ": " + entry.message();
  }

  private static void read(Graph graph, String folder) {
    try (var files = Files.list(FOLDER.resolve(folder))) {
      files
          .filter(file -> !file.toString().endsWith(".txt"))
          .sorted()
          .forEach(file -> RDFDataMgr.read(graph, file.toUri().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
