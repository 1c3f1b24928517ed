package org.allmende.server.preview;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/**
 * The first statements of an RDF document, in its order: at most {@value #MOST}, from at most
 * {@value #LOOKED_AT} bytes. Nothing is fetched. What follows the first mistake is left out.
 *
 * @param statements what is said
 * @param isWhole true when there is no more
 */
public record RdfHead(List<Triple> statements, boolean isWhole) {

  private static final int MOST = 200;
  private static final int LOOKED_AT = 4 << 20;

  /** The languages that are read one statement after another, by the endings of file names. */
  private static final Map<String, Lang> LANGUAGES =
      Map.of(
          "ttl", Lang.TURTLE,
          "n3", Lang.TURTLE,
          "nt", Lang.NTRIPLES,
          "nq", Lang.NQUADS,
          "trig", Lang.TRIG,
          "rdf", Lang.RDFXML);

  public RdfHead {
    statements = List.copyOf(statements);
  }

  /** Whether files with this ending may be read. */
  public static boolean isKnown(String extension) {
    return LANGUAGES.containsKey(extension);
  }

  /** Reads the beginning of a file; empty when it says nothing that can be read. */
  public static Optional<RdfHead> of(Content content) throws IOException {
    var first = new First();
    var isWhole = false;
    try (var in = content.open()) {
      var beginning = in.readNBytes(LOOKED_AT);
      isWhole =
          in.read() < 0
              && first.read(beginning, LANGUAGES.getOrDefault(content.extension(), Lang.TURTLE));
    }
    return first.statements.isEmpty()
        ? Optional.empty()
        : Optional.of(new RdfHead(first.statements, isWhole));
  }

  /** Takes statements until there are enough. */
  private static final class First extends StreamRDFBase {
    private final List<Triple> statements = new ArrayList<>();

    boolean read(byte[] document, Lang language) {
      try {
        RDFParser.create()
            .source(new ByteArrayInputStream(document))
            .forceLang(language)
            .resolveURIs(false)
            .checking(false)
            .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
            .parse(this);
        return true;
      } catch (EnoughException | RiotException e) {
        return false; // what was read so far is shown
      }
    }

    @Override
    public void triple(Triple triple) {
      if (statements.size() == MOST) {
        throw new EnoughException();
      }
      statements.add(triple);
    }

    @Override
    public void quad(Quad quad) {
      triple(quad.asTriple());
    }
  }

  /** Ends the reading of a document of which enough was read. */
  private static final class EnoughException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EnoughException() {
      super("enough", null, false, false);
    }
  }
}
