package org.allmende.catalog.search;

import java.util.List;
import org.allmende.catalog.ledger.Follower;

/**
 * Finds datasets by words and filters. It follows the ledger, holds every dataset that is not
 * withdrawn, and filters by visibility.
 *
 * <p>Any number of threads may search while one applies revisions. Every implementation passes
 * {@code SearchIndexContract}.
 */
public interface SearchIndex extends Follower {

  /** Answers from the newest state that {@link #apply} has completed. */
  SearchResult search(SearchQuery query);

  /**
   * Words of public datasets that may have been meant by one that no dataset has, as they are
   * written there, the likeliest first; none when nothing is near. It may be two words, where a
   * space was left out.
   *
   * @param word as it was typed
   * @param most how many at most
   */
  List<String> respell(String word, int most);
}
