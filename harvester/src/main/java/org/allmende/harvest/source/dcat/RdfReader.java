package org.allmende.harvest.source.dcat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.fetch.Fetcher.Fetched;
import org.allmende.harvest.fetch.RunNotes;
import org.allmende.harvest.source.table.TextDecoder;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/** One document to one graph: all its triples, from all its named graphs, with usable IRIs. */
final class RdfReader {

  private final Fetched document;
  private final String base;
  private final RunNotes notes;
  private final List<String> mended = new ArrayList<>();

  private RdfReader(Fetched document, String base, RunNotes notes) {
    this.document = document;
    this.base = base;
    this.notes = notes;
  }

  /**
   * Reads a document.
   *
   * @param base what its relative IRIs are resolved against
   * @param notes told of mended IRIs and of lines that were left out
   * @throws IOException when it is no RDF; the message names the document, the line and the cause
   */
  static Graph read(Fetched document, String base, RunNotes notes) throws IOException {
    return new RdfReader(document, base, notes).read();
  }

  private Graph read() throws IOException {
    var syntax = RdfSyntax.of(document);
    try {
      var graph = parse(syntax);
      reportMended();
      return graph;
    } catch (RiotException e) {
      throw broken(syntax, Reason.of("quoted", "" + e.getMessage()), e);
    } catch (StackOverflowError e) {
      throw broken(syntax, Reason.of("nested-too-deeply"), e);
    } catch (IOException e) {
      throw broken(syntax, why(e), e);
    }
  }

  private static Reason why(IOException e) {
    return e instanceof Reason.Reasoned reasoned
        ? reasoned.reason()
        : Reason.of("quoted", "" + e.getMessage());
  }

  private IOException broken(RdfSyntax syntax, Reason why, Throwable cause) {
    return SourceException.causedBy(
        cause, "broken-rdf", document.location(), syntax.toString(), why);
  }

  private Graph parse(RdfSyntax syntax) throws IOException {
    return switch (syntax) {
      case RDF_XML -> parseXml();
      case JSON_LD ->
          parseText(JsonLdReader.expanded(document.body(), base, this::mend), Lang.JSONLD);
      case TURTLE -> parseText(text(), Lang.TURTLE);
      case TRIG -> parseText(text(), Lang.TRIG);
      case N_TRIPLES -> parseLines(Lang.NTRIPLES);
      case N_QUADS -> parseLines(Lang.NQUADS);
    };
  }

  private Graph parseXml() throws IOException {
    var graph = GraphFactory.createDefaultGraph();
    UnaryOperator<String> repair = this::mend;
    RdfXmlReader.read(
        document.body(),
        document.charset(),
        base,
        repair,
        problem -> notes.unreadable(Reason.of("place", document.location(), problem)),
        graph);
    return graph;
  }

  /** In these syntaxes each line stands for itself, so that a broken one can be left out. */
  private Graph parseLines(Lang lang) throws IOException {
    var text = text();
    try {
      return parseText(text, lang);
    } catch (RiotException e) {
      var whole = text.lines().filter(line -> isWhole(line, lang)).toList();
      if (whole.isEmpty()) {
        throw e;
      }
      return parseText(String.join("\n", whole) + "\n", lang);
    }
  }

  private boolean isWhole(String line, Lang lang) {
    try {
      RDFParser.fromString(line + "\n", lang)
          .checking(false)
          .errorHandler(new OnlyIrisForgiven())
          .parse(new StreamRDFBase());
      return true;
    } catch (RiotException e) {
      notes.unreadable(Reason.of("rdf-line", document.location(), line, "" + e.getMessage()));
      return false;
    }
  }

  private Graph parseText(String text, Lang lang) {
    var graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(text, lang)
        .base(base)
        .checking(false)
        .errorHandler(new OnlyIrisForgiven())
        .parse(new MendingSink(graph));
    return graph;
  }

  private String text() throws IOException {
    var decoded = TextDecoder.decode(document.body(), document.location(), Optional.empty());
    if (!decoded.encoding().startsWith("UTF")) {
      notes.warning(Reason.of("not-utf8", document.location(), decoded.encoding()));
    }
    return decoded.text();
  }

  private String mend(String iri) {
    var better = IriRepair.repaired(iri);
    if (!better.equals(iri) && !better.equals(iri.strip())) {
      mended.add(iri);
    }
    return better;
  }

  private void reportMended() {
    var distinct = mended.stream().distinct().toList();
    if (!distinct.isEmpty()) {
      notes.warning(
          Reason.of("iris-mended", document.location(), distinct.size(), distinct.getFirst()));
    }
  }

  /** What Jena says of an IRI is mended afterwards; anything else ends the reading. */
  private static final class OnlyIrisForgiven implements ErrorHandler {
    @Override
    public void warning(String message, long line, long column) {
      // Warnings lose nothing.
    }

    @Override
    public void error(String message, long line, long column) {
      if (!message.contains("IRI")) {
        throw new RiotParseException(message, line, column);
      }
    }

    @Override
    public void fatal(String message, long line, long column) {
      throw new RiotParseException(message, line, column);
    }
  }

  /** Into one graph, with mended and absolute IRIs. */
  private final class MendingSink extends StreamRDFBase {
    private final Graph graph;

    MendingSink(Graph graph) {
      this.graph = graph;
    }

    @Override
    public void triple(Triple triple) {
      graph.add(
          Triple.create(
              usable(triple.getSubject()),
              usable(triple.getPredicate()),
              usable(triple.getObject())));
    }

    @Override
    public void quad(Quad quad) {
      triple(quad.asTriple());
    }

    private Node usable(Node node) {
      if (!node.isURI()) {
        return node;
      }
      var iri = absolute(mend(node.getURI()));
      return iri.equals(node.getURI()) ? node : NodeFactory.createURI(iri);
    }

    /** N-Triples knows no base, and its writers forget that. */
    private String absolute(String iri) {
      if (iri.matches("^[A-Za-z][A-Za-z0-9+.-]*:.*")) {
        return iri;
      }
      try {
        return IRIx.create(base).resolve(iri).str();
      } catch (IRIException e) {
        return iri;
      }
    }
  }
}
