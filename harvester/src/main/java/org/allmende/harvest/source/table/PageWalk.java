package org.allmende.harvest.source.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.Fetcher.Fetched;
import org.allmende.harvest.fetch.StatusException;

/**
 * The documents of a source one after another: the one at its address, or page after page as its
 * mapping declares. A page that cannot be had ends the run: half a table is none.
 *
 * <p>Ends where no way on is told, at an empty page, at an address that was asked before, and when
 * a third page has only rows that earlier ones had.
 */
public final class PageWalk {

  private static final int TOLERATED_REPEATS = 2;
  private static final Pattern LINK = Pattern.compile("<([^>]*)>\\s*((?:;[^,<]*)*)");
  private static final Pattern NEXT = Pattern.compile("(?i);\\s*rel\\s*=\\s*\"?[^\";]*\\bnext\\b");

  private final HarvestSource source;
  private final Optional<Paging> paging;
  private final Fetcher fetcher;
  private final ContentKind kind;
  private final Set<String> addresses = new HashSet<>();
  private final List<Note> warnings = new ArrayList<>();
  private int pages;
  private long rows;
  private int repeats;
  private boolean hadFullPage;

  PageWalk(HarvestSource source, Mapping mapping, Fetcher fetcher, ContentKind kind) {
    this.source = source;
    this.paging = mapping.paging().filter(p -> source.isRemote());
    this.fetcher = fetcher;
    this.kind = kind;
  }

  /** What a page was like. */
  record Seen(Fetched page, int rows, boolean isNew, JsonDocument document) {}

  /** Whether there may be more than one document. */
  boolean isPaged() {
    return paging.isPresent();
  }

  /** The places in a document that tell the way on. */
  List<JsonPath> asides() {
    return paging.map(Paging::asides).orElse(List.of());
  }

  /** What the operator should know about the walk. */
  List<Note> warnings() {
    return List.copyOf(warnings);
  }

  Fetched first() throws IOException {
    var address = firstAddress();
    addresses.add(address);
    return fetch(address);
  }

  private String firstAddress() {
    return switch (paging.orElse(null)) {
      case Paging.Offset offset -> page(offset);
      case Paging.Numbered numbered -> page(numbered);
      case null, default -> source.location();
    };
  }

  /** The page after this one; empty at the end. */
  Optional<Fetched> following(Seen seen) throws IOException {
    if (paging.isEmpty()) {
      return Optional.empty();
    }
    pages++;
    rows += seen.rows();
    if (isStuck(seen)) {
      return Optional.empty();
    }
    var next = next(seen, paging.get());
    hadFullPage |= isFull(seen);
    if (next.isPresent() && !addresses.add(next.get())) {
      warnings.add(Note.of("pages-back", next.get()));
      return Optional.empty();
    }
    return next.isPresent() ? fetchIfThere(next.get(), seen) : Optional.empty();
  }

  private boolean isStuck(Seen seen) {
    if (seen.isNew() || seen.rows() == 0) {
      return false;
    }
    if (++repeats <= TOLERATED_REPEATS) {
      return false;
    }
    warnings.add(Note.of("pages-same", seen.page().location()));
    return true;
  }

  private Optional<String> next(Seen seen, Paging style) {
    return switch (style) {
      case Paging.Offset offset -> isLast(seen) ? Optional.empty() : Optional.of(page(offset));
      case Paging.Numbered numbered ->
          isLast(seen) ? Optional.empty() : Optional.of(page(numbered));
      case Paging.Cursor cursor ->
          text(seen, cursor.at()).map(token -> with(source.location(), cursor.parameter(), token));
      case Paging.LinkInBody link -> resolved(text(seen, link.at()), seen);
      case Paging.RelatedLink link -> resolved(related(seen, link.at()), seen);
      case Paging.LinkInHeader header -> resolved(linked(seen.page()), seen);
    };
  }

  private String page(Paging.Offset style) {
    var sized = with(source.location(), style.limit(), Integer.toString(style.size()));
    return with(sized, style.offset(), Long.toString(rows));
  }

  private String page(Paging.Numbered style) {
    var sized = with(source.location(), style.limit(), Integer.toString(style.size()));
    return with(sized, style.page(), Integer.toString(style.first() + pages));
  }

  /**
   * No rows, or as many as there are in all. A page that is not full is the last one only where
   * another one was full: a server may give fewer rows than asked for.
   */
  private boolean isLast(Seen seen) {
    var total = asides().stream().flatMap(at -> text(seen, at).stream()).findFirst();
    var isReached = total.filter(t -> t.matches("\\d{1,18}") && Long.parseLong(t) <= rows);
    return seen.rows() == 0 || isReached.isPresent() || (hadFullPage && !isFull(seen));
  }

  private boolean isFull(Seen seen) {
    return switch (paging.orElse(null)) {
      case Paging.Offset offset -> seen.rows() >= offset.size();
      case Paging.Numbered numbered -> seen.rows() >= numbered.size();
      case null, default -> false;
    };
  }

  private static Optional<String> text(Seen seen, JsonPath at) {
    return seen.document()
        .aside(at)
        .filter(JsonNode::isValueNode)
        .filter(node -> !node.isNull())
        .map(JsonNode::asText)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static Optional<String> related(Seen seen, JsonPath at) {
    var links = seen.document().aside(at);
    return links.stream()
        .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
        .filter(link -> link.path("rel").asText().equals("next"))
        .map(link -> link.path("href").asText())
        .filter(href -> !href.isEmpty())
        .findFirst();
  }

  private static Optional<String> linked(Fetched page) {
    return page.links().stream()
        .flatMap(header -> LINK.matcher(header).results())
        .filter(link -> NEXT.matcher(link.group(2)).find())
        .map(link -> link.group(1).strip())
        .findFirst();
  }

  private static Optional<String> resolved(Optional<String> link, Seen seen) {
    return link.map(text -> Fetcher.resolve(seen.page().location(), text));
  }

  /** Counting styles find the end by asking once too often, and some servers refuse that. */
  private Optional<Fetched> fetchIfThere(String address, Seen before) throws IOException {
    try {
      return Optional.of(fetch(address));
    } catch (StatusException e) {
      var isPastEnd = e.isAbsent() || e.status() == 400;
      if (isPastEnd && counts() && !isFull(before)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private boolean counts() {
    return paging
        .filter(p -> p instanceof Paging.Offset || p instanceof Paging.Numbered)
        .isPresent();
  }

  private Fetched fetch(String address) throws IOException {
    var fetched = fetcher.fetch(address, kind.accept());
    kind.require(fetched);
    return fetched;
  }

  private static String with(String address, String name, String value) {
    return QueryAddress.of(address).with(name, value).toString();
  }
}
