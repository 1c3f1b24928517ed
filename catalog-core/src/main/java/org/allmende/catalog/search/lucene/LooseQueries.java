package org.allmende.catalog.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.search.Expression;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.Question.LooseWords;
import org.allmende.catalog.search.Question.Part;
import org.allmende.catalog.search.Question.Piece;
import org.allmende.catalog.search.language.Synonyms.Synonym;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/**
 * Loose words as a Lucene query: each is sought in every field and counts where it counts most; so
 * many of them as the minimum says must be found. A word that the fields of words pass over, such
 * as an article, is not one of them.
 */
final class LooseQueries {

  /** How much a find in a further field adds. */
  private static final float TIE = 0.1f;

  private final WordQueries plain;
  private final ExpressionQueries expressions;

  LooseQueries(WordQueries plain, ExpressionQueries expressions) {
    this.plain = plain;
    this.expressions = expressions;
  }

  Query of(LooseWords words) {
    var query = new BooleanQuery.Builder();
    var optional = 0;
    var wanted = 0;
    var company = WordsInCompany.of(words.parts(), plain.units());
    for (var i = 0; i < words.parts().size(); i++) {
      var part = words.parts().get(i);
      var found = part(part, company.get(i), words.weights());
      if (found.isPresent()) {
        query.add(found.get(), occur(part.occur()));
        optional += part.occur() == org.allmende.catalog.search.Question.Occur.MAY ? 1 : 0;
        wanted += part.occur() == org.allmende.catalog.search.Question.Occur.MUST_NOT ? 0 : 1;
      }
    }
    if (wanted == 0) {
      query.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
    }
    return query.setMinimumNumberShouldMatch(words.minimum().of(optional)).build();
  }

  private static Occur occur(org.allmende.catalog.search.Question.Occur occur) {
    return switch (occur) {
      case MUST -> Occur.MUST;
      case MAY -> Occur.SHOULD;
      case MUST_NOT -> Occur.MUST_NOT;
    };
  }

  private Optional<Query> part(Part part, List<Synonym> inCompany, Map<IndexField, Float> weights) {
    var alternatives = new BooleanQuery.Builder();
    var found = 0;
    for (var piece : part.alternatives()) {
      var query = anyField(piece, weights);
      if (query.isPresent()) {
        alternatives.add(query.get(), Occur.SHOULD);
        found++;
      }
    }
    inCompany.forEach(synonym -> alternatives.add(anyField(synonym, weights), Occur.SHOULD));
    return found == 0 ? Optional.empty() : Optional.of(alternatives.build());
  }

  private static Query anyField(Synonym synonym, Map<IndexField, Float> weights) {
    var fields =
        weights.entrySet().stream()
            .filter(weight -> weight.getKey().kind() == IndexField.Kind.WORDS)
            .<Query>map(
                weight ->
                    new BoostQuery(
                        UnitQueries.inField(Fields.name(weight.getKey()), synonym),
                        weight.getValue()))
            .toList();
    return new DisjunctionMaxQuery(fields, TIE);
  }

  private Optional<Query> anyField(Piece piece, Map<IndexField, Float> weights) {
    var fields = new ArrayList<Query>();
    var isSomewhere = false;
    for (var weight : weights.entrySet()) {
      var query = expressions.find(expression(piece, weight.getKey()));
      query.ifPresent(found -> fields.add(new BoostQuery(found, weight.getValue())));
      isSomewhere |= query.isPresent() && weight.getKey().kind() == IndexField.Kind.WORDS;
    }
    var needsWords =
        weights.keySet().stream().anyMatch(field -> field.kind() == IndexField.Kind.WORDS);
    return fields.isEmpty() || (needsWords && !isSomewhere)
        ? Optional.empty()
        : Optional.of(new DisjunctionMaxQuery(fields, TIE));
  }

  private static Expression expression(Piece piece, IndexField field) {
    return switch (piece.form()) {
      case WORD -> new Expression.Term(field, piece.text());
      case PHRASE -> new Expression.Phrase(field, piece.text(), 0);
      case PREFIX -> new Expression.Prefix(field, piece.text());
    };
  }
}
