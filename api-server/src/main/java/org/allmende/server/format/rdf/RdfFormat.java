package org.allmende.server.format.rdf;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Function;
import org.allmende.catalog.HarvestPage;
import org.allmende.catalog.model.Triples;
import org.allmende.server.format.OutputFormat;
import org.allmende.server.http.MediaTypes;
import org.allmende.vocab.Prefixes;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;

/** An RDF syntax of dcat-ap-de.md 3. */
public final class RdfFormat implements OutputFormat {
  public static final RdfFormat RDF_XML =
      new RdfFormat(List.of("rdf", "xml"), MediaTypes.RDF_XML, true, RdfXmlWriter::write);

  /** In blocks: Jena's pretty writer loses triples of a blank node that refers to itself. */
  public static final RdfFormat TURTLE =
      new RdfFormat(List.of("ttl"), MediaTypes.TURTLE, true, inOrder(RDFFormat.TURTLE_BLOCKS));

  public static final RdfFormat JSON_LD =
      new RdfFormat(List.of("jsonld"), MediaTypes.JSON_LD, false, RdfFormat::writeJsonLd);

  /** N3 contains Turtle, and triples need no more of it. */
  public static final RdfFormat N3 =
      new RdfFormat(List.of("n3"), MediaTypes.N3, true, inOrder(RDFFormat.TURTLE_BLOCKS));

  public static final RdfFormat N_TRIPLES =
      new RdfFormat(List.of("nt"), MediaTypes.N_TRIPLES, true, inOrder(RDFFormat.NTRIPLES_UTF8));

  private static final Context STYLE =
      Context.create()
          // "@prefix" is read by every parser in the field, "PREFIX" by those of Turtle 1.1 alone.
          .set(RIOT.symTurtleDirectiveStyle, "n3")
          // Padding to columns takes a third of the time of writing.
          .set(RIOT.symTurtleIndentStyle, "long");

  private final List<String> suffixes;
  private final String mediaType;
  private final boolean isReproducible;
  private final Function<Triples, byte[]> writer;

  private RdfFormat(
      List<String> suffixes,
      String mediaType,
      boolean isReproducible,
      Function<Triples, byte[]> writer) {
    this.suffixes = suffixes;
    this.mediaType = mediaType;
    this.isReproducible = isReproducible;
    this.writer = writer;
  }

  /** All RDF syntaxes, the preferred first. */
  public static List<OutputFormat> all() {
    return List.of(RDF_XML, TURTLE, JSON_LD, N3, N_TRIPLES);
  }

  @Override
  public List<String> suffixes() {
    return suffixes;
  }

  @Override
  public String mediaType() {
    return mediaType;
  }

  @Override
  public boolean isReproducible() {
    return isReproducible;
  }

  @Override
  public byte[] write(Triples triples) {
    var isXml = this == RDF_XML;
    return writer.apply(sink -> triples.sendTo(new WritableTriples(isXml, sink)));
  }

  @Override
  public byte[] write(Triples frame, List<HarvestPage.Item> items) {
    return this == TURTLE || this == N3
        ? join(frame, items)
        : OutputFormat.super.write(frame, items);
  }

  /** As the Turtle lies ready; what cannot be taken as it is, is written anew. */
  private byte[] join(Triples frame, List<HarvestPage.Item> items) {
    var joined = new TurtleJoin(write(frame));
    for (var item : items) {
      var text = item.turtle();
      if (text.isEmpty() || !joined.add(text.get())) {
        var isAdded = joined.add(write(item.triples()));
        if (!isAdded) {
          throw new IllegalStateException("the Turtle of " + item.uri() + " cannot be joined");
        }
      }
    }
    return joined.toBytes();
  }

  /** Writes triple by triple, without a graph. */
  private static Function<Triples, byte[]> inOrder(RDFFormat syntax) {
    return triples -> {
      var out = new ByteArrayOutputStream(1 << 14);
      var stream = StreamRDFWriter.getWriterStream(out, syntax, STYLE);
      stream.start();
      Prefixes.map().forEach(stream::prefix);
      triples.sendTo(stream::triple);
      stream.finish();
      return out.toByteArray();
    };
  }

  private static byte[] writeJsonLd(Triples triples) {
    var graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefixes(Prefixes.map());
    triples.sendTo(graph::add);
    var out = new ByteArrayOutputStream(1 << 14);
    RDFWriter.source(graph).format(RDFFormat.JSONLD_PRETTY).output(out);
    return out.toByteArray();
  }
}
