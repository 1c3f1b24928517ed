package org.allmende.catalog.search.lucene;

import java.util.List;
import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.IndexField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Filters as Lucene queries. */
final class FilterQueries {

  private final WordQueries words;

  FilterQueries(WordQueries words) {
    this.words = words;
  }

  Query of(Filter filter) {
    return switch (filter) {
      case Filter.Is is -> is(is.field(), is.value());
      case Filter.Exists exists -> exists(exists.field());
      case Filter.Between between ->
          LongField.newRangeQuery(Fields.name(between.field()), between.low(), between.high());
      case Filter.All all -> combined(all.filters(), Occur.MUST, MatchAllDocsQuery.INSTANCE);
      case Filter.Any any ->
          combined(any.filters(), Occur.SHOULD, new MatchNoDocsQuery("none of no filters"));
      case Filter.Not not -> not(not.filter());
    };
  }

  private Query is(IndexField field, String value) {
    return switch (field.kind()) {
      case WORDS -> words.inField(Fields.name(field), value);
      case EXACT -> new TermQuery(new Term(Fields.name(field), value));
      case TIME, NUMBER -> number(field, value);
    };
  }

  private static Query number(IndexField field, String value) {
    try {
      return LongField.newExactQuery(Fields.name(field), Long.parseLong(value));
    } catch (NumberFormatException e) {
      return new MatchNoDocsQuery(value + " is no whole number");
    }
  }

  private static Query exists(IndexField field) {
    // Norms tell it for fields of words, doc values for all others.
    return new FieldExistsQuery(Fields.name(field));
  }

  private Query combined(List<Filter> filters, Occur occur, Query ofNone) {
    if (filters.isEmpty()) {
      return ofNone;
    }
    var query = new BooleanQuery.Builder();
    filters.forEach(filter -> query.add(of(filter), occur));
    return query.build();
  }

  private Query not(Filter filter) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
        .add(of(filter), Occur.MUST_NOT)
        .build();
  }
}
