package org.allmende.server.rehearsal;

import static org.allmende.server.rehearsal.Rehearsed.dataset;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the portal keeps, validates and deletes together with a dataset. */
class ReachTest {
  private static final String A = "https://daten.example/a";
  private static final String B = "https://daten.example/b";

  @Test
  void warnsOfAWayToTheCatalog() {
    var rehearsed =
        Rehearsed.pages(
            "<https://daten.example/> a dcat:Catalog ; dcat:dataset <" + A + "> .",
            "<https://daten.example/> dcat:dataset <"
                + A
                + "> ."
                + dataset("a", "<" + A + "/csv> dct:isPartOf <https://daten.example/> ."));

    assertEquals(
        List.of(A + " [http://purl.org/dc/terms/isPartOf https://daten.example/]"),
        rehearsed.places(Check.REACHES_CATALOG));
  }

  @Test
  void warnsOfAWayToAnotherDatasetAndDoesNotBlameTheFirstForIt() {
    var rehearsed =
        Rehearsed.pages(
            dataset("a", "<" + A + "> dct:relation <" + B + "> .")
                + dataset("b").replace("dct:description \"Beschreibung.\"@de ;", ""));

    assertEquals(
        List.of(A + " [http://purl.org/dc/terms/relation " + B + "]"),
        rehearsed.places(Check.REACHES_SIBLING));
    assertEquals(List.of(B), rehearsed.places("dataset-description-missing"));
  }

  @Test
  void allowsAReferenceToADatasetThatIsNotOnThePage() {
    var rehearsed =
        Rehearsed.pages(dataset("a", "<" + A + "> dct:relation <" + B + "> ."), dataset("b"));

    assertEquals(List.of(), rehearsed.codes());
  }

  @Test
  void warnsOfANodeThatTwoDatasetsShare() {
    var shared = "> dcat:contactPoint <https://daten.example/amt> .";
    var amt = "<https://daten.example/amt> a vcard:Organization ; vcard:fn \"Amt\"@de .";

    var together =
        Rehearsed.pages(dataset("a", "<" + A + shared) + dataset("b", "<" + B + shared, amt));

    assertEquals(1, together.places(Check.SHARED_NODE).size());
    assertTrue(
        together.places(Check.SHARED_NODE).getFirst().contains("[https://daten.example/amt]"));
  }

  @Test
  void sparesThePublisherAndCodesThatHaveOnlyAType() {
    var key = "<http://dcat-ap.de/def/politicalGeocoding/municipalityKey/13003000>";
    var place = "> dct:spatial " + key + " . " + key + " a dct:Location .";

    var rehearsed = Rehearsed.pages(dataset("a", "<" + A + place) + dataset("b", "<" + B + place));

    assertEquals(List.of(), rehearsed.codes());
  }

  @Test
  void holdsWhatIsKeptAgainstTheShapes() {
    var rehearsed =
        Rehearsed.pages(
            dataset("a").replace("dcat:accessURL <https://daten.example/a.csv>", "a [] "));

    assertEquals(
        List.of(A + " [" + A + "/csv]"), rehearsed.places("distribution-access-url-missing"));
    assertTrue(rehearsed.has(Effect.INVALID));
    assertFalse(rehearsed.hasLoss());
  }
}
