package org.allmende.catalog.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.allmende.catalog.search.language.Synonyms;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordQueriesTest {

  private static final int LARGE = 100_000;
  private static final int MOST_TERMS = 4_000;

  private final WordQueries queries = new WordQueries(Synonyms::ofTowns);

  @Test
  void seeksSoManyWordsAtMostHoweverManyAreTyped() {
    var words =
        IntStream.range(0, 5_000).mapToObj(i -> "wort" + i).collect(Collectors.joining(" "));
    var query = (BooleanQuery) queries.of(words);
    assertEquals(64, query.clauses().stream().filter(it -> it.occur() == Occur.MUST).count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Straßenbaumkataster Haushaltsplan ",
        "Kita-",
        "Baum",
        "\"Baum\" ",
        "ba* ",
        "-Baum ",
        "+ - && || ! ( ) { } [ ] ^ ~ * ? : / ",
        "(a+)+$ /(.*)*x/ [a-z]{1,1000}* ",
        "\u0000\u0007\u001b[31m\u2028Kita ",
        "\u202eKita\u202c \u05e2\u05e5 ",
        "\ud83c\udf33",
        "a\u0308\u0308\u0308"
      })
  void makesAQueryOfBoundedSizeOfWhateverIsTyped(String piece) {
    var query = queries.of(piece.repeat(LARGE / piece.length()));
    assertTrue(leaves(query) <= MOST_TERMS, () -> piece + " makes " + leaves(query) + " leaves");
  }

  @Test
  void findsEverythingWhenNothingIsLeftOfTheText() {
    for (var text : List.of("", "der die das", "+ - && || ! ( )", "\ud83c\udf33", "\u0000\u0007")) {
      var clauses = ((BooleanQuery) queries.of(text)).clauses();
      assertEquals(
          List.of(MatchAllDocsQuery.INSTANCE), clauses.stream().map(it -> it.query()).toList());
    }
  }

  private static int leaves(Query query) {
    var leaves = new ArrayList<Query>();
    query.visit(
        new QueryVisitor() {
          @Override
          public void visitLeaf(Query leaf) {
            leaves.add(leaf);
          }

          @Override
          public void consumeTerms(Query owner, org.apache.lucene.index.Term... terms) {
            for (var unused : terms) {
              leaves.add(owner);
            }
          }

          @Override
          public QueryVisitor getSubVisitor(Occur occur, Query parent) {
            return this;
          }
        });
    return leaves.size();
  }
}
