package org.allmende.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.junit.jupiter.api.Assumptions;

/**
 * The official shapes of DCAT-AP.de 3.0 beside the repository, put together as the README of their
 * folder says: all files in one shapes graph, the data graph joined with ontologies and
 * vocabularies.
 */
final class OfficialShapes {

  private static final Path FOLDER =
      Path.of("..", "..", "shared", "conformance", "dcat-ap-de").normalize();

  private final Shapes shapes;
  private final Graph background = GraphFactory.createDefaultGraph();

  private OfficialShapes() {
    var shapesGraph = GraphFactory.createDefaultGraph();
    read(shapesGraph, "shacl/3.0");
    shapesGraph.remove(Node.ANY, OWL.imports.asNode(), Node.ANY);
    shapes = Shapes.parse(shapesGraph);
    GraphUtil.addInto(background, shapesGraph);
    read(background, "ontologies");
    read(background, "vocab");
    background.remove(Node.ANY, OWL.imports.asNode(), Node.ANY);
  }

  /** Loads them, or skips the test with one line when they are not there. */
  static OfficialShapes require() {
    if (!Files.isDirectory(FOLDER)) {
      System.out.println("Skipped: the official shapes are not beside the repository.");
      Assumptions.abort("no official shapes beside the repository");
    }
    return new OfficialShapes();
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
