package org.allmende.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.allmende.bench.Workloads.Question;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;

/**
 * The ceilings inside one process; one that was not measured is 0.
 *
 * @param searchesPerSecond of raw Lucene, all cores
 * @param rdfXmlPerSecond pages of 100 datasets as plain RDF/XML, the faster kind, one thread
 * @param turtlePerSecond the same as Turtle in blocks, the faster kind
 */
record RawMeasure(double searchesPerSecond, double rdfXmlPerSecond, double turtlePerSecond) {

  private static final int PAGES = 20;
  private static final int PAGE_SIZE = 100;

  /** Measures and reports all of it. */
  static RawMeasure run(
      BenchCatalog catalog,
      CatalogGenerator generator,
      List<Question> questions,
      ResultTable results)
      throws IOException, InterruptedException {
    var searches = lucene(generator, catalog.size(), questions, results);
    var raw = pages(catalog, results);
    results.add(
        "raw Jena, Turtle parser, one thread",
        ResultTable.rate(RawJena.parsedPerSecond(catalog.catalog(), 4_000), "datasets"));
    return new RawMeasure(searches, raw.rdfXmlPerSecond(), raw.turtlePerSecond());
  }

  /** Measures and reports what a search costs at least. */
  static RawMeasure searches(
      BenchCatalog catalog,
      CatalogGenerator generator,
      List<Question> questions,
      ResultTable results)
      throws IOException, InterruptedException {
    return new RawMeasure(lucene(generator, catalog.size(), questions, results), 0, 0);
  }

  /** Measures and reports what a page for harvesters costs at least. */
  static RawMeasure pages(BenchCatalog catalog, ResultTable results) {
    var pages = RawJena.pages(catalog.catalog(), PAGES, PAGE_SIZE);
    return new RawMeasure(
        0,
        pages(pages, RDFFormat.RDFXML_PLAIN, RDFFormat.RDFXML_PRETTY, results),
        pages(pages, RDFFormat.TURTLE_BLOCKS, RDFFormat.TURTLE_PRETTY, results));
  }

  private static double pages(
      List<Graph> pages, RDFFormat fast, RDFFormat pretty, ResultTable results) {
    for (var format : List.of(pretty, fast)) {
      results.add(
          "raw Jena, page of " + PAGE_SIZE + " as " + format,
          ResultTable.rate(RawJena.pagesPerSecond(pages, format), "pages"));
    }
    return RawJena.pagesPerSecond(pages, fast);
  }

  /** Together with what another measured. */
  RawMeasure and(RawMeasure other) {
    return new RawMeasure(
        Math.max(searchesPerSecond, other.searchesPerSecond),
        Math.max(rdfXmlPerSecond, other.rdfXmlPerSecond),
        Math.max(turtlePerSecond, other.turtlePerSecond));
  }

  private static double lucene(
      CatalogGenerator generator, int count, List<Question> questions, ResultTable results)
      throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("allmende-bench");
    try (var lucene = RawLucene.build(generator, count, folder)) {
      var one = lucene.searchesPerSecond(questions, 1);
      var cores = Runtime.getRuntime().availableProcessors();
      var all = lucene.searchesPerSecond(questions, cores);
      results.add(
          "raw Lucene, 3 words + 2 filters + 6 facets, 1 and " + cores + " threads",
          ResultTable.rate(one, "searches") + ", " + ResultTable.rate(all, "searches"));
      return all;
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
