package org.allmende.bench;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.Submission;
import org.allmende.vocab.Prefixes;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.graph.GraphFactory;

/** What Jena alone can do: the ceilings of everything that reads or writes RDF. */
final class RawJena {

  private RawJena() {}

  /** Descriptions written as pretty Turtle, by all cores. */
  static double turtlePerSecond(List<Submission> submissions) {
    var graphs =
        submissions.stream().map(s -> withPrefixes(List.of(s.description().graph()))).toList();
    graphs.parallelStream().forEach(graph -> write(graph, RDFFormat.TURTLE_PRETTY));
    var begun = System.nanoTime();
    graphs.parallelStream().forEach(graph -> write(graph, RDFFormat.TURTLE_PRETTY));
    return graphs.size() / ((System.nanoTime() - begun) / 1e9);
  }

  /** Stored descriptions parsed from Turtle, by one thread. */
  static double parsedPerSecond(Catalog catalog, int count) {
    var texts = catalog.entriesAfter(0, count, true).stream().map(catalog::turtle).toList();
    texts.forEach(RawJena::parse);
    var begun = System.nanoTime();
    texts.forEach(RawJena::parse);
    return texts.size() / ((System.nanoTime() - begun) / 1e9);
  }

  private static void parse(byte[] turtle) {
    RDFParser.source(new ByteArrayInputStream(turtle))
        .lang(Lang.TURTLE)
        .checking(false)
        .parse(StreamRDFLib.sinkNull());
  }

  /** Pages of so many descriptions written from graphs in memory, by one thread. */
  static double pagesPerSecond(List<Graph> pages, RDFFormat format) {
    var rounds = Math.max(1, 40 / pages.size());
    IntStream.range(0, rounds).forEach(i -> pages.forEach(page -> write(page, format)));
    var begun = System.nanoTime();
    IntStream.range(0, rounds).forEach(i -> pages.forEach(page -> write(page, format)));
    return rounds * pages.size() / ((System.nanoTime() - begun) / 1e9);
  }

  /** The first pages of a catalog as graphs. */
  static List<Graph> pages(Catalog catalog, int pages, int size) {
    var made = new ArrayList<Graph>();
    var after = 0L;
    for (var i = 0; i < pages; i++) {
      var entries = catalog.entriesAfter(after, size, true);
      if (entries.isEmpty()) {
        return made;
      }
      after = entries.getLast().addresses().ordinal();
      made.add(withPrefixes(entries.stream().map(entry -> view(catalog, entry)).toList()));
    }
    return made;
  }

  private static Graph view(Catalog catalog, CatalogEntry entry) {
    return catalog.describe(entry, org.allmende.vocab.profile.Profile.DCAT_AP_DE).graph();
  }

  private static Graph withPrefixes(List<Graph> parts) {
    var graph = GraphFactory.createDefaultGraph();
    parts.forEach(part -> GraphUtil.addInto(graph, part));
    Prefixes.map().forEach(graph.getPrefixMapping()::setNsPrefix);
    return graph;
  }

  private static void write(Graph graph, RDFFormat format) {
    RDFWriter.source(graph).format(format).output(OutputStream.nullOutputStream());
  }
}
