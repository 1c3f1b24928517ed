package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.IndexField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {

  private static final CkanTimes NOON =
      new CkanTimes(Optional.of(Instant.parse("2026-03-01T12:30:00Z")));

  private static final Filter ORGANIZATION_A = new Filter.Is(IndexField.PUBLISHER, "a");
  private static final Filter ORGANIZATION_B = new Filter.Is(IndexField.PUBLISHER, "b");
  private static final Filter CSV = new Filter.Is(IndexField.FORMAT, "CSV");

  private static Filter parse(String text) {
    return FilterParser.parse(text, NOON);
  }

  private static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }

  @Test
  void twoClausesSideBySideMustBothHold() {
    assertEquals(
        new Filter.All(List.of(ORGANIZATION_A, CSV)), parse("organization:a res_format:CSV"));
  }

  @Test
  void aPhraseKeepsItsSpaces() {
    assertEquals(new Filter.Is(IndexField.KEYWORD, "open data"), parse("tags:\"open data\""));
  }

  @Test
  void orBindsTighterThanStandingSideBySide() {
    assertEquals(
        new Filter.All(List.of(new Filter.Any(List.of(ORGANIZATION_A, ORGANIZATION_B)), CSV)),
        parse("organization:a OR organization:b res_format:CSV"));
  }

  @Test
  void aFieldStandsForAllInItsBrackets() {
    assertEquals(
        new Filter.Any(List.of(ORGANIZATION_A, ORGANIZATION_B)), parse("organization:(a OR b)"));
  }

  @Test
  void aPureNegativeMatchesTheRest() {
    assertEquals(
        new Filter.All(List.of(new Filter.Not(ORGANIZATION_A), new Filter.Not(ORGANIZATION_B))),
        parse("-organization:a -organization:b"));
  }

  @Test
  void signsStandForWords() {
    assertEquals(
        parse("organization:a OR NOT res_format:CSV"), parse("organization:a || !res_format:CSV"));
    assertEquals(
        parse("organization:a AND res_format:CSV"), parse("+organization:a && res_format:CSV"));
  }

  @Test
  void aRangeOfTimesIncludesItsSquareEnds() {
    assertEquals(
        new Filter.Between(IndexField.MODIFIED, millis("2024-01-31T10:15:00.123Z"), Long.MAX_VALUE),
        parse("metadata_modified:[2024-01-31T10:15:00.123456Z TO *]"));
  }

  @Test
  void aCurlyEndIsNotIncluded() {
    assertEquals(new Filter.Between(IndexField.KEYWORDS, 4, 9), parse("num_tags:{3 TO 10}"));
  }

  @Test
  void timesCountFromNowAndRound() {
    assertEquals(
        new Filter.Between(
            IndexField.CREATED, millis("2026-02-22T00:00:00Z"), millis("2026-03-01T12:30:00Z")),
        parse("metadata_created:[NOW-7DAYS/DAY TO NOW]"));
  }

  @Test
  void anAddressNeedsNoQuotationMarks() {
    assertEquals(
        new Filter.Is(IndexField.LICENSE, "http://dcat-ap.de/def/licenses/cc-zero"),
        parse("license_id:http://dcat-ap.de/def/licenses/cc-zero"));
  }

  @Test
  void aStarAsksWhetherThereIsAnyValue() {
    assertEquals(new Filter.Exists(IndexField.KEYWORD), parse("tags:*"));
    assertEquals(CkanFields.EVERYTHING, parse("*:*"));
  }

  @Test
  void everyDatasetIsOfTypeDataset() {
    assertEquals(CkanFields.EVERYTHING, parse("+dataset_type:dataset"));
    assertEquals(CkanFields.NOTHING, parse("+dataset_type:harvest"));
  }

  @Test
  void anUnknownFieldMatchesNothing() {
    assertEquals(CkanFields.NOTHING, parse("vocab_x:y"));
  }

  @Test
  void whatIsAnnouncedToGoIsStillActive() {
    assertTrue(parse("state:active").toString().contains("deprecated"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "organization:",
        "(organization:a",
        "organization:a)",
        "tags:\"open",
        "tags:ope*",
        "tags:open~1",
        "num_tags:[1 2]",
        "num_tags:[one TO two]",
        "metadata_modified:[May TO *]",
        "title:[a TO b]",
        "organization:a OR",
        "NOT",
        "num_tags:[1 TO 2",
        "metadata_modified:x"
      })
  void whatIsNotUnderstoodIsASearchError(String text) {
    var error = assertThrows(CkanException.class, () -> parse(text));
    assertEquals("Search Error", error.type());
    assertEquals(409, error.status());
  }

  @Test
  void deepBracketsAreRefusedBeforeTheStackEnds() {
    assertThrows(CkanException.class, () -> parse("(".repeat(100_000)));
  }
}
