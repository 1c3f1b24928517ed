package org.allmende.harvest.source.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.fetch.Fetcher;

/**
 * The packages of a portal, page after page, each asked for when the one before is used up. A
 * portal may give fewer a page than asked for; the walk goes on by what came.
 */
final class CkanWalk implements Iterator<JsonNode> {

  static final int ROWS = 100;

  private final CkanSearch search;
  private final HarvestSource source;
  private final Fetcher fetcher;
  private final Deque<JsonNode> waiting = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private int start;
  private int pages;
  private int count;
  private boolean ended;

  /** Fetches the first page at once, so that a portal that does not answer is known at once. */
  CkanWalk(CkanSearch search, HarvestSource source, Fetcher fetcher) throws IOException {
    this.search = search;
    this.source = source;
    this.fetcher = fetcher;
    take(page());
  }

  @Override
  public boolean hasNext() {
    while (waiting.isEmpty() && !ended) {
      goOn();
    }
    return !waiting.isEmpty();
  }

  @Override
  public JsonNode next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return waiting.removeFirst();
  }

  private void goOn() {
    if (pages >= source.fetchPolicy().maxPages()) {
      cutShort(Reason.of("walk-pages", pages, source.location()));
      return;
    }
    try {
      take(page());
    } catch (IOException e) {
      cutShort(Reason.of("walk-page", search.page(start, ROWS), Reason.of(e)));
    }
  }

  private CkanDocument page() throws IOException {
    var address = search.page(start, ROWS);
    var document =
        CkanDocument.read(fetcher.fetch(address, ContentKind.JSON.accept()), fetcher.notes());
    if (document.count().isEmpty()) {
      throw SourceException.of("ckan-no-search", address);
    }
    return document;
  }

  private void take(CkanDocument page) {
    pages++;
    count = page.count().orElse(0);
    var before = seen.size();
    for (var json : page.packages()) {
      if (seen.add(CkanDescriptions.key(json).orElse(""))) {
        waiting.add(json);
      }
    }
    start += page.raw();
    endAfter(page, seen.size() == before);
  }

  private void endAfter(CkanDocument page, boolean nothingNew) {
    if (page.raw() == 0 || start >= count) {
      ended = true;
      if (seen.size() < count) {
        fetcher.notes().cutShort(Reason.of("walk-count", count, seen.size()));
      }
    } else if (nothingNew) {
      cutShort(Reason.of("walk-same", search.page(start, ROWS)));
    }
  }

  private void cutShort(Reason why) {
    ended = true;
    fetcher.notes().cutShort(why);
  }
}
