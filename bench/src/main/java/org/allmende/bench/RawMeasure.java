package org.allmende.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.allmende.bench.Workloads.Question;
import org.apache.jena.riot.RDFFormat;

/**
 * The ceilings inside one process.
 *
 * @param searchesPerSecond of raw Lucene, all cores
 * @param pagesPerSecond of 100 datasets as plain RDF/XML, the faster kind, one thread
 */
record RawMeasure(double searchesPerSecond, double pagesPerSecond) {

  private static final int PAGES = 20;
  private static final int PAGE_SIZE = 100;

  /** Measures and reports. */
  static RawMeasure run(
      BenchCatalog catalog,
      CatalogGenerator generator,
      List<Question> questions,
      ResultTable results)
      throws IOException, InterruptedException {
    var searches = lucene(generator, catalog.size(), questions, results);
    var pages = RawJena.pages(catalog.catalog(), PAGES, PAGE_SIZE);
    var rdfXml = RawJena.pagesPerSecond(pages, RDFFormat.RDFXML_PLAIN);
    results.add("raw Jena, page of 100 as RDF/XML, plain", ResultTable.rate(rdfXml, "pages"));
    for (var format :
        List.of(RDFFormat.RDFXML_PRETTY, RDFFormat.TURTLE_PRETTY, RDFFormat.TURTLE_BLOCKS)) {
      results.add(
          "raw Jena, page of 100 as " + format,
          ResultTable.rate(RawJena.pagesPerSecond(pages, format), "pages"));
    }
    results.add(
        "raw Jena, Turtle parser, one thread",
        ResultTable.rate(RawJena.parsedPerSecond(catalog.catalog(), 4_000), "datasets"));
    return new RawMeasure(searches, rdfXml);
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
