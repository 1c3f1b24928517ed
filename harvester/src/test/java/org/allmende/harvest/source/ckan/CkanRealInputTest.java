package org.allmende.harvest.source.ckan;

import static org.allmende.harvest.source.ckan.CkanTests.FORMAT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.Submission;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages as portals gave them out, and the tables that lie beside them. */
class CkanRealInputTest {

  @Test
  void readsAPackageOfTheRailway() throws IOException {
    var dataset = only("db-reisezentren.json");
    var view = dataset.description().view();

    assertEquals(Given.BASE + "/dataset/bec58a38-b471-4f2d-bc32-610fd07e023e", view.uri().value());
    assertEquals(
        Optional.of("DB Vertrieb GmbH"),
        view.publisher().flatMap(publisher -> publisher.name().in("de")));
    assertEquals(List.of("Koordinaten"), view.keywords());
    assertEquals(List.of("datasets"), dataset.record().groups());
    var distribution = view.distributions().getFirst();
    assertEquals("CSV", distribution.format().orElseThrow().code());
    assertEquals(10325, distribution.byteSize().orElseThrow());
    assertEquals(Optional.of("http://dcat-ap.de/def/licenses/cc-by"), distribution.license());
    assertTrue(view.modified().isPresent());
  }

  @Test
  void readsAnOldPackageWithListsInItsExtras() throws IOException {
    var dataset = only("full-legacy.json");
    var view = dataset.description().view();

    assertEquals(Optional.of("9df8df51-63db-37a8-e044-0003ba9b0d98"), view.identifier());
    assertEquals(7, view.keywords().size());
    assertEquals(3, view.languages().size());
    assertEquals(
        Optional.of("POLYGON((33 -22, 33 -15, 25 -15, 25 -22, 33 -22))"),
        view.places().getFirst().bbox());
    assertEquals(Optional.of("1982"), view.periods().getFirst().start());
    assertEquals("HTML", view.distributions().getFirst().format().orElseThrow().code());
    assertFalse(dataset.record().extras().containsKey("spatial"));
    assertEquals("notPlanned", dataset.record().extras().get("frequency-of-update"));
  }

  @Test
  void readsAPackageOfTheGermanSchemaBeforeDcat() throws IOException {
    var dataset = only("ogpd-beispiel.json");
    var view = dataset.description().view();

    assertEquals(Given.BASE + "/dataset/beispiel-datensatz-001", view.uri().value());
    assertEquals(Optional.of("01043a74-ca8c-783b-5541"), view.identifier());
    assertEquals(3, view.themes().size());
    assertEquals(
        Optional.of("vertrieb.beispieldaten@example.com"), view.contacts().getFirst().email());
    assertEquals("2013-02-25T20:56:16Z", view.issued().orElseThrow().toString());
    assertEquals("2014-02-25T00:00:00Z", view.modified().orElseThrow().toString());
    assertEquals(2, view.distributions().size());
    assertTrue(
        view.distributions().stream()
            .allMatch(d -> d.license().orElse("").startsWith("http://dcat-ap.de/def/licenses/")));
    assertEquals(
        List.of("http://dcat-ap.de/def/politicalGeocoding/districtKey/12064"),
        view.geocodingKeys());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ckan/berlin-categories.json",
        "ckan/berlin-format-mapping.json",
        "ckan/berlin-licences.json",
        "ckan/catalog.json",
        "ckan/ogpd-lizenzen.json",
        "dcat/licences.json",
        "dcat/licence-mapping.json"
      })
  void refusesATableThatLiesBesideThePackages(String file) {
    var location = Shared.require("real-data/catalogs/" + file).toString();

    var error =
        assertThrows(
            IOException.class,
            () -> Given.records(FORMAT, Given.source("ckan", location), new Given.Pages()));

    assertTrue(Given.message(error).contains("expected a CKAN package"), Given.message(error));
    assertTrue(Given.message(error).contains("got a"), Given.message(error));
  }

  @Test
  void readsThePackagesOfAFolderAndReportsTheRest() throws IOException {
    var folder = Shared.require("real-data/catalogs/ckan").toString();
    var pages = new Given.Pages();

    assertEquals(3, Given.records(FORMAT, Given.source("ckan", folder), pages).size());
    assertEquals(5, pages.notes().unreadableCount());
  }

  private static Submission only(String file) throws IOException {
    var source = Given.source("ckan", Shared.require("real-data/catalogs/ckan/" + file).toString());
    var records = Given.records(FORMAT, source, new Given.Pages());
    assertEquals(1, records.size());
    return Given.submission(FORMAT, source, records.getFirst());
  }
}
