package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;
import org.allmende.catalog.search.SortOrder;
import org.allmende.server.harvest.PageFinder;

/**
 * What {@code q} and {@code fq} of a harvest page mean: what {@code package_search} finds with
 * them, all of it, in one state of the index that knows every dataset of the ledger.
 */
public final class CkanPageFinder implements PageFinder {

  private static final SortOrder BY_ID = new SortOrder(SortOrder.Key.ID, false);
  private static final int WALKS_KEPT = 8;
  private static final Duration LONGEST_WALK = Duration.ofMinutes(10);

  /** Somebody may write while we ask for one part after the other; then it begins again. */
  private static final int MOST_ATTEMPTS = 20;

  private final Catalog catalog;
  private final Function<SearchQuery, SearchResult> search;
  private final SearchPosition position;
  private final Cache<Asked, long[]> walks =
      Caffeine.newBuilder().maximumSize(WALKS_KEPT).expireAfterWrite(LONGEST_WALK).build();

  /** A question, and the state of the index that answered it. */
  private record Asked(List<String> q, List<String> fq, long position) {}

  /**
   * @param search answers from the index
   * @param position the sequence number that the index has reached
   */
  public CkanPageFinder(
      Catalog catalog, Function<SearchQuery, SearchResult> search, SearchPosition position) {
    this.catalog = catalog;
    this.search = search;
    this.position = position;
  }

  @Override
  public long[] find(List<String> q, List<String> fq) throws UnclearSearchException {
    var query = query(q, fq);
    requireAllKnown();
    var asked = new Asked(List.copyOf(q), List.copyOf(fq), position.getAsLong());
    return walks.get(asked, key -> ordinals(query));
  }

  private SearchQuery query(List<String> q, List<String> fq) throws UnclearSearchException {
    Map<String, JsonNode> parameters =
        Map.of("q", CkanJson.MAPPER.valueToTree(q), "fq", CkanJson.MAPPER.valueToTree(fq));
    try {
      var times = new CkanTimes(Optional.of(catalog.clock().instant()));
      return CkanSearchParams.parse(new CkanParams(parameters), times).query().sortedBy(BY_ID);
    } catch (CkanException e) {
      throw new UnclearSearchException(e.explanation());
    }
  }

  /** What an index that lags behind does not know would be missing, and then be deleted. */
  private void requireAllKnown() {
    var last = catalog.ledger().read(snapshot -> snapshot.lastSequence());
    position.await(last);
    if (position.getAsLong() < last) {
      throw new IllegalStateException(
          "the index holds revision " + position.getAsLong() + ", the ledger " + last);
    }
  }

  private long[] ordinals(SearchQuery query) {
    for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      var first = part(query, 0);
      var found = LongStream.builder();
      var part = first;
      var seen = 0;
      while (!part.hits().isEmpty() && part.position() == first.position()) {
        part.hits().forEach(hit -> found.add(hit.ordinal()));
        seen += part.hits().size();
        part = part(query, seen);
      }
      if (part.position() == first.position()) {
        return found.build().sorted().toArray();
      }
    }
    throw new IllegalStateException("the index changes faster than it can be read");
  }

  private SearchResult part(SearchQuery query, int offset) {
    return search.apply(query.withPage(new Page(offset, Page.MAX_LIMIT)));
  }
}
