package org.allmende.catalog.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.TestCatalog;
import org.allmende.catalog.Verdict;
import org.allmende.catalog.ledger.LedgerSnapshot.Scope;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.model.Revision;
import org.allmende.catalog.model.StoredDescription;
import org.allmende.catalog.quality.Assessment;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What every ledger promises. An implementation extends it in three lines. */
abstract class LedgerContract {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");

  @AutoClose private Ledger ledger;

  /** Opens the same ledger again at each call; the one before is closed. */
  abstract Ledger open();

  @BeforeEach
  void start() {
    ledger = open();
  }

  @Test
  void isEmptyAtFirst() {
    assertEquals(0, ledger.read(LedgerSnapshot::lastSequence));
    assertTrue(ledger.read(LedgerSnapshot::base).isEmpty());
    assertTrue(ledger.read(s -> s.findById("none")).isEmpty());
  }

  @Test
  void givesGrowingSequenceNumbersThatSurviveARestart() {
    var first = publish("a").revision().sequence();
    ledger.close();
    ledger = open();
    assertTrue(publish("b").revision().sequence() > first);
  }

  @Test
  void readsBackEveryPartOfARevision() {
    var entry = publish("a");
    var read = ledger.read(s -> s.findByUri(entry.uri())).orElseThrow();
    assertEquals(entry.addresses(), read.addresses());
    assertEquals(entry.record(), read.record());
    assertEquals(entry.publisher(), read.publisher());
    assertEquals(entry.revision().hash(), read.revision().hash());
    assertEquals(NOW, read.revision().at());
    assertTrue(entry.description().graph().isIsomorphicWith(read.description().graph()));
  }

  @Test
  void findsADatasetByEachOfItsNames() {
    var entry = publish("a");
    assertEquals(entry.uri(), ledger.read(s -> s.findById("id-a")).orElseThrow().uri());
    assertEquals(entry.uri(), ledger.read(s -> s.findByName("name-a")).orElseThrow().uri());
    assertEquals(entry.uri(), ledger.read(s -> s.findByOrdinal(1)).orElseThrow().uri());
  }

  @Test
  void changesNothingWhenTheBasisIsNotCurrentAnyMore() {
    var first = publish("a");
    publish("a");
    var late = revision("a", Optional.of(first), DatasetState.ACTIVE);
    assertTrue(ledger.write(t -> t.append(late, Optional.empty())).isEmpty());
    boolean isKept = ledger.write(t -> t.keepComputed(first, late.computed()));
    assertFalse(isKept);
    assertEquals(2, ledger.read(LedgerSnapshot::lastSequence));
  }

  @Test
  void changesNothingWhenANewDatasetIsKnownAlready() {
    publish("a");
    var again = revision("a", Optional.empty(), DatasetState.ACTIVE);
    assertTrue(ledger.write(t -> t.append(again, Optional.empty())).isEmpty());
    assertEquals(1, ledger.read(s -> s.history(uri("a"))).size());
    assertEquals(2, publish("b").addresses().ordinal());
  }

  @Test
  void givesADistributionItsOtherIdWhenTheFirstIsTaken() {
    var csvOfA = publish("a").addresses().distributions();
    var csvOfB = publish("b").addresses().distributions();
    assertEquals("csv", csvOfA.getFirst().id());
    assertEquals("csv-of-b", csvOfB.getFirst().id());
    assertEquals(csvOfB, publish("b").addresses().distributions());
    assertEquals(
        "id-b",
        ledger.read(s -> s.findByDistributionId("csv-of-b")).orElseThrow().addresses().id());
  }

  @Test
  void undoesEverythingWhenAChangeFails() {
    assertThrows(
        IllegalStateException.class,
        () ->
            ledger.write(
                transaction -> {
                  append(transaction, "a", DatasetState.ACTIVE);
                  throw new IllegalStateException("on purpose");
                }));
    assertEquals(0, ledger.read(LedgerSnapshot::lastSequence));
    assertTrue(ledger.read(s -> s.findById("id-a")).isEmpty());
    assertEquals(1, publish("b").addresses().ordinal());
  }

  @Test
  void givesEachDatasetTheNextOrdinalAndKeepsIt() {
    assertEquals(1, publish("a").addresses().ordinal());
    assertEquals(2, publish("b").addresses().ordinal());
    assertEquals(1, publish("a").addresses().ordinal());
  }

  @Test
  void givesEachChangedDatasetOnceInItsNewestState() {
    publish("a");
    publish("b");
    publish("a");
    var changed = ledger.read(s -> s.changedAfter(0, 10));
    assertEquals(List.of("id-b", "id-a"), changed.stream().map(e -> e.addresses().id()).toList());
    assertEquals(
        List.of(), ledger.read(s -> s.changedAfter(changed.getLast().revision().sequence(), 10)));
  }

  @Test
  void listsDatasetsByOrdinalWithinAScope() {
    publish("a");
    ledger.write(transaction -> append(transaction, "b", DatasetState.DRAFT));
    ledger.write(transaction -> append(transaction, "c", DatasetState.WITHDRAWN));
    publish("d");
    assertEquals(List.of("id-a", "id-b", "id-d"), ids(Scope.ALL));
    assertEquals(List.of("id-a", "id-d"), ids(Scope.PUBLIC));
    assertEquals(List.of("id-a", "id-d"), ids(Scope.HARVEST_PAGES));
    assertEquals(2L, count(Scope.PUBLIC));
    long before = ledger.read(s -> s.ordinalBefore(1, Scope.PUBLIC, Optional.empty()));
    assertEquals(1L, before);
    assertArrayEquals(
        new long[] {1, 4}, ledger.read(s -> s.ordinals(Scope.PUBLIC, Optional.empty())));
  }

  @Test
  void showsAReaderOneStateWhateverIsWritten() throws InterruptedException {
    publish("a");
    var reading = new CountDownLatch(1);
    var written = new CountDownLatch(1);
    var seen = new ArrayList<Long>();
    var reader =
        Thread.ofPlatform()
            .start(
                () ->
                    ledger.read(
                        snapshot -> {
                          seen.add(snapshot.lastSequence());
                          reading.countDown();
                          awaitQuietly(written);
                          return seen.add(snapshot.lastSequence());
                        }));
    reading.await();
    publish("b");
    written.countDown();
    reader.join();
    assertEquals(List.of(1L, 1L), seen);
    assertEquals(2, ledger.read(LedgerSnapshot::lastSequence));
  }

  @Test
  void losesNothingWhenManyWriteAtOnce() throws InterruptedException {
    var threads = new ArrayList<Thread>();
    for (var i = 0; i < 8; i++) {
      var name = "t" + i;
      threads.add(Thread.ofVirtual().start(() -> publish(name)));
    }
    for (var thread : threads) {
      thread.join();
    }
    assertEquals(8L, count(Scope.ALL));
  }

  @Test
  void tellsAfterEachCommitWhatTheLastSequenceIs() {
    var heard = new ArrayList<Long>();
    ledger.onCommit(heard::add);
    publish("a");
    ledger.write(
        transaction -> {
          transaction.note("source", "key", "value");
          return true;
        });
    assertEquals(List.of(1L), heard);
  }

  @Test
  void refusesWhoeverComesAfterItWasClosed() {
    ledger.close();
    for (var attempt :
        List.<Executable>of(() -> ledger.read(LedgerSnapshot::lastSequence), () -> publish("a"))) {
      var error = assertThrows(LedgerException.class, attempt);
      assertTrue(error.toString().contains("is closed"), error.toString());
    }
  }

  @Test
  void remembersNotesAndForgetsEmptyOnes() {
    note("etag", "x");
    note("other", "y");
    note("etag", "");
    assertEquals(Map.of("other", "y"), ledger.read(s -> s.notes("source")));
  }

  @Test
  void listsRunsNewestFirst() {
    record("1", NOW);
    record("2", NOW.plusSeconds(1));
    assertEquals(
        List.of("2", "1"),
        ledger.read(s -> s.runs("wlan", 10)).stream().map(RunEntry::id).toList());
    assertEquals(List.of(), ledger.read(s -> s.runs("other", 10)));
  }

  @Test
  void findsAndCountsRuns() {
    record("1", NOW);
    record("2", NOW.plusSeconds(1));
    assertEquals(NOW, ledger.read(s -> s.findRun("1")).orElseThrow().started());
    assertTrue(ledger.read(s -> s.findRun("1")).orElseThrow().finished().isEmpty());
    assertTrue(ledger.read(s -> s.findRun("3")).isEmpty());
    assertEquals(2L, ledger.<Long>read(s -> s.countRuns("wlan")));
  }

  @Test
  void keepsSourcesThatWereMadeUntilTheyAreForgotten() {
    keep(new SourceEntry("1", "b", NOW, "{}"));
    keep(new SourceEntry("2", "a", NOW, "{}"));
    var renamed = new SourceEntry("1", "c", NOW, "{\"url\":\"x\"}");
    keep(renamed);
    assertEquals(
        List.of("a", "c"), ledger.read(s -> s.sources()).stream().map(SourceEntry::name).toList());
    assertEquals(renamed, ledger.read(s -> s.sources()).getLast());
    ledger.write(
        transaction -> {
          transaction.forgetSource("1");
          return true;
        });
    assertEquals(1, ledger.read(s -> s.sources()).size());
  }

  private void keep(SourceEntry source) {
    ledger.write(
        transaction -> {
          transaction.keepSource(source);
          return true;
        });
  }

  @Test
  void tellsWhichRevisionsAHarvestBrought() {
    var first = publish("a").revision().sequence();
    var second = publish("a").revision().sequence();
    var other = publish("b").revision().sequence();
    assertEquals(List.of(first, second, other), ledger.read(s -> s.harvested("source", false, 10)));
    assertEquals(List.of(second, other), ledger.read(s -> s.harvested("source", true, 10)));
    assertEquals(List.of(), ledger.read(s -> s.harvested("nowhere", false, 10)));
    assertEquals(
        first, ledger.read(s -> s.findBySequence(first)).orElseThrow().revision().sequence());
    assertTrue(ledger.read(s -> s.findBySequence(99)).isEmpty());
  }

  @Test
  void listsThePagesOfPublicDatasetsAlone() {
    publish("a");
    publish("b");
    ledger.write(transaction -> append(transaction, "a", DatasetState.DRAFT));
    var pages = ledger.read(s -> s.publicPagesAfter(0, 10));
    assertEquals(List.of("name-b"), pages.stream().map(page -> page.name().value()).toList());
    assertEquals(List.of(), ledger.read(s -> s.publicPagesAfter(pages.getLast().ordinal(), 10)));
  }

  @Test
  void numbersAnOrganizationWhoseNameIsTaken() {
    var first = ledger.write(t -> t.assignOrganization(organization("1", "Stadt A")));
    var second = ledger.write(t -> t.assignOrganization(organization("2", "Stadt A ")));
    assertEquals("stadt", first.name().value());
    assertEquals("stadt-2", second.name().value());
    assertEquals(first, ledger.write(t -> t.assignOrganization(organization("1", "Renamed"))));
  }

  @Test
  void doesNotCallATakenNameFree() {
    publish("a");
    assertFalse(isFreeName("name-a"));
    assertFalse(isFreeId("id-a"));
    assertTrue(isFreeId("id-b"));
  }

  private boolean isFreeName(String name) {
    return ledger.read(s -> s.isFreeName(new DatasetSlug(name)));
  }

  private boolean isFreeId(String id) {
    return ledger.read(s -> s.isFreeId(id));
  }

  private long count(Scope scope) {
    return ledger.read(s -> s.count(scope, Optional.empty()));
  }

  private void note(String key, String value) {
    ledger.write(
        transaction -> {
          transaction.note("source", key, value);
          return true;
        });
  }

  private void record(String id, Instant started) {
    ledger.write(
        transaction -> {
          transaction.recordRun(
              new RunEntry(id, "wlan", started, Optional.empty(), "running", "{}"));
          return true;
        });
  }

  private List<String> ids(Scope scope) {
    return ledger.read(s -> s.entriesAfter(0, 10, scope, Optional.empty())).stream()
        .map(entry -> entry.addresses().id())
        .toList();
  }

  private CatalogEntry publish(String local) {
    return ledger.write(transaction -> append(transaction, local, DatasetState.ACTIVE));
  }

  private static CatalogEntry append(
      LedgerTransaction transaction, String local, DatasetState state) {
    var basis = transaction.findByUri(uri(local));
    return transaction.append(revision(local, basis, state), Optional.of("run")).orElseThrow();
  }

  private static NewRevision revision(
      String local, Optional<CatalogEntry> basis, DatasetState state) {
    var description = TestCatalog.valid(local, "Titel " + local, "");
    var verdict = new Verdict(state == DatasetState.ACTIVE, List.of());
    return new NewRevision(
        uri(local),
        basis,
        "id-" + local,
        new DatasetSlug("name-" + local),
        List.of(new NewRevision.Distribution(uri(local) + "/csv", "csv", "csv-of-" + local)),
        Revision.Change.PUBLISHED,
        StoredDescription.pack(description.graph()),
        TestCatalog.record("source", local).withState(state).withExtras(Map.of("k", "v")),
        "hash-" + local,
        organization("org", "Stadt"),
        new NewRevision.Computed(
            "rules", verdict, Optional.empty(), new byte[] {1}, Assessment.NONE),
        NOW);
  }

  private static DatasetUri uri(String local) {
    return new DatasetUri("https://other.example/" + local);
  }

  private static Organization organization(String id, String title) {
    return new Organization(
        id, new DatasetSlug("stadt"), title, "https://a.example/" + id, Optional.empty(), NOW);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
