package org.allmende.catalog.search;

import org.allmende.catalog.ledger.Follower;

/**
 * Finds datasets by words and filters. It follows the ledger, holds every dataset that is not
 * withdrawn, and filters by visibility.
 *
 * <p>Any number of threads may search while one applies revisions. Every implementation passes
 * {@code SearchIndexContract}.
 */
public interface SearchIndex extends Follower, IndexWords {

  /** Answers from the newest state that {@link #apply} has completed. */
  SearchResult search(SearchQuery query);

  /** The sum of a number over all public datasets, in the same state. */
  long sum(IndexField number);
}
