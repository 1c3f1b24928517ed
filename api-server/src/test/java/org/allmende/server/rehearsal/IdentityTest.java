package org.allmende.server.rehearsal;

import static org.allmende.server.rehearsal.Rehearsed.dataset;
import static org.allmende.server.rehearsal.Rehearsed.titled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allmende.server.rehearsal.Portal.Fate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which datasets the portal takes, and as which. */
class IdentityTest {
  private static final String A = "https://daten.example/a";
  private static final String B = "https://daten.example/b";

  @Test
  void hasNothingToSayAboutAGoodDataset() {
    var rehearsed = Rehearsed.pages(dataset("a") + dataset("b"));

    assertEquals(Map.of(A, Fate.NEW, B, Fate.NEW), rehearsed.fates());
    assertEquals(List.of(), rehearsed.codes());
    assertEquals(List.of(), rehearsed.violations());
  }

  @Test
  void takesEveryDatasetWhetherTheCatalogNamesItOrNot() {
    var rehearsed =
        Rehearsed.pages(
            "<https://daten.example/> a dcat:Catalog ; dcat:dataset <"
                + A
                + "> .\n"
                + dataset("a")
                + dataset("b"));

    assertEquals(2, rehearsed.fates().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"New", "Edit", "Search", "new!"})
  void dropsATitleThatIsAnAddressOfThePortal(String title) {
    var rehearsed = Rehearsed.pages(titled("a", '"' + title + "\"@de"));

    assertEquals(List.of(A + " [" + title + "]"), rehearsed.places(Check.NAME_RESERVED));
    assertEquals(Map.of(A, Fate.DROPPED), rehearsed.fates());
  }

  @Test
  void warnsOfEqualTitlesBesideNumberedOnes() {
    var plain = "\"Haushalt\"@de";
    var numbered = "\"Haushalt 2\"@de";

    var rehearsed =
        Rehearsed.pages(titled("a", plain) + titled("b", numbered) + titled("c", plain));

    assertEquals(1, rehearsed.places(Check.NAME_COLLIDES).size());
    assertFalse(rehearsed.hasLoss());
  }

  @Test
  void allowsEqualTitles() {
    var title = "\"Haushalt\"@de";

    var rehearsed = Rehearsed.pages(titled("a", title) + titled("b", title) + titled("c", title));

    assertEquals(List.of(), rehearsed.places(Check.NAME_COLLIDES));
  }

  @Test
  void dropsADatasetWithoutDistribution() {
    var rehearsed =
        Rehearsed.pages(
            "<" + A + "> a dcat:Dataset ; dct:title \"Leer\"@de ; dct:description \"x\"@de .");

    assertEquals(List.of(A + " [Leer]"), rehearsed.places(Check.NO_DISTRIBUTION));
    assertTrue(rehearsed.hasLoss());
  }

  @Test
  void knowsADatasetWithoutIriByItsIdentifierElseByItsTitle() {
    var rehearsed =
        Rehearsed.pages(
            """
            [] a dcat:Dataset ; dct:title "Eins"@de ; dct:identifier "e1" ; dcat:distribution [] .
            [] a dcat:Dataset ; dct:title "Zwei drei"@de ; dcat:distribution [] .
            """);

    assertEquals(Set.of("e1", Rehearsed.SOURCE + "/zwei-drei"), rehearsed.fates().keySet());
    assertEquals(2, rehearsed.places(Check.GUID_WITHOUT_IRI).size());
  }

  @Test
  void losesOneOfTwoDatasetsWithoutIriAndWithTheSameIdentifier() {
    var rehearsed =
        Rehearsed.pages(
            """
            [] a dcat:Dataset ; dct:title "Eins"@de ; dct:identifier "e1" .
            [] a dcat:Dataset ; dct:title "Zwei"@de ; dct:identifier "e1" .
            """);

    assertEquals(List.of("e1"), rehearsed.places(Check.GUID_SHARED));
    assertTrue(rehearsed.hasLoss());
  }

  @Test
  void noticesADatasetThatStandsOnTwoPages() {
    var rehearsed = Rehearsed.pages(dataset("a"), dataset("a") + dataset("b"));

    assertEquals(List.of(A), rehearsed.places(Check.SEEN_TWICE));
    assertEquals(2, rehearsed.fates().size());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2026-01-01, DUPLICATE_EQUAL",
    "2026-01-02, 2026-01-01, DUPLICATE_OLDER",
    "2026-01-01, gestern, DUPLICATE_UNDATED",
    "2026-01-01, '', DUPLICATE_UNDATED",
    "2026-01-01, 2026-01-02, DUPLICATE_REPLACED",
  })
  void letsOneOfTwoWithTheSameIdentifierLive(String first, String second, Check expected) {
    var rehearsed = Rehearsed.pages(twin("a", first), twin("b", second));

    assertEquals(List.of(expected.code()), rehearsed.codes());
    var isReplaced = expected == Check.DUPLICATE_REPLACED;
    assertEquals(isReplaced ? Fate.DELETED : Fate.NEW, rehearsed.fates().get(A));
    assertEquals(isReplaced ? Fate.NEW : Fate.DROPPED, rehearsed.fates().get(B));
  }

  @Test
  void doesNotFindATwinWithoutDate() {
    var rehearsed = Rehearsed.pages(twin("a", ""), twin("b", "2026-01-01"));

    assertEquals(List.of(), rehearsed.codes());
  }

  private static String twin(String name, String modified) {
    var date = modified.isEmpty() ? "" : "dct:modified \"" + modified + "\"^^xsd:date ;";
    return dataset(name)
        .replace("dct:identifier \"https://daten.example/" + name + "\"", "dct:identifier \"x\"")
        .replaceFirst("dct:modified \"[^\"]*\"\\S+ ;", date);
  }

  @Test
  void deletesWhatTheEarlierRunLeftAndThisOneDoesNotSee() {
    var before = Rehearsed.pages(dataset("a") + dataset("b")).entries();

    var rehearsed = Rehearsed.pagesAfter(before, dataset("b") + dataset("c"));

    assertEquals(List.of(A + " [a]"), rehearsed.places(Check.VANISHED));
    assertEquals(Map.of(B, Fate.REWRITTEN, "https://daten.example/c", Fate.NEW), rehearsed.fates());
  }

  @Test
  void dropsTheNewIriOfAnOldDatasetAndDeletesTheOld() {
    var before = Rehearsed.pages(twin("a", "2026-01-01")).entries();

    var rehearsed = Rehearsed.pagesAfter(before, twin("b", "2026-01-01"));

    assertEquals(List.of(B + " [" + A + "]"), rehearsed.places(Check.DUPLICATE_EQUAL));
    assertEquals(List.of(A + " [a]"), rehearsed.places(Check.VANISHED));
  }
}
