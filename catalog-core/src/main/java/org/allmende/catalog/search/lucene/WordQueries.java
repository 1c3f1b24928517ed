package org.allmende.catalog.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What a person typed, as a Lucene query: every word must occur, in any field; a word in the title
 * counts more than one in the text, a word as typed more than its stem.
 */
final class WordQueries {

  private static final Pattern PIECE =
      Pattern.compile("(?<sign>[+-])?(?:\"(?<phrase>[^\"]*)\"?|(?<word>\\S+))");

  private final Analyzer stemmed;
  private final Analyzer exact;

  WordQueries(Analyzer stemmed, Analyzer exact) {
    this.stemmed = stemmed;
    this.exact = exact;
  }

  /** The query for a text; for an empty one, or one of stop words alone, everything. */
  Query of(String text) {
    var query = new BooleanQuery.Builder();
    var clauses = 0;
    var isOnlyNegative = true;
    var pieces = PIECE.matcher(text);
    while (pieces.find() && clauses < 64) {
      var isNot = "-".equals(pieces.group("sign"));
      var piece = piece(pieces.group("phrase"), pieces.group("word"));
      if (piece != null) {
        query.add(piece, isNot ? Occur.MUST_NOT : Occur.MUST);
        isOnlyNegative &= isNot;
        clauses++;
      }
    }
    if (isOnlyNegative) {
      query.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
    }
    return query.build();
  }

  private @org.jspecify.annotations.Nullable Query piece(
      @org.jspecify.annotations.Nullable String phrase,
      @org.jspecify.annotations.Nullable String word) {
    if (phrase != null) {
      return anyField(phrase);
    }
    if (word == null) {
      return null;
    }
    if (word.length() > 2 && word.endsWith("*")) {
      return prefix(word.substring(0, word.length() - 1));
    }
    return anyField(word);
  }

  private @org.jspecify.annotations.Nullable Query anyField(String text) {
    var stems = words(stemmed, text);
    if (stems.isEmpty()) {
      return null;
    }
    var exactWords = words(exact, text);
    return new DisjunctionMaxQuery(
        List.of(
            boosted(Fields.TITLE_EXACT, exactWords, 8),
            boosted(Fields.TITLE, stems, 5),
            boosted(Fields.KEYWORDS, stems, 3),
            boosted(Fields.EVERYTHING_EXACT, exactWords, 1.5f),
            boosted(Fields.EVERYTHING, stems, 1)),
        0.1f);
  }

  private static Query boosted(String field, List<Word> words, float boost) {
    return new BoostQuery(query(field, words, 0), boost);
  }

  private Query prefix(String beginning) {
    var folded = exact.normalize(Fields.EVERYTHING_EXACT, beginning);
    return new DisjunctionMaxQuery(
        List.of(
            new BoostQuery(
                new ConstantScoreQuery(new PrefixQuery(new Term(Fields.TITLE_EXACT, folded))), 4),
            new ConstantScoreQuery(new PrefixQuery(new Term(Fields.EVERYTHING_EXACT, folded)))),
        0);
  }

  /**
   * These words in this field, as a phrase when they are several; empty when the analysis leaves
   * none of them.
   *
   * @param slop how many steps the words of a phrase may be moved
   */
  Optional<Query> inField(String field, String text, int slop) {
    var words = words(stemmed, text);
    return words.isEmpty() ? Optional.empty() : Optional.of(query(field, words, slop));
  }

  private record Word(String text, int position) {}

  private static Query query(String field, List<Word> words, int slop) {
    if (words.size() == 1) {
      return new TermQuery(new Term(field, words.getFirst().text()));
    }
    var phrase = new PhraseQuery.Builder().setSlop(slop);
    words.forEach(word -> phrase.add(new Term(field, word.text()), word.position()));
    return phrase.build();
  }

  private static List<Word> words(Analyzer analyzer, String text) {
    var words = new ArrayList<Word>();
    try (var tokens = analyzer.tokenStream("", text)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      var step = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      var position = -1;
      while (tokens.incrementToken()) {
        position += step.getPositionIncrement();
        words.add(new Word(term.toString(), position));
      }
      tokens.end();
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
  }
}
