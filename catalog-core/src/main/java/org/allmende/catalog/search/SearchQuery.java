package org.allmende.catalog.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person or a program seeks.
 *
 * @param text the words; empty: everything. All words must occur; {@code "…"} is a phrase, {@code
 *     -word} excludes, {@code word*} is the beginning of a word
 * @param filters all must hold
 * @param facets the fields to count values of
 * @param facetLimit how many values to count at most, 1 or more
 * @param sort the order
 * @param page the window
 * @param includePrivate also private datasets and drafts; the caller has checked the right to
 * @param highlight whether hits carry a passage with the words marked
 */
public record SearchQuery(
    String text,
    List<Filter> filters,
    List<IndexField> facets,
    int facetLimit,
    SortOrder sort,
    Page page,
    boolean includePrivate,
    boolean highlight) {

  public SearchQuery {
    filters = List.copyOf(filters);
    facets = List.copyOf(facets);
    if (facetLimit < 1) {
      throw new IllegalArgumentException("facetLimit must be 1 or more, was " + facetLimit);
    }
  }

  /** A query for these words: public datasets, the best ten. */
  public static SearchQuery forText(String text) {
    return new SearchQuery(
        text.strip(), List.of(), List.of(), 50, SortOrder.RELEVANCE, new Page(0, 10), false, false);
  }

  /** A query for everything public. */
  public static SearchQuery all() {
    return forText("");
  }

  /** This query with one more filter. */
  public SearchQuery filteredBy(Filter filter) {
    var more = new ArrayList<>(filters);
    more.add(filter);
    return new SearchQuery(text, more, facets, facetLimit, sort, page, includePrivate, highlight);
  }

  /** This query counting these fields, at most {@code limit} values each. */
  public SearchQuery countingBy(List<IndexField> fields, int limit) {
    return new SearchQuery(text, filters, fields, limit, sort, page, includePrivate, highlight);
  }

  /** This query in another order. */
  public SearchQuery sortedBy(SortOrder order) {
    return new SearchQuery(
        text, filters, facets, facetLimit, order, page, includePrivate, highlight);
  }

  /** This query with another window. */
  public SearchQuery withPage(Page window) {
    return new SearchQuery(
        text, filters, facets, facetLimit, sort, window, includePrivate, highlight);
  }

  /** This query with passages that show the words found. */
  public SearchQuery highlighted() {
    return new SearchQuery(text, filters, facets, facetLimit, sort, page, includePrivate, true);
  }
}
