package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.MinimumMatch;
import org.allmende.catalog.search.Question;
import org.allmende.catalog.search.Question.Form;
import org.allmende.catalog.search.Question.LooseWords;
import org.allmende.catalog.search.Question.Occur;
import org.allmende.catalog.search.Question.Part;
import org.allmende.catalog.search.Question.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CkanWordsTest {

  private static List<Part> parts(String text) {
    return CkanWords.parse(text, Optional.empty(), Optional.empty(), new ClauseBudget())
            instanceof LooseWords words
        ? words.parts()
        : List.of();
  }

  private static Part part(Occur occur, String... words) {
    return new Part(
        occur, List.of(words).stream().map(word -> new Piece(Form.WORD, word)).toList());
  }

  @Test
  void signsDemandAndExclude() {
    assertEquals(
        List.of(part(Occur.MAY, "a"), part(Occur.MUST, "b"), part(Occur.MUST_NOT, "c")),
        parts("a +b -c"));
    assertEquals(parts("a -b"), parts("a NOT b"));
    assertEquals(parts("a -b"), parts("a !b"));
  }

  @Test
  void orMakesAlternativesOfItsNeighbors() {
    assertEquals(
        List.of(part(Occur.MAY, "a", "b", "c"), part(Occur.MAY, "d")), parts("a OR b || c d"));
  }

  @Test
  void andDemandsItsNeighbors() {
    assertEquals(
        List.of(part(Occur.MUST, "a"), part(Occur.MUST, "b"), part(Occur.MAY, "c")),
        parts("a AND b c"));
  }

  @Test
  void quotationMarksHoldWordsTogether() {
    assertEquals(
        List.of(new Part(Occur.MUST, List.of(new Piece(Form.PHRASE, "offene Daten")))),
        parts("+\"offene Daten\""));
  }

  @Test
  void aStarAtTheEndIsABeginning() {
    assertEquals(
        List.of(new Part(Occur.MAY, List.of(new Piece(Form.PREFIX, "Haus")))), parts("Haus*"));
  }

  @Test
  void weightsAndTildesBehindWordsSayNothing() {
    assertEquals(List.of(part(Occur.MAY, "Haus"), part(Occur.MAY, "2024")), parts("Haus~2^3 2024"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "(", "))((", "\"", "*", "OR", "AND NOT", "[]{}", "\\", "^2 ~"})
  void oddPunctuationNeverFails(String text) {
    parts(text + " a");
    parts("a " + text);
  }

  @Test
  void aLoneQuotationMarkIsPassedOver() {
    assertEquals(parts("a b"), parts("a \"b"));
    assertEquals(parts("\"a b\" c"), parts("\"a b\" \"c"));
  }

  @Test
  void fieldsAndTheirWeightsCanBeChosen() {
    var words =
        (LooseWords)
            CkanWords.parse(
                "a",
                Optional.of("title^3.5 tags,^ extras_x"),
                Optional.empty(),
                new ClauseBudget());
    assertEquals(
        Map.of(IndexField.TITLE, 3.5f, CkanFields.TAGS, 1f, IndexField.extraWords("x"), 1f),
        words.weights());
  }

  @Test
  void howManyMustOccurCanBeChosen() {
    var words =
        (LooseWords)
            CkanWords.parse("a", Optional.empty(), Optional.of("100%"), new ClauseBudget());
    assertEquals(7, words.minimum().of(7));
    var odd =
        (LooseWords)
            CkanWords.parse("a", Optional.empty(), Optional.of("some"), new ClauseBudget());
    assertEquals(MinimumMatch.CKAN, odd.minimum());
  }

  @Test
  void moreThanAThousandWordsAreRefused() {
    assertThrows(CkanException.class, () -> parts("a ".repeat(1_025)));
  }

  @Test
  void noWordsAtAllFindEverything() {
    assertEquals(
        Question.EVERYTHING,
        CkanWords.parse("()", Optional.empty(), Optional.empty(), new ClauseBudget()));
  }
}
