package org.allmende.catalog.search.lucene;

import java.time.Clock;
import org.allmende.catalog.search.Question;
import org.apache.lucene.search.Query;

/** Questions as Lucene queries, each kind by its own class. */
final class QuestionQueries {

  private final WordQueries words;
  private final LooseQueries loose;
  private final ExpressionQueries expressions;
  private final Standing standing = new Standing(Clock.systemUTC());

  QuestionQueries(WordQueries words, ExpressionQueries expressions) {
    this.words = words;
    this.loose = new LooseQueries(words, expressions);
    this.expressions = expressions;
  }

  Query of(Question question) {
    return switch (question) {
      case Question.Words asked -> standing.added(words.of(asked.text()));
      case Question.LooseWords asked -> loose.of(asked);
      case Question.Matching asked -> expressions.of(asked.expression());
    };
  }
}
