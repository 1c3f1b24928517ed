package org.allmende.catalog;

import static org.allmende.catalog.TestCatalog.record;
import static org.allmende.catalog.TestCatalog.valid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.Publication.Published;
import org.allmende.catalog.Publication.Unchanged;
import org.allmende.catalog.ledger.RevisionQuery;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.CatalogRecord.Written;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.Revision;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditingTest {

  @TempDir Path folder;
  @AutoClose TestCatalog test;
  Catalog catalog;

  @BeforeEach
  void open() {
    test = new TestCatalog(folder);
    catalog = test.catalog;
  }

  @Test
  void entersUnderExactlyTheIdAndNameThatWereGiven() {
    var entry = entered("trees", "id-of-trees", "baeume");
    assertEquals("id-of-trees", entry.addresses().id());
    assertEquals("baeume", entry.addresses().name().value());
  }

  @Test
  void entersNothingUnderATakenNameOrId() {
    entered("trees", "id-of-trees", "baeume");
    assertTrue(catalog.enter(submission("lamps", "id-of-lamps", "baeume")).isEmpty());
    assertTrue(catalog.enter(submission("lamps", "id-of-trees", "laternen")).isEmpty());
  }

  @Test
  void givesTheNameOfAWithdrawnDatasetToANewOne() {
    var old = entered("trees", "id-of-trees", "baeume");
    catalog.withdraw(List.of(old.uri()), Optional.empty());
    var successor = entered("lamps", "id-of-lamps", "baeume");
    assertEquals(successor.uri(), catalog.find("baeume").orElseThrow().uri());
    assertEquals("id-of-trees", catalog.find(old.uri()).orElseThrow().addresses().name().value());
    assertEquals(old.uri(), catalog.find("id-of-trees").orElseThrow().uri());
  }

  @Test
  void changesOnlyTheStateThatWasRead() {
    var read = entered("trees", "id-of-trees", "baeume");
    var first = catalog.replace(read, titled(read, "Erste"));
    assertInstanceOf(Published.class, first.orElseThrow());
    assertTrue(catalog.replace(read, titled(read, "Zweite")).isEmpty());
    assertEquals("Erste", title(catalog.find(read.uri()).orElseThrow()));
  }

  @Test
  void writesNothingWhenAnEditChangesNothing() {
    var read = entered("trees", "id-of-trees", "baeume");
    var before = test.lastSequence();
    var same =
        new Submission(read.description(), read.record(), Optional.empty(), Optional.empty());
    assertInstanceOf(Unchanged.class, catalog.replace(read, same).orElseThrow());
    assertEquals(before, test.lastSequence());
  }

  @Test
  void leadsFromTheOldNameOfARenamedDatasetToTheNewOne() {
    var read = entered("trees", "id-of-trees", "baeume");
    var renamed = edited(read, withName(read, "kataster"));
    assertEquals("kataster", renamed.addresses().name().value());
    assertEquals(read.uri(), catalog.find("baeume").orElseThrow().uri());
    var back = edited(renamed, withName(renamed, "baeume"));
    assertEquals("baeume", back.addresses().name().value());
  }

  @Test
  void keepsAnEditUntilTheSourceItselfSaysSomethingElse() {
    harvest("Bäume");
    var read = catalog.find("baeume").orElseThrow();
    edited(read, titled(read, "Alle Bäume"));
    assertInstanceOf(Unchanged.class, harvest("Bäume"));
    assertEquals("Alle Bäume", title(catalog.find("baeume").orElseThrow()));
    assertInstanceOf(Published.class, harvest("Neue Bäume"));
    assertEquals("Neue Bäume", title(catalog.find("baeume").orElseThrow()));
  }

  @Test
  void keepsAHarvestedDatasetOutThatSomebodyTookOut() {
    harvest("Bäume");
    var read = catalog.find("baeume").orElseThrow();
    var gone = read.record().withState(DatasetState.WITHDRAWN).withEditor(Optional.of("u1"));
    edited(read, new Submission(read.description(), gone, Optional.empty(), Optional.empty()));
    assertInstanceOf(Unchanged.class, harvest("Bäume"));
    assertEquals(DatasetState.WITHDRAWN, catalog.find("baeume").orElseThrow().record().state());
  }

  @Test
  void givesADatasetThatComesBackItsOldName() {
    var read = entered("trees", "id-of-trees", "baeume");
    catalog.withdraw(List.of(read.uri()), Optional.empty());
    var gone = catalog.find("baeume").orElseThrow();
    var back = gone.record().withState(DatasetState.ACTIVE);
    edited(gone, new Submission(gone.description(), back, Optional.empty(), Optional.empty()));
    assertTrue(catalog.find("baeume").orElseThrow().isPublic());
  }

  @Test
  void leavesNoTextOfAPurgedDatasetInAnyRevision() {
    var read = entered("trees", "id-of-trees", "baeume");
    edited(read, titled(read, "Alle Bäume"));
    var purged = catalog.purge(catalog.find(read.uri()).orElseThrow(), Optional.of("u1"));
    assertEquals(Revision.Change.PURGED, purged.revision().change());
    assertEquals(read.addresses().ordinal(), purged.addresses().ordinal());
    var history = catalog.ledger().read(snapshot -> snapshot.history(read.uri()));
    assertEquals(3, history.size());
    for (var revision : history) {
      assertTrue(revision.description().graph().isEmpty());
      assertFalse(revision.record().isPublic());
    }
  }

  @Test
  void remembersWhatWasWrittenInOtherWords() {
    var read = entered("trees", "id-of-trees", "baeume");
    var words = Map.of("license_id", new Written("\"http://a.example\"", "\"cc-by\""));
    var record = read.record().withWritten(words).withEditor(Optional.of("u1"));
    edited(read, new Submission(read.description(), record, Optional.empty(), Optional.empty()));
    var kept = catalog.find(read.uri()).orElseThrow().record();
    assertEquals(words, kept.written());
    assertEquals(Optional.of("u1"), kept.editor());
  }

  @Test
  void tellsTheRevisionsOfPublicDatasetsNewestFirst() {
    var read = entered("trees", "id-of-trees", "baeume");
    edited(read, titled(read, "Alle Bäume"));
    var found =
        catalog.ledger().read(snapshot -> snapshot.revisions(RevisionQuery.ofPublic(0, 10)));
    assertEquals(List.of("Alle Bäume", "Bäume"), found.stream().map(EditingTest::title).toList());
    var older = found.getLast();
    assertEquals(
        "Bäume",
        title(
            catalog
                .ledger()
                .read(snapshot -> snapshot.findRevision(older.revision().sequence()))
                .orElseThrow()));
  }

  private Publication harvest(String title) {
    var submission = Submission.of(valid("trees", title, ""), record("there", "1"));
    return catalog.publish(List.of(submission), Optional.of("run")).getFirst();
  }

  private CatalogEntry entered(String local, String id, String name) {
    return ((Published) catalog.enter(submission(local, id, name)).orElseThrow()).entry();
  }

  private CatalogEntry edited(CatalogEntry basis, Submission submission) {
    return ((Published) catalog.replace(basis, submission).orElseThrow()).entry();
  }

  private static Submission submission(String local, String id, String name) {
    return new Submission(
        valid(local, "Bäume", ""),
        CatalogRecord.own(TestCatalog.NOW),
        Optional.of(id),
        Optional.of(new DatasetSlug(name)));
  }

  private static Submission titled(CatalogEntry entry, String title) {
    return new Submission(
        described(entry, title),
        entry.record().withEditor(Optional.of("u1")),
        Optional.empty(),
        Optional.empty());
  }

  private static DatasetDescription described(CatalogEntry entry, String title) {
    var local = entry.uri().value().replaceAll(".*/", "");
    return valid(local, title, "");
  }

  private static Submission withName(CatalogEntry entry, String name) {
    return new Submission(
        entry.description(), entry.record(), Optional.empty(), Optional.of(new DatasetSlug(name)));
  }

  private static String title(CatalogEntry entry) {
    return entry.view().title().in("de").orElseThrow();
  }
}
