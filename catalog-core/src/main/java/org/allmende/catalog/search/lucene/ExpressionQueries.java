package org.allmende.catalog.search.lucene;

import java.util.List;
import java.util.Optional;
import org.allmende.catalog.search.Expression;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.TooCostlyException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * Clauses about fields as Lucene queries. A clause of which the analysis leaves nothing, such as a
 * stop word, says nothing: it is passed over beside others, and alone finds nothing.
 */
final class ExpressionQueries {

  /** So many like words are tried for one that is written with a tilde. */
  private static final int FUZZY_EXPANSIONS = 50;

  private static final Query NONE = new MatchNoDocsQuery("nothing is said");

  private final WordQueries words;
  private final Analyzer exact;

  /**
   * @param exact folds letters as the fields of unstemmed words do
   */
  ExpressionQueries(WordQueries words, Analyzer exact) {
    this.words = words;
    this.exact = exact;
  }

  Query of(Expression expression) {
    return find(expression).orElse(NONE);
  }

  /** The query, or empty when the analysis leaves nothing of it. */
  Optional<Query> find(Expression expression) {
    return switch (expression) {
      case Expression.Every every -> Optional.of(MatchAllDocsQuery.INSTANCE);
      case Expression.Term term -> phrase(term.field(), term.text(), 0);
      case Expression.Phrase phrase -> phrase(phrase.field(), phrase.text(), phrase.slop());
      case Expression.Prefix prefix -> Optional.of(prefix(prefix));
      case Expression.Wildcard wildcard -> Optional.of(wildcard(wildcard));
      case Expression.Fuzzy fuzzy -> Optional.of(fuzzy(fuzzy));
      case Expression.Range range -> Optional.of(range(range));
      case Expression.Between between -> Optional.of(between(between));
      case Expression.Exists exists -> Optional.of(exists(exists.field()));
      case Expression.Boost boost ->
          find(boost.of()).map(boosted -> new BoostQuery(boosted, boost.factor()));
      case Expression.Bool bool -> bool(bool);
    };
  }

  private Optional<Query> phrase(IndexField field, String text, int slop) {
    return switch (field.kind()) {
      case WORDS -> words.inField(Fields.name(field), text, slop);
      case EXACT -> Optional.of(new TermQuery(term(field, text)));
      case TIME, NUMBER -> Optional.of(number(field, text));
    };
  }

  private static Query number(IndexField field, String value) {
    try {
      return LongField.newExactQuery(Fields.name(field), Long.parseLong(value));
    } catch (NumberFormatException e) {
      return new MatchNoDocsQuery(value + " is no whole number");
    }
  }

  private static Term term(IndexField field, String text) {
    return new Term(Fields.name(field), text);
  }

  private Query prefix(Expression.Prefix prefix) {
    var field = prefix.field();
    if (field.kind() != IndexField.Kind.WORDS) {
      return new PrefixQuery(term(field, prefix.beginning()));
    }
    var query = new PrefixQuery(new Term(Fields.unstemmed(field), folded(prefix.beginning())));
    return withStem(query, field, prefix.beginning());
  }

  /** Where words are kept by their stems alone, one that ends as it was asked for is found too. */
  private Query withStem(Query query, IndexField field, String word) {
    if (!Fields.unstemmed(field).equals(Fields.name(field))) {
      return query;
    }
    var either = new BooleanQuery.Builder().add(query, Occur.SHOULD);
    words.inField(Fields.name(field), word, 0).ifPresent(stem -> either.add(stem, Occur.SHOULD));
    return either.build();
  }

  private Query wildcard(Expression.Wildcard wildcard) {
    var field = wildcard.field();
    var isWords = field.kind() == IndexField.Kind.WORDS;
    var name = isWords ? Fields.unstemmed(field) : Fields.name(field);
    var pattern = isWords ? folded(wildcard.pattern()) : wildcard.pattern();
    try {
      return new WildcardQuery(new Term(name, pattern));
    } catch (TooComplexToDeterminizeException e) {
      throw new TooCostlyException("\"" + wildcard.pattern() + "\" has too many wildcards", e);
    }
  }

  private Query fuzzy(Expression.Fuzzy fuzzy) {
    var field = fuzzy.field();
    if (field.kind() != IndexField.Kind.WORDS) {
      return fuzzy(Fields.name(field), fuzzy.text(), fuzzy.edits());
    }
    var query = fuzzy(Fields.unstemmed(field), folded(fuzzy.text()), fuzzy.edits());
    return withStem(query, field, fuzzy.text());
  }

  private static Query fuzzy(String field, String text, int edits) {
    return new FuzzyQuery(new Term(field, text), edits, 0, FUZZY_EXPANSIONS, true);
  }

  /** Lower case and umlauts as in the index; signs of a pattern stay. */
  private String folded(String text) {
    return exact.normalize(Fields.EVERYTHING_EXACT, text).utf8ToString();
  }

  private Query range(Expression.Range range) {
    var field = range.field();
    var isWords = field.kind() == IndexField.Kind.WORDS;
    return new TermRangeQuery(
        isWords ? Fields.unstemmed(field) : Fields.name(field),
        range.low().map(end -> bytes(end, isWords)).orElse(null),
        range.high().map(end -> bytes(end, isWords)).orElse(null),
        range.low().map(Expression.End::included).orElse(true),
        range.high().map(Expression.End::included).orElse(true));
  }

  private BytesRef bytes(Expression.End end, boolean isWords) {
    return new BytesRef(isWords ? folded(end.text()) : end.text());
  }

  private static Query between(Expression.Between between) {
    return LongField.newRangeQuery(Fields.name(between.field()), between.low(), between.high());
  }

  private static Query exists(IndexField field) {
    // Norms tell it for fields of words, doc values for all others.
    return new FieldExistsQuery(Fields.name(field));
  }

  private Optional<Query> bool(Expression.Bool bool) {
    var query = new BooleanQuery.Builder();
    var wanted = add(query, bool.must(), Occur.MUST) + add(query, bool.should(), Occur.SHOULD);
    var unwanted = add(query, bool.mustNot(), Occur.MUST_NOT);
    if (wanted + unwanted == 0) {
      return Optional.empty();
    }
    if (wanted == 0) {
      query.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
    }
    return Optional.of(query.build());
  }

  private int add(BooleanQuery.Builder query, List<Expression> parts, Occur occur) {
    var added = 0;
    for (var part : parts) {
      var found = find(part);
      if (found.isPresent()) {
        query.add(found.get(), occur);
        added++;
      }
    }
    return added;
  }
}
