package org.allmende.catalog;

import static org.allmende.catalog.TestCatalog.description;
import static org.allmende.catalog.TestCatalog.record;
import static org.allmende.catalog.TestCatalog.valid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.allmende.catalog.Publication.Published;
import org.allmende.catalog.Publication.Rejected;
import org.allmende.catalog.Publication.Unchanged;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.vocab.profile.Profile;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {

  @TempDir Path folder;
  @AutoClose TestCatalog test;
  Catalog catalog;

  @BeforeEach
  void open() {
    test = new TestCatalog(folder);
    catalog = test.catalog;
  }

  @Test
  void givesBackExactlyWhatWasPublished() {
    var description = valid("trees", "Bäume", "");
    var entry = test.published(description);
    assertTrue(entry.description().graph().isIsomorphicWith(description.graph()));
    assertTrue(catalog.describe(entry, Profile.RAW).graph().isIsomorphicWith(description.graph()));
  }

  @Test
  void putsAValidDatasetOnHarvestPages() {
    var entry = test.published(valid("trees", "Bäume", ""));
    assertEquals(List.of(), entry.verdict().violations());
    assertTrue(entry.verdict().onHarvestPages());
    assertEquals(1, page(0).total());
  }

  @Test
  void keepsAnInvalidDatasetOffHarvestPagesAndSaysWhy() {
    var entry =
        test.published(
            description("https://a.example/1", "<https://a.example/1> a dcat:Dataset ."));
    assertFalse(entry.verdict().onHarvestPages());
    assertTrue(
        entry.verdict().violations().stream()
            .anyMatch(finding -> finding.rule().equals("dataset-title-missing")));
    assertEquals(0, page(0).total());
    assertTrue(catalog.find(entry.uri()).isPresent());
  }

  @Test
  void writesNothingWhenTheSameComesAgain() {
    test.published(valid("trees", "Bäume", ""));
    var before = test.lastSequence();
    assertInstanceOf(Unchanged.class, test.publish(valid("trees", "Bäume", "")));
    assertEquals(before, test.lastSequence());
  }

  @Test
  void takesAnotherExtraOfADistributionForAChange() {
    var description = valid("trees", "Bäume", "");
    var iri = "https://other.example/trees/csv";
    var record = record("there", "1");
    test.publish(Submission.of(description, record));
    var richer = record.withDistributionExtras(Map.of(iri, Map.of("datastore_active", "true")));
    assertInstanceOf(Published.class, test.publish(Submission.of(description, richer)));
    assertInstanceOf(Unchanged.class, test.publish(Submission.of(description, richer)));
    var read = catalog.find(description.uri()).orElseThrow().record();
    assertEquals(richer.distributionExtras(), read.distributionExtras());
  }

  @Test
  void recordsAChangeAsANewRevisionOfTheSameDataset() {
    var first = test.published(valid("trees", "Bäume", ""));
    var second = test.published(valid("trees", "Alle Bäume", ""));
    assertEquals(first.addresses(), second.addresses());
    assertTrue(second.revision().sequence() > first.revision().sequence());
    assertEquals(first.record().created(), second.record().created());
    assertTrue(second.record().modified().isAfter(first.record().modified()));
  }

  @Test
  void readsAnOlderStateAsOfATime() {
    var first = test.published(valid("trees", "Bäume", ""));
    test.published(valid("trees", "Alle Bäume", ""));
    var then = catalog.findAsOf(first.uri(), first.revision().at()).orElseThrow();
    assertEquals("Bäume", then.view().title().in("de").orElseThrow());
    assertTrue(catalog.findAsOf(first.uri(), Instant.EPOCH).isEmpty());
  }

  @Test
  void rejectsWhatIsNoDataset() {
    var outcome =
        test.publish(description("https://a.example/1", "<https://a.example/1> a dcat:Catalog ."));
    assertInstanceOf(Rejected.class, outcome);
    assertEquals(0, test.lastSequence());
  }

  @Test
  void rejectsADatasetThatAnotherSourceOwns() {
    test.published(valid("trees", "Bäume", ""));
    var other = Submission.of(valid("trees", "Meine Bäume", ""), record("elsewhere", "1"));
    var outcome = assertInstanceOf(Rejected.class, test.publish(other));
    assertTrue(outcome.reason().contains("\"there\""), outcome.reason());
  }

  @Test
  void rejectsOneBadDatasetWithoutBlockingTheOthers() {
    var outcomes =
        catalog.publish(
            List.of(
                Submission.of(
                    description("https://a.example/1", "<https://a.example/1> a dcat:Catalog ."),
                    record("there", "1")),
                Submission.of(valid("trees", "Bäume", ""), record("there", "2"))),
            Optional.empty());
    assertInstanceOf(Rejected.class, outcomes.getFirst());
    assertInstanceOf(Published.class, outcomes.getLast());
  }

  @Test
  void keepsAddressesWhenADatasetGoesAndComesBack() {
    var first = test.published(valid("trees", "Bäume", ""));
    assertEquals(1, catalog.withdraw(List.of(first.uri()), Optional.empty()).size());
    assertEquals(DatasetState.WITHDRAWN, catalog.find("baeume").orElseThrow().record().state());
    assertEquals(0, page(0).total());
    var again = test.published(valid("trees", "Bäume", ""));
    assertEquals(first.addresses(), again.addresses());
    assertEquals(1, page(0).total());
  }

  @Test
  void withdrawsADatasetOnlyOnce() {
    var entry = test.published(valid("trees", "Bäume", ""));
    catalog.withdraw(List.of(entry.uri()), Optional.empty());
    assertEquals(List.of(), catalog.withdraw(List.of(entry.uri()), Optional.empty()));
  }

  @Test
  void numbersTheNameOfASecondDatasetWithTheSameTitle() {
    test.published(valid("trees", "Bäume", ""));
    assertEquals("baeume-2", test.published(valid("more", "Bäume", "")).addresses().name().value());
  }

  @Test
  void numbersEqualTitlesWithinOneBatch() {
    var outcomes =
        catalog.publish(
            List.of(
                Submission.of(valid("a", "Bäume", ""), record("there", "a")),
                Submission.of(valid("b", "Bäume", ""), record("there", "b"))),
            Optional.empty());
    assertEquals(
        List.of("baeume", "baeume-2"),
        outcomes.stream().map(o -> ((Published) o).entry().addresses().name().value()).toList());
  }

  @Test
  void letsOnlyTheElderOfTwoWithOneIdentifierOntoHarvestPages() {
    var identifier = "<https://other.example/%s> dct:identifier \"same\" .";
    var elder = test.published(valid("a", "A", identifier.formatted("a")));
    test.published(valid("b", "B", identifier.formatted("b")));
    var younger = catalog.find(new DatasetUri("https://other.example/b")).orElseThrow();
    assertFalse(younger.verdict().onHarvestPages());
    assertEquals("dataset-identifier-taken", younger.verdict().violations().getFirst().rule());
    catalog.withdraw(List.of(elder.uri()), Optional.empty());
    assertTrue(catalog.find(younger.uri()).orElseThrow().verdict().onHarvestPages());
  }

  @Test
  void walksAllPagesAndSeesEveryDatasetOnce() {
    for (var i = 0; i < 25; i++) {
      test.published(valid("d" + i, "Datensatz " + i, ""));
    }
    var seen = new ArrayList<DatasetUri>();
    var after = OptionalLong.of(0);
    while (after.isPresent()) {
      var page = catalog.harvestPage(request(after, 7));
      page.items().stream().map(HarvestPage.Item::uri).forEach(seen::add);
      after = page.hasNext() ? page.lastOrdinal() : OptionalLong.empty();
    }
    assertEquals(25, seen.size());
    assertEquals(25, seen.stream().distinct().count());
  }

  @Test
  void countsPagesFromOneWhenNoOrdinalIsGiven() {
    for (var i = 0; i < 5; i++) {
      test.published(valid("d" + i, "Datensatz " + i, ""));
    }
    var second =
        catalog.harvestPage(
            new HarvestPage.Request(
                OptionalLong.empty(), 2, 2, Optional.empty(), Profile.DCAT_AP_DE));
    assertEquals(List.of(3L, 4L), second.items().stream().map(HarvestPage.Item::ordinal).toList());
    assertTrue(second.hasNext());
    assertEquals(5, second.total());
  }

  @Test
  void keepsTheTurtleOfAPublicDatasetReady() {
    var entry = test.published(valid("trees", "Bäume", ""));
    var ready = catalog.findReadyTurtle("baeume").orElseThrow();
    assertEquals(entry.addresses().id(), ready.id());
    assertTrue(new String(ready.text(), StandardCharsets.UTF_8).contains("\"Bäume\"@de"));
    assertEquals(ready.id(), catalog.findReadyTurtle(entry.addresses().id()).orElseThrow().id());
  }

  @Test
  void computesViewsAnewWhenTheAddressMoves() {
    test.published(valid("trees", "Bäume", ""));
    test.close();
    test = new TestCatalog(folder, CatalogSettings.local(1).withUrl("https://neu.example"));
    catalog = test.catalog;
    assertTrue(catalog.findReadyTurtle("baeume").isEmpty());
    assertEquals(1, catalog.refresh(100));
    assertEquals(0, catalog.refresh(100));
    assertTrue(catalog.findReadyTurtle("baeume").isPresent());
    assertEquals("https://daten.example", catalog.identity().base());
  }

  @Test
  void refusesToMoveALoopbackBaseIntoPublic() {
    var local = folder.resolve("local");
    try (var loopback = new TestCatalog(local, CatalogSettings.local(8080))) {
      loopback.published(valid("trees", "Bäume", ""));
    }
    var error = assertThrows(IllegalArgumentException.class, () -> new TestCatalog(local));
    assertTrue(error.toString().contains("empty data directory"), error.toString());
  }

  @Test
  void datesADataSourcesDatasetByItsStateDateUntilTheDataChangeWithoutOne() {
    var first = own("Ladesäulen", "<%s> dct:modified \"2026-02-01T00:00:00Z\"^^xsd:dateTime .");
    assertEquals(Instant.parse("2026-02-01T00:00:00Z"), first.view().modified().orElseThrow());
    var second =
        own("Alle Ladesäulen", "<%s> dct:modified \"2026-02-01T00:00:00Z\"^^xsd:dateTime .");
    assertEquals(second.record().modified(), second.view().modified().orElseThrow());
    assertEquals(
        Optional.of("https://daten.example/datensatz/ladesaeulen"), second.view().landingPage());
  }

  private CatalogEntry own(String title, String more) {
    var id = catalog.identity().sourceDatasetId("ladesaeulen", "");
    var iri = catalog.identity().datasetUri(id).value();
    var turtle =
        "<" + iri + "> a dcat:Dataset ; dct:title \"" + title + "\"@de . " + more.formatted(iri);
    var submission =
        Submission.ofOwnData(
            description(iri, turtle), record("ladesaeulen", ""), id, Optional.empty());
    return ((Published) test.publish(submission)).entry();
  }

  private HarvestPage page(long after) {
    return catalog.harvestPage(request(OptionalLong.of(after), 100));
  }

  private static HarvestPage.Request request(OptionalLong after, int size) {
    return new HarvestPage.Request(after, 1, size, Optional.empty(), Profile.DCAT_AP_DE);
  }
}
