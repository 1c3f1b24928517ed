package org.allmende.catalog.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found.
 *
 * @param total how many datasets match
 * @param hits those of the page asked for
 * @param facets counts by field, in the order asked for; most frequent first, ties by value
 * @param position the sequence number that the index had reached
 */
public record SearchResult(
    long total, List<Hit> hits, Map<IndexField, List<FacetCount>> facets, long position) {

  public SearchResult {
    hits = List.copyOf(hits);
    facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
  }
}
