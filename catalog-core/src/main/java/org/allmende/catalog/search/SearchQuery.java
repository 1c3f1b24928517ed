package org.allmende.catalog.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a person or a program seeks.
 *
 * @param question what is asked, and so what ranks
 * @param filters all must hold
 * @param choices what a person chose in facets, by the field: all must hold too, but the counts of
 *     a field are not narrowed by its own choice, so that they tell what another choice would find
 * @param preferred what holds this ranks higher; it decides nothing
 * @param visibility what the caller may see at all; nothing else in the query can widen it
 * @param facets the fields to count values of
 * @param facetLimit how many values to count at most, 1 or more
 * @param sort the order, the first key first; equal ones fall back to the ordinal
 * @param page the window
 * @param highlight whether hits carry a passage with the words marked
 */
public record SearchQuery(
    Question question,
    List<Filter> filters,
    Map<IndexField, Filter> choices,
    Optional<Filter> preferred,
    Filter visibility,
    List<IndexField> facets,
    int facetLimit,
    List<SortOrder> sort,
    Page page,
    boolean highlight) {

  /** What anybody may see. */
  public static final Filter PUBLIC = new Filter.Is(IndexField.VISIBILITY, "public");

  public SearchQuery {
    filters = List.copyOf(filters);
    choices = Map.copyOf(choices);
    facets = List.copyOf(facets);
    sort = List.copyOf(sort);
    if (facetLimit < 1) {
      throw new IllegalArgumentException("facetLimit must be 1 or more, was " + facetLimit);
    }
  }

  /** A query for this: public datasets, the best ten. */
  public static SearchQuery asking(Question question) {
    return new SearchQuery(
        question,
        List.of(),
        Map.of(),
        Optional.empty(),
        PUBLIC,
        List.of(),
        50,
        List.of(SortOrder.RELEVANCE),
        new Page(0, 10),
        false);
  }

  /** A query for a person's words. */
  public static SearchQuery forText(String text) {
    return text.isBlank() ? all() : asking(new Question.Words(text));
  }

  /** A query for everything public. */
  public static SearchQuery all() {
    return asking(Question.EVERYTHING);
  }

  /** This query with one more filter. */
  public SearchQuery filteredBy(Filter filter) {
    return with(parts -> parts.filters.add(filter));
  }

  /** This query with a choice in the facet of a field, in place of one made there before. */
  public SearchQuery choosing(IndexField field, Filter choice) {
    return with(parts -> parts.choices.put(field, choice));
  }

  /** This query without a choice in the facet of a field. */
  public SearchQuery withoutChoice(IndexField field) {
    return with(parts -> parts.choices.remove(field));
  }

  /** This query with what holds this ranked higher. */
  public SearchQuery preferring(Filter filter) {
    return with(parts -> parts.preferred = Optional.of(filter));
  }

  /** This query for other words, or another question. */
  public SearchQuery withQuestion(Question other) {
    return with(parts -> parts.question = other);
  }

  /** This query as somebody asks it who may see what this filter lets through. */
  public SearchQuery visibleThrough(Filter filter) {
    return with(parts -> parts.visibility = filter);
  }

  /**
   * This query counting these fields, at most {@code limit} values each, of days all.
   *
   * @see IndexField#UPDATED_DAY
   */
  public SearchQuery countingBy(List<IndexField> fields, int limit) {
    return with(
        parts -> {
          parts.facets = fields;
          parts.facetLimit = limit;
        });
  }

  /** This query in another order. */
  public SearchQuery sortedBy(SortOrder... order) {
    return with(parts -> parts.sort = List.of(order));
  }

  /** This query with another window. */
  public SearchQuery withPage(Page window) {
    return with(parts -> parts.page = window);
  }

  /** This query with passages that show the words found. */
  public SearchQuery highlighted() {
    return with(parts -> parts.highlight = true);
  }

  /** The query that has the same facets: page, order and marks do not matter to them. */
  public SearchQuery forFacets() {
    return with(
        parts -> {
          parts.sort = List.of();
          parts.page = new Page(0, 0);
          parts.highlight = false;
          parts.preferred = Optional.empty();
        });
  }

  private SearchQuery with(Consumer<Parts> change) {
    var parts = new Parts(this);
    change.accept(parts);
    return parts.query();
  }

  /** The parts of a copy in the making, so that each method names only what it changes. */
  private static final class Parts {
    private Question question;
    private final List<Filter> filters;
    private final Map<IndexField, Filter> choices;
    private Optional<Filter> preferred;
    private Filter visibility;
    private List<IndexField> facets;
    private int facetLimit;
    private List<SortOrder> sort;
    private Page page;
    private boolean highlight;

    Parts(SearchQuery from) {
      question = from.question;
      filters = new ArrayList<>(from.filters);
      choices = new HashMap<>(from.choices);
      preferred = from.preferred;
      visibility = from.visibility;
      facets = from.facets;
      facetLimit = from.facetLimit;
      sort = from.sort;
      page = from.page;
      highlight = from.highlight;
    }

    SearchQuery query() {
      return new SearchQuery(
          question,
          filters,
          choices,
          preferred,
          visibility,
          facets,
          facetLimit,
          sort,
          page,
          highlight);
    }
  }
}
