package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.search.Expression;
import org.allmende.catalog.search.Expression.Between;
import org.allmende.catalog.search.Expression.Bool;
import org.allmende.catalog.search.Expression.Boost;
import org.allmende.catalog.search.Expression.End;
import org.allmende.catalog.search.Expression.Exists;
import org.allmende.catalog.search.Expression.Fuzzy;
import org.allmende.catalog.search.Expression.Phrase;
import org.allmende.catalog.search.Expression.Prefix;
import org.allmende.catalog.search.Expression.Range;
import org.allmende.catalog.search.Expression.Term;
import org.allmende.catalog.search.Expression.Wildcard;
import org.allmende.catalog.search.IndexField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CkanGrammarTest {

  private static final CkanFields FIELDS =
      new CkanFields(new CkanTimes(Optional.of(Instant.parse("2026-03-01T12:30:00Z"))));

  private static final Expression A = new Term(IndexField.PUBLISHER, "a");
  private static final Expression B = new Term(IndexField.PUBLISHER, "b");
  private static final Expression CSV = new Term(CkanFields.FORMATS, "CSV");

  private static Expression parse(String text) {
    return CkanGrammar.parse(text, FIELDS, new ClauseBudget());
  }

  private static Expression must(Expression... parts) {
    return new Bool(List.of(parts), List.of(), List.of());
  }

  private static Expression any(Expression... parts) {
    return new Bool(List.of(), List.of(parts), List.of());
  }

  private static Expression none(Expression... parts) {
    return new Bool(List.of(), List.of(), List.of(parts));
  }

  private static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }

  @Test
  void twoClausesSideBySideMustBothHold() {
    assertEquals(must(A, CSV), parse("organization:a res_format:CSV"));
  }

  @Test
  void aPhraseKeepsItsSpaces() {
    assertEquals(new Term(CkanFields.TAGS, "open data"), parse("tags:\"open data\""));
  }

  @Test
  void orBindsTighterThanStandingSideBySide() {
    assertEquals(must(any(A, B), CSV), parse("organization:a OR organization:b res_format:CSV"));
  }

  @Test
  void andBindsTighterThanOr() {
    assertEquals(
        any(A, must(B, CSV)), parse("organization:a OR organization:b AND res_format:CSV"));
  }

  @Test
  void aFieldStandsForAllInItsBrackets() {
    assertEquals(any(A, B), parse("organization:(a OR b)"));
    assertEquals(must(A, B), parse("organization:(a b)"));
    assertEquals(must(A, CSV), parse("organization:(a res_format:CSV)"));
  }

  @Test
  void aPureNegativeMatchesTheRest() {
    assertEquals(none(A, B), parse("-organization:a -organization:b"));
    assertEquals(none(A), parse("NOT organization:a"));
    assertEquals(none(any(A, B)), parse("-(organization:a OR organization:b)"));
    assertEquals(A, parse("NOT NOT organization:a"));
  }

  @Test
  void aMinusTakesAwayFromWhatMustHold() {
    assertEquals(
        new Bool(List.of(A), List.of(), List.of(CSV)), parse("organization:a AND -res_format:CSV"));
  }

  @Test
  void aPlusAmongChoicesMustHold() {
    assertEquals(
        new Bool(List.of(A), List.of(B), List.of()), parse("+organization:a OR organization:b"));
  }

  @Test
  void signsStandForWords() {
    assertEquals(
        parse("organization:a OR NOT res_format:CSV"), parse("organization:a || !res_format:CSV"));
    assertEquals(
        parse("organization:a AND res_format:CSV"), parse("+organization:a && res_format:CSV"));
    assertEquals(any(A, B), parse("organization:(a||b)"));
  }

  @Test
  void operatorsInSmallLettersAreWords() {
    assertEquals(must(A, new Term(IndexField.PUBLISHER, "or"), B), parse("organization:(a or b)"));
  }

  @Test
  void aStarAtTheEndIsABeginning() {
    assertEquals(new Prefix(CkanFields.TAGS, "Rad"), parse("tags:Rad*"));
  }

  @Test
  void otherWildcardsAreAPattern() {
    assertEquals(new Wildcard(CkanFields.TAGS, "*a?weg"), parse("tags:*a?weg"));
    assertEquals(new Wildcard(CkanFields.TAGS, "R*\\*"), parse("tags:R*\\*"));
  }

  @Test
  void anEscapedStarIsAStar() {
    assertEquals(new Term(CkanFields.TAGS, "Rad*"), parse("tags:Rad\\*"));
    assertEquals(new Term(CkanFields.TAGS, "a:b c"), parse("tags:a\\:b\\ c"));
  }

  @Test
  void aTildeAllowsForOtherLetters() {
    assertEquals(new Fuzzy(IndexField.TITLE, "Haus", 1), parse("title:Haus~1"));
    assertEquals(new Fuzzy(IndexField.TITLE, "Haus", 2), parse("title:Haus~"));
    assertEquals(new Fuzzy(IndexField.TITLE, "Haus", 2), parse("title:Haus~9"));
    assertEquals(new Fuzzy(IndexField.TITLE, "Haus", 1), parse("title:Haus~0.7"));
    assertEquals(new Phrase(IndexField.TITLE, "a b", 3), parse("title:\"a b\"~3"));
  }

  @Test
  void aBoostCountsMore() {
    assertEquals(new Boost(A, 2), parse("organization:a^2"));
    assertEquals(new Boost(any(A, B), 0.5f), parse("organization:(a OR b)^0.5"));
    assertEquals(new Boost(new Fuzzy(IndexField.TITLE, "Haus", 1), 3), parse("title:Haus~1^3"));
  }

  @Test
  void aRangeOfTimesIncludesItsSquareEnds() {
    assertEquals(
        new Between(IndexField.MODIFIED, millis("2024-01-31T10:15:00.123Z"), Long.MAX_VALUE),
        parse("metadata_modified:[2024-01-31T10:15:00.123456Z TO *]"));
  }

  @Test
  void aCurlyEndIsNotIncluded() {
    assertEquals(new Between(IndexField.DISTRIBUTIONS, 4, 10), parse("num_resources:{3 TO 10]"));
    assertEquals(new Between(IndexField.DISTRIBUTIONS, 3, 9), parse("num_resources:[3 TO 10}"));
  }

  @Test
  void aRangeOfTextsGoesByTheirBytes() {
    assertEquals(
        new Range(IndexField.NAME, Optional.of(new End("a", true)), Optional.empty()),
        parse("name:[a TO *]"));
  }

  @Test
  void aRangeOfTwoOpenEndsAsksForAnyValue() {
    assertEquals(new Exists(IndexField.MODIFIED), parse("metadata_modified:[* TO *]"));
  }

  @Test
  void anAddressNeedsNoQuotationMarks() {
    assertEquals(
        new Term(CkanFields.RESOURCE_URLS, "http://other.example/a"),
        parse("res_url:http://other.example/a"));
  }

  @Test
  void aTimeNeedsNoQuotationMarks() {
    var noon = millis("2024-01-31T12:00:00Z");
    assertEquals(
        new Between(IndexField.MODIFIED, noon, noon),
        parse("metadata_modified:2024-01-31T12:00:00Z"));
  }

  @Test
  void aStarAsksWhetherThereIsAnyValue() {
    assertEquals(new Exists(CkanFields.TAGS), parse("tags:*"));
    assertEquals(Expression.EVERYTHING, parse("*:*"));
  }

  @Test
  void aWordWithoutFieldIsSoughtInTheText() {
    assertEquals(
        must(
            A,
            any(new Term(IndexField.EVERYTHING, "Haus"), new Term(CkanFields.MORE_TEXT, "Haus"))),
        parse("organization:a Haus"));
  }

  @Test
  void aFieldThatNobodyKnowsIsAnExtra() {
    assertEquals(new Term(IndexField.extra("spatial_uri"), "x"), parse("spatial_uri:x"));
    assertEquals(new Term(IndexField.extraWords("theme"), "x"), parse("extras_theme:x"));
    assertEquals(
        new Between(
            IndexField.extraTime("issue_date"),
            millis("2024-01-01T00:00:00Z"),
            0x7fffffffffffffffL),
        parse("issue_date:[2024 TO *]"));
  }

  @Test
  void aLicenseIsFoundUnderItsOtherNames() {
    assertTrue(
        parse("license_id:cc-zero").toString().contains("http://dcat-ap.de/def/licenses/cc-zero"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "organization:",
        "(organization:a",
        "organization:a)",
        "organization:()",
        "tags:\"open",
        "tags:open~x",
        "tags:open^",
        "tags:open^x",
        "tags:open^1.2.3",
        "num_tags:[1 2]",
        "num_tags:[one TO two]",
        "num_tags:1*",
        "num_tags:1~",
        "num_tags:99999999999999999999",
        "metadata_modified:[May TO *]",
        "metadata_modified:[NOW-7FORTNIGHTS TO *]",
        "metadata_modified:[NOW+999999YEARS/ TO *]",
        "organization:a OR",
        "organization:a AND",
        "OR organization:a",
        "AND",
        "NOT",
        "organization:a AND OR res_format:CSV",
        "num_tags:[1 TO 2",
        "num_tags:[1 TO",
        "num_tags:[",
        "metadata_modified:x",
        "tags:]",
        "tags:a]",
        "tags:????????????????????????????????",
        "^2",
        "~"
      })
  void whatIsNotUnderstoodIsASearchError(String text) {
    var error = assertThrows(CkanException.class, () -> parse(text));
    assertEquals("Search Error", error.type());
    assertEquals(409, error.status());
  }

  @Test
  void timesThatCannotBeCountedAreRefused() {
    var text = "metadata_modified:[NOW" + "+999999YEARS".repeat(12) + " TO *]";
    parse(text);
    assertThrows(
        CkanException.class,
        () -> parse("metadata_modified:[NOW" + "+999999YEARS".repeat(2_000) + " TO *]"));
  }

  @Test
  void deepBracketsAreRefusedBeforeTheStackEnds() {
    assertThrows(CkanException.class, () -> parse("(".repeat(100_000)));
    assertThrows(CkanException.class, () -> parse("-".repeat(100_000) + "a"));
  }

  @Test
  void moreThanAThousandClausesAreRefused() {
    assertThrows(CkanException.class, () -> parse("a ".repeat(1_025)));
    parse("a ".repeat(1_024));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "*", "\\", "\"", "(", "a:", "[", "-", "a^", "a~", "!", "&&", " "})
  void noTextTakesLong(String piece) {
    var text = "tags:" + piece.repeat(59_000 / piece.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(1),
        () -> {
          try {
            parse(text);
          } catch (CkanException e) {
            assertEquals("Search Error", e.type());
          }
        });
  }
}
