package org.allmende.catalog.search.lucene;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allmende.catalog.search.FacetCount;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.SearchQuery;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;

/**
 * Counts the values of fields among the datasets found. A field in which something was chosen is
 * counted among what would be found without that choice: one pass more for each such field.
 */
final class FacetCounts {

  private static final int ALL = Integer.MAX_VALUE;

  private final SearchQuery query;
  private final NarrowedQuery narrowed;
  private final FacetedSearcher searcher;

  FacetCounts(SearchQuery query, NarrowedQuery narrowed, FacetedSearcher searcher) {
    this.query = query;
    this.narrowed = narrowed;
    this.searcher = searcher;
  }

  /**
   * The counts of the fields asked for, in their order.
   *
   * @param found what the whole query found
   */
  Map<IndexField, List<FacetCount>> of(FacetsCollector found) throws IOException {
    var counts = new LinkedHashMap<IndexField, List<FacetCount>>();
    for (var field : query.facets()) {
      counts.put(field, searcher.hasValues(field) ? counts(field, found) : List.of());
    }
    return counts;
  }

  private List<FacetCount> counts(IndexField field, FacetsCollector found) throws IOException {
    var counted =
        query.choices().containsKey(field)
            ? searcher.search(narrowed.without(field), new FacetsCollectorManager())
            : found;
    var tally = new FacetTally(searcher.facetValues(field), searcher.getIndexReader());
    tally.count(counted.getMatchingDocs());
    return tally.most(field.equals(IndexField.UPDATED_DAY) ? ALL : query.facetLimit());
  }
}
