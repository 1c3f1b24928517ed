package org.allmende.catalog.search.lucene;

import java.io.IOException;
import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.SearchQuery;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
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
  private final IndexReader reader;

  /**
   * @param reader the state of the index that will be asked
   */
  NarrowedQuery(SearchQuery query, Query asked, FilterQueries filters, IndexReader reader) {
    this.query = query;
    this.asked = asked;
    this.filters = filters;
    this.reader = reader;
  }

  Query whole() throws IOException {
    return without(null);
  }

  /** What would be found if nothing were chosen in this facet. */
  Query without(@Nullable IndexField facet) throws IOException {
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
    if (narrows(query.visibility())) {
      all.add(filters.of(query.visibility()), Occur.FILTER);
    }
    if (facet == null) {
      query.preferred().ifPresent(preferred -> all.add(boost(preferred), Occur.SHOULD));
    }
    return all.build();
  }

  /** False for what every single document fulfils: to look it up for each find costs a tenth. */
  private boolean narrows(Filter visibility) throws IOException {
    return switch (visibility) {
      case Filter.Is is when is.field().kind() == IndexField.Kind.EXACT ->
          reader.docFreq(new Term(Fields.name(is.field()), is.value())) < reader.maxDoc();
      default -> !visibility.equals(Filter.ALWAYS);
    };
  }

  private Query boost(Filter preferred) {
    return new BoostQuery(new ConstantScoreQuery(filters.of(preferred)), PREFERENCE);
  }
}
