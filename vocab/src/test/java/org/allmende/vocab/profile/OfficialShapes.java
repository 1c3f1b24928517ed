package org.allmende.vocab.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.junit.jupiter.api.Assumptions;

/**
 * The official shapes of a profile as the README of the conformance folder puts them together. They
 * are no part of this repository, and looked for beside it in {@code ../shared/conformance}.
 */
final class OfficialShapes {

  /** Beside the repository; the tests of a module run in its folder. */
  static final Path CONFORMANCE =
      Path.of("..", "..", "shared", "conformance", "dcat-ap-de").normalize();

  private final org.apache.jena.shacl.Shapes shapes;
  private final Graph data = GraphFactory.createDefaultGraph();
  private final Predicate<ReportEntry> counts;

  /**
   * The shapes of a folder.
   *
   * @param folder below {@code shacl}, such as {@code 3.0}
   * @param page the document that will be validated, unchanged
   * @param counts which violations count
   */
  OfficialShapes(String folder, Graph page, Predicate<ReportEntry> counts) {
    this.counts = counts;
    var shapesGraph = GraphFactory.createDefaultGraph();
    files(CONFORMANCE.resolve("shacl").resolve(folder))
        .forEach(file -> RDFDataMgr.read(shapesGraph, file.toUri().toString()));
    shapesGraph.remove(Node.ANY, OWL.imports.asNode(), Node.ANY);
    shapes = org.apache.jena.shacl.Shapes.parse(shapesGraph);
    GraphUtil.addInto(data, shapesGraph);
    for (var vocabulary : List.of("ontologies", "vocab")) {
      files(CONFORMANCE.resolve(vocabulary)).stream()
          .filter(file -> !file.toString().endsWith(".txt"))
          .forEach(file -> RDFDataMgr.read(data, file.toUri().toString()));
    }
    data.remove(Node.ANY, OWL.imports.asNode(), Node.ANY);
    GraphUtil.addInto(data, page);
  }

  OfficialShapes(String folder, Graph page) {
    this(folder, page, entry -> true);
  }

  /** Lets the official shapes know what the copies of the vocabularies lack. */
  OfficialShapes knowing(Graph more) {
    GraphUtil.addInto(data, more);
    return this;
  }

  /** Skips the test, with one line, where they are not at hand. */
  static void require() {
    var present = Files.isDirectory(CONFORMANCE);
    if (!present) {
      System.out.println("skipped: the official shapes are not at hand beside the repository");
    }
    Assumptions.assumeTrue(present);
  }

  void apply(Mutations.Change change) {
    Mutations.apply(data, change);
  }

  /** Violations at nodes of the page; those inside ontologies and vocabularies do not count. */
  Set<String> violations(Graph page) {
    var messages = new TreeSet<String>();
    ShaclValidator.get().validate(shapes, data).getEntries().stream()
        .filter(entry -> entry.severity().equals(Severity.Violation))
        .filter(counts)
        .filter(entry -> isOn(page, entry.focusNode()))
        .map(ReportEntry::message)
        .forEach(messages::add);
    return messages;
  }

  private static boolean isOn(Graph page, Node node) {
    return page.contains(node, Node.ANY, Node.ANY) || page.contains(Node.ANY, Node.ANY, node);
  }

  static Graph load(Path file) {
    var graph = GraphFactory.createDefaultGraph();
    RDFDataMgr.read(graph, file.toUri().toString());
    return graph;
  }

  /** All files below a folder, in the order of their names. */
  static List<Path> files(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
