package org.allmende.server.format.rdf;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.allmende.server.format.OutputFormat;
import org.allmende.server.http.MediaTypes;
import org.allmende.vocab.Prefixes;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;

/** An RDF syntax of dcat-ap-de.md 3. */
public final class RdfFormat implements OutputFormat {
  public static final RdfFormat RDF_XML =
      new RdfFormat(List.of("rdf", "xml"), MediaTypes.RDF_XML, RDFFormat.RDFXML_PLAIN);

  /** In blocks: Jena's pretty writer loses triples of a blank node that refers to itself. */
  public static final RdfFormat TURTLE =
      new RdfFormat(List.of("ttl"), MediaTypes.TURTLE, RDFFormat.TURTLE_BLOCKS);

  public static final RdfFormat JSON_LD =
      new RdfFormat(List.of("jsonld"), MediaTypes.JSON_LD, RDFFormat.JSONLD_PRETTY);

  /** N3 contains Turtle, and a graph needs no more of it. */
  public static final RdfFormat N3 =
      new RdfFormat(List.of("n3"), MediaTypes.N3, RDFFormat.TURTLE_BLOCKS);

  public static final RdfFormat N_TRIPLES =
      new RdfFormat(List.of("nt"), MediaTypes.N_TRIPLES, RDFFormat.NTRIPLES_UTF8);

  private final List<String> suffixes;
  private final String mediaType;
  private final RDFFormat syntax;

  private RdfFormat(List<String> suffixes, String mediaType, RDFFormat syntax) {
    this.suffixes = suffixes;
    this.mediaType = mediaType;
    this.syntax = syntax;
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
  public byte[] write(Graph triples) {
    var writable = GraphFactory.createDefaultGraph();
    writable.getPrefixMapping().setNsPrefixes(Prefixes.map());
    WritableTriples.of(this).copy(triples, writable);
    var out = new ByteArrayOutputStream(1 << 14);
    RDFWriter.source(writable).format(syntax).output(out);
    return out.toByteArray();
  }
}
