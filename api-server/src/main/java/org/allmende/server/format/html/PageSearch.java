package org.allmende.server.format.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allmende.catalog.search.FacetCount;
import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.LicenseUse;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;

/**
 * One search as a page needs it: the hits, and for each facet the counts that its own choice does
 * not narrow. That is one question to the index more for each facet with a choice.
 */
final class PageSearch {

  private static final int ALL_VALUES = 1_000;
  private static final Page COUNT_ALONE = new Page(0, 0);

  private final Function<SearchQuery, SearchResult> index;
  private final SearchChoice choice;
  private final Map<LicenseUse, List<String>> licenses;

  PageSearch(Function<SearchQuery, SearchResult> index, SearchChoice choice) {
    this.index = index;
    this.choice = choice;
    this.licenses = licenses();
  }

  /** All licenses of the catalog as they are written there, by what they allow. */
  private Map<LicenseUse, List<String>> licenses() {
    var query =
        SearchQuery.all().withPage(COUNT_ALONE).countingBy(List.of(IndexField.LICENSE), ALL_VALUES);
    return index.apply(query).facets().getOrDefault(IndexField.LICENSE, List.of()).stream()
        .map(FacetCount::value)
        .collect(Collectors.groupingBy(LicenseUse::of));
  }

  /** The hits of the chosen page. */
  SearchResult hits() {
    var offset = (choice.page() - 1) * SearchChoice.PAGE_SIZE;
    return index.apply(
        narrowed(null)
            .sortedBy(choice.sort().order())
            .withPage(new Page(offset, SearchChoice.PAGE_SIZE))
            .highlighted());
  }

  /** How many datasets this choice finds. */
  long count() {
    return index.apply(narrowed(null).withPage(COUNT_ALONE)).total();
  }

  /** Counts of all facets, most frequent first; a chosen value stands there even with 0. */
  Map<SearchFacet, List<FacetCount>> facets() {
    var counts = new EnumMap<SearchFacet, List<FacetCount>>(SearchFacet.class);
    for (var facet : SearchFacet.values()) {
      var found = facet == SearchFacet.USE ? uses() : values(facet);
      counts.put(facet, withChosen(facet, found));
    }
    return counts;
  }

  private List<FacetCount> values(SearchFacet facet) {
    var query =
        narrowed(facet).withPage(COUNT_ALONE).countingBy(List.of(facet.field()), ALL_VALUES);
    return index.apply(query).facets().getOrDefault(facet.field(), List.of());
  }

  /** Each use is counted by itself: a dataset with two licenses of one kind counts once. */
  private List<FacetCount> uses() {
    var counts = new ArrayList<FacetCount>();
    for (var use : LicenseUse.values()) {
      var query = narrowed(SearchFacet.USE).withPage(COUNT_ALONE).filteredBy(allowing(use));
      var total = Math.toIntExact(index.apply(query).total());
      if (total > 0) {
        counts.add(new FacetCount(use.key(), total));
      }
    }
    counts.sort(Comparator.comparingInt(FacetCount::count).reversed());
    return counts;
  }

  private List<FacetCount> withChosen(SearchFacet facet, List<FacetCount> found) {
    var counts = new ArrayList<>(found);
    choice.of(facet).stream()
        .filter(value -> found.stream().noneMatch(count -> count.value().equals(value)))
        .forEach(value -> counts.add(new FacetCount(value, 0)));
    return counts;
  }

  /** The query of the choice, leaving one facet's choice away. */
  private SearchQuery narrowed(@org.jspecify.annotations.Nullable SearchFacet except) {
    var query = SearchQuery.forText(choice.text());
    for (var facet : SearchFacet.values()) {
      if (facet != except && !choice.of(facet).isEmpty()) {
        query = query.filteredBy(any(facet));
      }
    }
    return query;
  }

  private Filter any(SearchFacet facet) {
    return new Filter.Any(choice.of(facet).stream().map(value -> filter(facet, value)).toList());
  }

  private Filter filter(SearchFacet facet, String value) {
    if (facet != SearchFacet.USE) {
      return new Filter.Is(facet.field(), value);
    }
    return LicenseUse.find(value).map(this::allowing).orElseGet(() -> new Filter.Any(List.of()));
  }

  private Filter allowing(LicenseUse use) {
    var filters = new ArrayList<Filter>();
    licenses
        .getOrDefault(use, List.of())
        .forEach(license -> filters.add(new Filter.Is(IndexField.LICENSE, license)));
    if (use == LicenseUse.UNKNOWN) {
      filters.add(new Filter.Not(new Filter.Exists(IndexField.LICENSE)));
    }
    return new Filter.Any(filters);
  }
}
