package org.allmende.catalog.search.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SortOrder;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopFieldCollectorManager;

/**
 * The whole order of a query's hits, for those who leaf through all of them: without it each page
 * would sort all pages before it once more. Belongs to one searcher; any number of threads may ask.
 */
final class DeepOrders {

  /** Pages that begin before this are found faster by themselves. */
  static final int DEEP = 1_000;

  /** So many documents may stand in all orders together: 16 MB. */
  private static final int MOST_KEPT = 4_000_000;

  private final Cache<Key, int[]> orders =
      Caffeine.newBuilder()
          .maximumWeight(MOST_KEPT)
          .weigher((Key key, int[] documents) -> documents.length + 1_000)
          .build();

  /** What is found and in which order. */
  private record Key(Query query, List<SortOrder> sort) {}

  /** True for a page so far back that the order is worth keeping. */
  static boolean isDeep(Page page) {
    return page.offset() >= DEEP && page.limit() > 0;
  }

  /** The documents found, first to last. The caller must not change them. */
  int[] of(SearchQuery query, Query lucene, IndexSearcher searcher) throws IOException {
    var key = new Key(lucene, query.sort());
    var known = orders.getIfPresent(key);
    if (known != null) {
      return known;
    }
    var all =
        new TopFieldCollectorManager(
            Sorts.of(query.sort()),
            Math.max(1, searcher.getIndexReader().maxDoc()),
            Integer.MAX_VALUE);
    var found = searcher.search(lucene, all).scoreDocs;
    var documents = Arrays.stream(found).mapToInt(hit -> hit.doc).toArray();
    orders.put(key, documents);
    return documents;
  }
}
