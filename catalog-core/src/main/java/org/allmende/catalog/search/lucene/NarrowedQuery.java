package org.allmende.catalog.search.lucene;

import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.SearchQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** A question with all that narrows its answer, as a whole or without the choice of one facet. */
final class NarrowedQuery {

  /** As much as a word in the title; enough to lift, not enough to bury what fits better. */
  private static final float PREFERENCE = 6;

  private final SearchQuery query;
  private final Query asked;
  private final FilterQueries filters;

  NarrowedQuery(SearchQuery query, Query asked, FilterQueries filters) {
    this.query = query;
    this.asked = asked;
    this.filters = filters;
  }

  Query whole() {
    return without(null);
  }

  /** What would be found if nothing were chosen in this facet. */
  Query without(@Nullable IndexField facet) {
    var all = new BooleanQuery.Builder().add(asked, Occur.MUST);
    query.filters().forEach(filter -> all.add(filters.of(filter), Occur.FILTER));
    query
        .choices()
        .forEach(
            (field, choice) -> {
              if (!field.equals(facet)) {
                all.add(filters.of(choice), Occur.FILTER);
              }
            });
    if (!query.visibility().equals(Filter.ALWAYS)) {
      all.add(filters.of(query.visibility()), Occur.FILTER);
    }
    if (facet == null) {
      query.preferred().ifPresent(preferred -> all.add(boost(preferred), Occur.SHOULD));
    }
    return all.build();
  }

  private Query boost(Filter preferred) {
    return new BoostQuery(new ConstantScoreQuery(filters.of(preferred)), PREFERENCE);
  }
}
