package org.allmende.server.rehearsal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.allmende.harvest.Reason;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.RunNotes;
import org.allmende.harvest.source.dcat.DcatDocuments;
import org.apache.jena.graph.Graph;

/** Makes a graph of a page, in the syntax that the first page named (dcat-ap-de.md 2.1). */
final class PageReader {

  /** The types by which GovData knows a syntax. */
  private static final Set<String> KNOWN =
      Set.of(
          "application/rdf+xml",
          "text/turtle",
          "application/ld+json",
          "application/n-triples",
          "text/n3",
          "application/trig");

  /** What GovData takes a page for that names no type. */
  static final String WITHOUT_TYPE = "application/rdf+xml";

  /** Stands before IRIs that were relative in the page: there they have no base to rely on. */
  private static final String RELATIVE = "http://relative.invalid/";

  private final Findings findings;

  PageReader(Findings findings) {
    this.findings = findings;
  }

  /**
   * The triples of a page.
   *
   * @param mediaType of the first page, whatever this one says
   */
  Graph read(PageFetcher.Fetched page, String mediaType) throws RunEndedException {
    if (!KNOWN.contains(mediaType)) {
      throw new RunEndedException(Check.TYPE_UNKNOWN, page.address(), mediaType);
    }
    requireUtf8(page);
    var notes = new RunNotes();
    var graph = graph(page, mediaType, notes);
    if (notes.unreadableCount() > 0) {
      throw new RunEndedException(
          Check.NO_RDF, page.address(), Detail.of(notes.unreadableEntries()));
    }
    notes
        .warnings()
        .forEach(note -> findings.note(Check.IRIS_MENDED, page.address(), Detail.of(note)));
    return graph;
  }

  private static Graph graph(PageFetcher.Fetched page, String mediaType, RunNotes notes)
      throws RunEndedException {
    var document = new Fetcher.Fetched(page.address(), mediaType, "UTF-8", page.body(), List.of());
    try {
      return DcatDocuments.read(document, RELATIVE, notes);
    } catch (IOException e) {
      throw new RunEndedException(Check.NO_RDF, page.address(), why(page, Reason.of(e)), e);
    }
  }

  private static Detail why(PageFetcher.Fetched page, Reason reason) {
    var status = page.isError() ? "GET " + page.status() + "; " : "";
    return new Detail(status + reason.text("de"), status + reason.text("en"));
  }

  private static void requireUtf8(PageFetcher.Fetched page) throws RunEndedException {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(page.body()));
    } catch (CharacterCodingException e) {
      throw new RunEndedException(Check.NOT_UTF8, page.address(), Detail.NONE, e);
    }
  }

  /** The IRI as it stood in the page; empty when it was absolute there. */
  static Optional<String> relative(String iri) {
    return iri.startsWith(RELATIVE)
        ? Optional.of(iri.substring(RELATIVE.length()))
        : Optional.empty();
  }
}
