package org.allmende.server.format.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.allmende.catalog.search.Expression;
import org.allmende.catalog.search.FacetCount;
import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;

/**
 * How many datasets of a topic are about which year. One about several years counts in each of
 * them; one whose publisher names no period counts in none.
 *
 * @param latest the latest years that datasets are about, the last first
 * @param earlier how many datasets are about the time before these
 * @param undated how many name no period
 */
record TopicYears(List<FacetCount> latest, Optional<Earlier> earlier, long undated) {
  private static final int SHOWN = 10;
  private static final int ALL_YEARS = 10_000;

  TopicYears {
    latest = List.copyOf(latest);
  }

  /**
   * The time before the years shown.
   *
   * @param to its last year
   * @param datasets those that are about a part of it
   */
  record Earlier(String to, long datasets) {}

  /**
   * Counts.
   *
   * @param query what finds all datasets of the topic
   * @param total how many there are
   */
  static TopicYears of(SearchQuery query, long total, Function<SearchQuery, SearchResult> index) {
    var counting = query.withPage(new Page(0, 0)).countingBy(List.of(IndexField.YEAR), ALL_YEARS);
    var years =
        new ArrayList<>(index.apply(counting).facets().getOrDefault(IndexField.YEAR, List.of()));
    years.sort(Comparator.comparing(FacetCount::value).reversed());
    if (years.isEmpty()) {
      return new TopicYears(years, Optional.empty(), total);
    }
    var dated = count(query, new Filter.Exists(IndexField.YEAR), index);
    if (years.size() <= SHOWN + 1) {
      return new TopicYears(years, Optional.empty(), total - dated);
    }
    var to = years.get(SHOWN).value();
    var until =
        new Expression.Range(
            IndexField.YEAR, Optional.empty(), Optional.of(new Expression.End(to, true)));
    var before = count(query, new Filter.Matches(until), index);
    return new TopicYears(
        years.subList(0, SHOWN), Optional.of(new Earlier(to, before)), total - dated);
  }

  private static long count(
      SearchQuery query, Filter filter, Function<SearchQuery, SearchResult> index) {
    return index.apply(query.withPage(new Page(0, 0)).filteredBy(filter)).total();
  }
}
