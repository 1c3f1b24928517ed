package org.allmende.server.rehearsal;

import static org.allmende.server.rehearsal.Rehearsed.dataset;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the values of a dataset. */
class ValueTest {
  private static final String A = "https://daten.example/a";
  private static final String LICENSE = "http://dcat-ap.de/def/licenses/dl-zero-de/2.0";

  private static List<String> codes(String more) {
    return Rehearsed.pages(dataset("a", more)).codes();
  }

  private static List<String> codesWithLicense(String licenses) {
    return Rehearsed.pages(dataset("a").replace("<" + LICENSE + ">", licenses)).codes();
  }

  @Test
  void splitsAKeywordAtTheComma() {
    var rehearsed = Rehearsed.pages(dataset("a", "<" + A + "> dcat:keyword \"Rad, Weg\" ."));

    assertEquals(List.of("keyword-split"), rehearsed.codes());
    assertEquals(List.of(A + " [Rad, Weg]"), rehearsed.places(Check.KEYWORD_SPLIT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Kfz (alt)", "x", "a/b"})
  void cleansAKeywordWithForbiddenCharacters(String keyword) {
    assertEquals(
        List.of("keyword-cleaned"), codes("<" + A + "> dcat:keyword \"" + keyword + "\" ."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Straßenbäume", "Open Data", "A_1-2.3"})
  void leavesAGoodKeywordAlone(String keyword) {
    assertEquals(List.of(), codes("<" + A + "> dcat:keyword \"" + keyword + "\" ."));
  }

  @Test
  void leavesOutAThemeThatIsNoneOfThirteen() {
    assertEquals(
        List.of("theme-ignored"),
        codes(
            "<"
                + A
                + "> dcat:theme"
                + " <http://publications.europa.eu/resource/authority/data-theme/OP_DATPRO> ."));
  }

  @Test
  void closesADistributionWithoutLicense() {
    assertEquals(
        List.of("license-missing"),
        Rehearsed.pages(dataset("a").replace("dct:license <" + LICENSE + "> ;", "")).codes());
  }

  @ParameterizedTest
  @CsvSource({
    "<http://dcat-ap.de/def/licenses/dl-by-de/2_0>, license-mapped",
    "<http://dcat-ap.de/def/licenses/official-work>, license-mapped",
    "<https://www.dcat-ap.de/def/licenses/dl-by-de/2.0>, license-unknown",
    "<https://creativecommons.org/licenses/by/4.0/>, license-unknown",
    "\"CC BY 4.0\", license-unknown",
  })
  void knowsOldLicensesOfItsOwnNamespaceOnly(String license, String code) {
    assertEquals(List.of(code), codesWithLicense(license));
  }

  @Test
  void takesAnyOfSeveralLicenses() {
    assertEquals(
        List.of("license-several"),
        codesWithLicense("<" + LICENSE + ">, <http://dcat-ap.de/def/licenses/cc-zero>"));
  }

  @Test
  void addsTheContributorThatIsMissing() {
    var id = "dcatde:contributorID <http://dcat-ap.de/def/contributors/openDataHRO> ;";

    assertEquals(
        List.of("contributor-added"), Rehearsed.pages(dataset("a").replace(id, "")).codes());
    assertEquals(
        List.of("contributor-unknown"),
        Rehearsed.pages(dataset("a").replace("contributors/openDataHRO", "contributors/x"))
            .codes());
    assertEquals(
        List.of("contributor-several"),
        codes(
            "<"
                + A
                + "> dcatde:contributorID <http://dcat-ap.de/def/contributors/stadtAugsburg> ."));
  }

  @Test
  void showsOneLanguageOfATitle() {
    var rehearsed = Rehearsed.pages(dataset("a", "<" + A + "> dct:title \"tree\"@en ."));

    assertEquals(List.of(A + " [title: de, en]"), rehearsed.places(Check.LANGUAGE_LEFT_OUT));
    assertEquals("a", rehearsed.entries().getFirst().title());
  }

  @Test
  void showsTheLabelOfADescribedCode() {
    var rehearsed = Rehearsed.pages(dataset("a", "<" + LICENSE + "> rdfs:label \"Null\" ."));

    assertEquals(List.of(A + " [" + LICENSE + " → Null]"), rehearsed.places(Check.CODE_LABELED));
  }

  @Test
  void inventsAnIriForADistributionWithoutOne() {
    assertEquals(
        List.of("distribution-unnamed"),
        codes(
            "<"
                + A
                + "> dcat:distribution [ a dcat:Distribution ; dct:license <"
                + LICENSE
                + "> ; dcat:accessURL <https://daten.example/x> ] ."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"daten.example/a b\"", "<ftp://daten.example/a>", "\"https://a.example/a b\""})
  void warnsOfLinksThatAreNoWebAddress(String link) {
    assertEquals(List.of("link-form"), codes("<" + A + "> dcat:landingPage " + link + " ."));
  }

  @Test
  void acceptsLinksWithUmlautsAndQueries() {
    assertEquals(
        List.of(), codes("<" + A + "> dcat:landingPage <https://a.example/Bäume?x=%20&y=1> ."));
  }

  @Test
  void losesNothingByAnyOfThis() {
    assertFalse(Rehearsed.pages(dataset("a", "<" + A + "> dcat:keyword \"a/b, c\" .")).hasLoss());
  }
}
