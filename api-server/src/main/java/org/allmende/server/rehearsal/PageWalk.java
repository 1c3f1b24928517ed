package org.allmende.server.rehearsal;

import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.allmende.harvest.ProgressListener;
import org.apache.jena.graph.Graph;

/**
 * Follows the pages as GovData does (dcat-ap-de.md 2.2), and stops where GovData would not: in a
 * walk without end.
 */
final class PageWalk {

  /** So many pages without a new dataset, and still a next one, and nobody believes in an end. */
  static final int MAX_BARREN_PAGES = 20;

  private final PageFetcher fetcher;
  private final PageReader reader;
  private final CatalogReading datasets;
  private final Findings findings;
  private final ProgressListener progress;
  private final Set<String> visited = new HashSet<>();
  private byte[] firstBody = new byte[0];
  private String mediaType = "";
  private OptionalLong total = OptionalLong.empty();
  private int pages;
  private int barren;

  PageWalk(
      PageFetcher fetcher, CatalogReading datasets, Findings findings, ProgressListener progress) {
    this.fetcher = fetcher;
    this.reader = new PageReader(findings);
    this.datasets = datasets;
    this.findings = findings;
    this.progress = progress;
  }

  /** Walks from the first page to the last, or to where the run ends. */
  void from(String start) {
    try {
      var next = Optional.of(start);
      while (next.isPresent()) {
        next = visit(next.get(), start);
      }
      compareTotal(start);
    } catch (RunEndedException e) {
      e.tell(findings);
    }
  }

  /** How many pages were read. */
  int pages() {
    return pages;
  }

  /** The type by which all pages were read; {@code ""} when none was. */
  String mediaType() {
    return mediaType;
  }

  private Optional<String> visit(String address, String start) throws RunEndedException {
    var page = fetcher.fetch(address);
    noteHost(page, start);
    if (pages == 0) {
      begin(page);
    } else if (Arrays.equals(firstBody, page.body())) {
      findings.note(Check.FIRST_PAGE_AGAIN, address);
      return Optional.empty();
    } else {
      noteType(page);
    }
    if (!visited.add(address)) {
      throw new RunEndedException(Check.ENDLESS, address, "");
    }
    return take(page);
  }

  private void begin(PageFetcher.Fetched page) {
    firstBody = page.body();
    mediaType = page.mediaType().orElse(PageReader.WITHOUT_TYPE);
    if (page.mediaType().isEmpty()) {
      findings.note(Check.TYPE_UNTOLD, page.address());
    }
  }

  private Optional<String> take(PageFetcher.Fetched page) throws RunEndedException {
    var graph = reader.read(page, mediaType);
    if (page.isError()) {
      findings.note(Check.ERROR_BODY, page.address(), "GET " + page.status());
    }
    pages++;
    if (pages == 1) {
      total = PagingNode.total(graph);
    }
    barren = datasets.take(graph, page.address()) ? 0 : barren + 1;
    progress.progress(datasets.size(), total);
    return next(graph, page);
  }

  private Optional<String> next(Graph graph, PageFetcher.Fetched page) throws RunEndedException {
    var next = PagingNode.next(graph);
    if (next.isPresent()) {
      requireAbsolute(next.get(), page);
      if (barren >= MAX_BARREN_PAGES) {
        throw new RunEndedException(Check.ENDLESS, page.address(), next.get());
      }
    }
    return next;
  }

  private static void requireAbsolute(String next, PageFetcher.Fetched page)
      throws RunEndedException {
    var relative = PageReader.relative(next);
    if (relative.isPresent() || !next.matches("(?i)https?://.+")) {
      throw new RunEndedException(Check.NEXT_NOT_ABSOLUTE, page.address(), relative.orElse(next));
    }
  }

  private void noteHost(PageFetcher.Fetched page, String start) {
    var authority = String.valueOf(page.location().getRawAuthority());
    if (!authority.equalsIgnoreCase(URI.create(start).getRawAuthority())) {
      findings.note(Check.OTHER_HOST, page.address(), page.location().toString());
    }
  }

  private void noteType(PageFetcher.Fetched page) {
    var type = page.mediaType().orElse("");
    if (!type.equals(mediaType)) {
      findings.note(Check.TYPE_CHANGED, page.address(), type);
    }
  }

  private void compareTotal(String start) {
    var seen = datasets.size();
    if (total.isPresent() && total.getAsLong() != seen) {
      findings.note(
          Check.TOTAL_DIFFERS, start, "hydra:totalItems " + total.getAsLong() + ", " + seen);
    }
  }
}
