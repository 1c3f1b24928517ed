package org.allmende.catalog;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.allmende.vocab.Prefixes;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriterRegistry;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;

/** A graph as Turtle, kept packed by gzip, so that it can be sent as it lies. */
final class TurtleText {

  private static final RDFFormat FORMAT = RDFFormat.TURTLE_BLOCKS;
  private static final Context STYLE = style();

  private TurtleText() {}

  /** Turtle with those of our prefixes that occur, UTF-8, gzip. */
  static byte[] pack(Graph graph) {
    var bytes = new ByteArrayOutputStream(4_096);
    try (var out = new GZIPOutputStream(bytes)) {
      var writer = RDFWriterRegistry.getWriterGraphFactory(FORMAT).create(FORMAT);
      writer.write(out, graph, usedPrefixes(graph), null, STYLE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Context style() {
    var context = new Context();
    // Padding to columns takes a third of the time of writing.
    context.set(RIOT.symTurtleIndentStyle, "long");
    return context;
  }

  /** The Turtle text that was packed. */
  static byte[] unpack(byte[] packed) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The graph that was packed; blank nodes get fresh labels. */
  static Graph parse(byte[] packed) {
    var graph = GraphFactory.createDefaultGraph();
    // What we wrote ourselves is read as it stands. Resolving IRIs would take half the time, and
    // make others of those that a source wrote with dots in their path.
    RDFParser.fromString(new String(unpack(packed), StandardCharsets.UTF_8), Lang.TURTLE)
        .checking(false)
        .resolveURIs(false)
        .parse(graph);
    return graph;
  }

  private static PrefixMap usedPrefixes(Graph graph) {
    var used = PrefixMapFactory.create();
    var unseen = new java.util.LinkedHashMap<>(Prefixes.map());
    var triples = graph.find();
    try {
      while (triples.hasNext() && !unseen.isEmpty()) {
        var triple = triples.next();
        note(triple.getPredicate(), unseen, used);
        note(triple.getObject(), unseen, used);
      }
    } finally {
      triples.close();
    }
    return used;
  }

  private static void note(Node node, java.util.Map<String, String> unseen, PrefixMap used) {
    var iri = node.isLiteral() ? node.getLiteralDatatypeURI() : node.isURI() ? node.getURI() : "";
    unseen
        .entrySet()
        .removeIf(
            entry -> {
              var begins = iri.startsWith(entry.getValue());
              if (begins) {
                used.add(entry.getKey(), entry.getValue());
              }
              return begins;
            });
  }
}
