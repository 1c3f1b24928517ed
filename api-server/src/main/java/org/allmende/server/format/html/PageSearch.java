package org.allmende.server.format.html;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.allmende.catalog.search.AssistedSearch;
import org.allmende.catalog.search.FacetCount;
import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;
import org.allmende.catalog.search.Understanding;
import org.allmende.catalog.search.place.Gazetteer;

/** One search as a page needs it: how the words were understood, the hits, the facets. */
final class PageSearch {

  private static final int ALL_VALUES = 1_000;
  private static final Page COUNT_ALONE = new Page(0, 0);
  private static final List<IndexField> COUNTED =
      Arrays.stream(SearchFacet.values())
          .filter(facet -> facet != SearchFacet.SERIES)
          .map(SearchFacet::field)
          .toList();

  private final SearchHelp help;
  private final SearchChoice choice;
  private final Instant now;
  private final AssistedSearch.Asked asked;

  /** What every search of people needs: the index, what understands words, places and the time. */
  record SearchHelp(
      Function<SearchQuery, SearchResult> index,
      AssistedSearch assisted,
      Gazetteer gazetteer,
      Clock clock) {}

  PageSearch(SearchHelp help, SearchChoice choice) {
    this(help, choice, query -> onPage(query, choice));
  }

  private PageSearch(SearchHelp help, SearchChoice choice, UnaryOperator<SearchQuery> wanted) {
    this.help = help;
    this.choice = choice;
    this.now = help.clock().instant();
    var query = wanted.apply(chosen());
    this.asked = help.assisted().understand(choice.text(), query, choice.declined());
  }

  private static SearchQuery onPage(SearchQuery query, SearchChoice choice) {
    var offset = (choice.page() - 1) * SearchChoice.PAGE_SIZE;
    return query
        .sortedBy(choice.sort().order())
        .withPage(new Page(offset, SearchChoice.PAGE_SIZE))
        .countingBy(counted(choice), ALL_VALUES)
        .highlighted();
  }

  /** Series are counted only where one was chosen: most datasets have none. */
  private static List<IndexField> counted(SearchChoice choice) {
    return choice.of(SearchFacet.SERIES).isEmpty()
        ? COUNTED
        : Stream.concat(COUNTED.stream(), Stream.of(IndexField.SERIES)).toList();
  }

  /** How many datasets a choice finds. */
  static long count(SearchHelp help, SearchChoice choice) {
    return new PageSearch(help, choice, query -> query.withPage(COUNT_ALONE)).hits().total();
  }

  Understanding understanding() {
    return asked.understanding();
  }

  /** The hits of the chosen page, and what can be counted with them. */
  SearchResult hits() {
    return help.index().apply(asked.query());
  }

  /**
   * Counts of all facets, most frequent first, years the latest first; a chosen value stands there
   * even with 0.
   *
   * @param result the answer of {@link #hits}
   */
  Map<SearchFacet, List<FacetCount>> facets(SearchResult result) {
    var counts = new EnumMap<SearchFacet, List<FacetCount>>(SearchFacet.class);
    for (var facet : SearchFacet.values()) {
      counts.put(facet, withChosen(facet, counts(facet, result)));
    }
    return counts;
  }

  private List<FacetCount> counts(SearchFacet facet, SearchResult result) {
    var counts = result.facets().getOrDefault(facet.field(), List.of());
    return switch (facet) {
      case FRESHNESS -> freshness(counts);
      case YEAR ->
          counts.stream().sorted(Comparator.comparing(FacetCount::value).reversed()).toList();
      default -> counts;
    };
  }

  private List<FacetCount> freshness(List<FacetCount> days) {
    return Arrays.stream(Freshness.values())
        .map(freshness -> new FacetCount(freshness.key(), freshness.count(days, now)))
        .filter(count -> count.count() > 0)
        .toList();
  }

  private List<FacetCount> withChosen(SearchFacet facet, List<FacetCount> found) {
    var counts = new ArrayList<>(found);
    choice.of(facet).stream()
        .filter(value -> found.stream().noneMatch(count -> count.value().equals(value)))
        .forEach(value -> counts.add(new FacetCount(value, 0)));
    return counts;
  }

  private SearchQuery chosen() {
    var query = SearchQuery.all();
    for (var facet : SearchFacet.values()) {
      if (!choice.of(facet).isEmpty()) {
        query = query.choosing(facet.field(), any(facet));
      }
    }
    for (var filter : choice.bounds().filters(help.gazetteer())) {
      query = query.filteredBy(filter);
    }
    return query;
  }

  private Filter any(SearchFacet facet) {
    var values = choice.of(facet);
    return switch (facet) {
      case PLACE -> new ChosenPlaces(help.gazetteer(), choice.radius()).filter(values);
      case FRESHNESS ->
          new Filter.Any(
              values.stream()
                  .flatMap(value -> Freshness.find(value).stream())
                  .map(freshness -> freshness.filter(now))
                  .toList());
      default -> new Filter.Any(values.stream().map(value -> is(facet, value)).toList());
    };
  }

  private static Filter is(SearchFacet facet, String value) {
    return new Filter.Is(facet.field(), value);
  }
}
