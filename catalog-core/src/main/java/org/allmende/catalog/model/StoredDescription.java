package org.allmende.catalog.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.InflaterInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * A description at rest: N-Triples, deflated. N-Triples because it is read fastest and says exactly
 * what the graph said, to the last character of a literal.
 */
public final class StoredDescription {

  private static final Packer PACKER = Packer.zlib(Deflater.BEST_SPEED);

  private final byte[] packed;

  private StoredDescription(byte[] packed) {
    this.packed = packed;
  }

  /** Packs a graph. */
  public static StoredDescription pack(Graph graph) {
    return new StoredDescription(PACKER.pack(nTriples(graph).getBytes(StandardCharsets.UTF_8)));
  }

  private static String nTriples(Graph graph) {
    var out = new StringBuilder(128 * graph.size());
    var labels = new BlankLabels();
    graph
        .find()
        .forEachRemaining(
            triple -> {
              TermText.append(out, triple.getSubject(), labels);
              out.append(' ');
              TermText.append(out, triple.getPredicate(), labels);
              out.append(' ');
              TermText.append(out, triple.getObject(), labels);
              out.append(" .\n");
            });
    return out.toString();
  }

  /** What {@link #bytes} once gave. */
  public static StoredDescription of(byte[] packed) {
    return new StoredDescription(packed.clone());
  }

  /** The packed form, for the ledger. */
  public byte[] bytes() {
    return packed.clone();
  }

  /** Its triples as one text, in N-Triples. */
  public String text() {
    try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The description of {@code uri} that was packed. Its blank nodes have the same labels at each
   * call, so that lists of them come in the same order, and no other description has these labels.
   */
  public DatasetDescription unpack(DatasetUri uri) {
    var graph = GraphFactory.createDefaultGraph();
    var text = text();
    var labels = labels(uri);
    PlainTurtle.read(text, label -> labels.get(Node.ANY, label))
        .ifPresentOrElse(triples -> triples.forEach(graph::add), () -> parse(text, labels, graph));
    return DatasetDescription.owning(uri, graph);
  }

  private static void parse(String text, LabelToNode labels, Graph graph) {
    RDFParser.fromString(text, Lang.NTRIPLES).labelToNode(labels).checking(false).parse(graph);
  }

  private LabelToNode labels(DatasetUri uri) {
    var content = Uuids.v5(UUID.nameUUIDFromBytes(packed), uri.value());
    return LabelToNode.createScopeByDocumentHash(content);
  }
}
