package org.allmende.catalog.search.lucene;

import java.util.List;
import org.allmende.catalog.search.Expression;
import org.allmende.catalog.search.Filter;
import org.apache.lucene.document.LatLonShape;
import org.apache.lucene.document.ShapeField.QueryRelation;
import org.apache.lucene.geo.Circle;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Filters as Lucene queries. */
final class FilterQueries {

  private static final double METERS_PER_KILOMETER = 1_000;

  private final ExpressionQueries expressions;

  FilterQueries(ExpressionQueries expressions) {
    this.expressions = expressions;
  }

  Query of(Filter filter) {
    return switch (filter) {
      case Filter.Is is -> expressions.of(new Expression.Term(is.field(), is.value()));
      case Filter.Exists exists -> expressions.of(new Expression.Exists(exists.field()));
      case Filter.Between between ->
          expressions.of(new Expression.Between(between.field(), between.low(), between.high()));
      case Filter.Matches matches -> expressions.of(matches.expression());
      case Filter.InBox in ->
          LatLonShape.newBoxQuery(
              Fields.PLACES,
              QueryRelation.INTERSECTS,
              in.box().south(),
              in.box().north(),
              in.box().west(),
              in.box().east());
      case Filter.Near near ->
          LatLonShape.newDistanceQuery(
              Fields.PLACES,
              QueryRelation.INTERSECTS,
              new Circle(
                  near.center().latitude(),
                  near.center().longitude(),
                  near.kilometers() * METERS_PER_KILOMETER));
      case Filter.In in ->
          new TermInSetQuery(
              Fields.name(in.field()), in.values().stream().map(BytesRef::new).toList());
      case Filter.All all -> combined(all.filters(), Occur.MUST, MatchAllDocsQuery.INSTANCE);
      case Filter.Any any ->
          combined(any.filters(), Occur.SHOULD, new MatchNoDocsQuery("none of no filters"));
      case Filter.Not not -> not(not.filter());
    };
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
