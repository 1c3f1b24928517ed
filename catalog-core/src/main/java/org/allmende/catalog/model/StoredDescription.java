package org.allmende.catalog.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * A description at rest: N-Triples, deflated. N-Triples because it is read fastest and says exactly
 * what the graph said, to the last character of a literal.
 */
public final class StoredDescription {

  private final byte[] packed;

  private StoredDescription(byte[] packed) {
    this.packed = packed;
  }

  /** Packs a graph. */
  public static StoredDescription pack(Graph graph) {
    var bytes = new ByteArrayOutputStream(4_096);
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try (var out = new DeflaterOutputStream(bytes, deflater)) {
      RDFDataMgr.write(out, graph, RDFFormat.NTRIPLES_UTF8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return new StoredDescription(bytes.toByteArray());
  }

  /** What {@link #bytes} once gave. */
  public static StoredDescription of(byte[] packed) {
    return new StoredDescription(packed.clone());
  }

  /** The packed form, for the ledger. */
  public byte[] bytes() {
    return packed.clone();
  }

  /** The description of {@code uri} that was packed. Blank nodes get fresh labels at each call. */
  public DatasetDescription unpack(DatasetUri uri) {
    var graph = GraphFactory.createDefaultGraph();
    try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      RDFParser.source(in).lang(Lang.NTRIPLES).checking(false).parse(graph);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return DatasetDescription.owning(uri, graph);
  }
}
