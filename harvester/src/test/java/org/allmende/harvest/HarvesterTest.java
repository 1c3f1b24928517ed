package org.allmende.harvest;

import static org.allmende.harvest.HarvestOutcome.Kind.ADDED;
import static org.allmende.harvest.HarvestOutcome.Kind.CHANGED;
import static org.allmende.harvest.HarvestOutcome.Kind.DEPRECATED;
import static org.allmende.harvest.HarvestOutcome.Kind.FAILED;
import static org.allmende.harvest.HarvestOutcome.Kind.HELD;
import static org.allmende.harvest.HarvestOutcome.Kind.MISSING;
import static org.allmende.harvest.HarvestOutcome.Kind.UNCHANGED;
import static org.allmende.harvest.HarvestOutcome.Kind.WITHDRAWING;
import static org.allmende.harvest.HarvestOutcome.Kind.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.files.FileStore;
import org.allmende.catalog.ledger.SqliteLedger;
import org.allmende.catalog.model.DatasetState;
import org.allmende.harvest.enrich.Enrichment;
import org.allmende.harvest.fetch.FetchPolicy;
import org.allmende.harvest.source.SourceFormats;
import org.allmende.harvest.source.csv.CsvSourceFormat;
import org.allmende.vocab.ADMS;
import org.allmende.vocab.profile.Profile;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarvesterTest {

  private static final String MAPPING = "key: [id]\nfields: [{ name: id }, { name: name }]";

  @TempDir Path temp;
  private final TestClock clock = new TestClock(Harvests.NOW);
  private final ListFormat entries = new ListFormat();
  private final FakeFetcher fetcher = new FakeFetcher();
  @AutoClose private Catalog catalog;
  private Harvester harvester;

  @BeforeEach
  void open() {
    catalog =
        Catalog.open(
            Harvests.settings(),
            SqliteLedger.open(temp.resolve("ledger.db")),
            new FileStore(temp.resolve("files")),
            clock);
    harvester =
        new Harvester(
            catalog,
            new SourceFormats(List.of(new CsvSourceFormat(), entries)),
            Enrichment.standard(),
            (source, known) -> fetcher,
            DeparturePeriods.standard());
  }

  private HarvestRun harvestCsv(String text) {
    return harvestCsv(text, RunOptions.usual());
  }

  private HarvestRun harvestCsv(String text, RunOptions options) {
    fetcher.with("https://quelle.example/list", text.getBytes(StandardCharsets.UTF_8));
    clock.forward(Duration.ofHours(24));
    return harvester.run(csv(), options, ProgressListener.silent());
  }

  private static HarvestSource csv() {
    return Harvests.source("csv", Harvests.mapping(MAPPING));
  }

  private HarvestRun harvestEntries(String... keys) {
    return harvestEntries(RunOptions.usual(), keys);
  }

  private HarvestRun harvestEntries(RunOptions options, String... keys) {
    entries.keys = List.of(keys);
    clock.forward(Duration.ofHours(24));
    return harvester.run(landkreis(), options, ProgressListener.silent());
  }

  private static HarvestSource landkreis() {
    return Harvests.source(
        "landkreis", "list", "https://quelle.example/", Optional.empty(), Defaults.none());
  }

  private static String[] numbered(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "d" + i).toArray(String[]::new);
  }

  @Test
  void publishesATableWithItsFilesAndItsDefaults() throws IOException {
    var run = harvestCsv("id;name\n1;Marktbrunnen\n");

    assertEquals(Map.of(ADDED, 1), run.counts(), run.toString());
    var id = catalog.identity().sourceDatasetId("liste", "");
    var view = catalog.find(id).orElseThrow().view();
    assertEquals(Optional.of("Öffentliche Brunnen"), view.title().in("de"));
    assertEquals(Optional.of("Stadt Musterstadt"), view.publisher().orElseThrow().name().in("de"));
    assertEquals(3, view.distributions().size(), "csv, json, and the source itself");
    try (var files = Files.walk(temp.resolve("files"))) {
      assertEquals(
          4,
          files.filter(f -> f.getFileName().toString().length() == 64).count(),
          "csv, json, the schema of both, and what the web wants to know of the csv");
    }
  }

  @Test
  void writesNothingWhenNothingChanged() {
    harvestCsv("id;name\n1;a\n");
    var sequence = catalog.ledger().read(s -> s.lastSequence());

    assertEquals(Map.of(UNCHANGED, 1), harvestCsv("id;name\n1;a\n").counts());
    assertEquals(sequence, catalog.ledger().read(s -> s.lastSequence()));
    assertEquals(Map.of(CHANGED, 1), harvestCsv("id;name\n1;b\n").counts());
  }

  @Test
  void publishesNothingInADryRun() {
    var run = harvestCsv("id;name\n1;a\n", new RunOptions(true, false));

    assertTrue(run.isDry());
    assertEquals(1, run.findTable("").orElseThrow().notes().rowsKept());
    assertEquals(Long.valueOf(0), catalog.ledger().read(s -> s.lastSequence()));
    assertFalse(Files.exists(temp.resolve("files")));
    assertTrue(catalog.ledger().read(s -> s.runs("liste", 10)).isEmpty());
  }

  @Test
  void notesInTheLanguageOfWhoeverReadsTheReport() {
    harvestCsv("id;name;extra\n1;a;x\n");
    var german = harvestCsv("id;name;extra\n1;b;x\n").text("de");
    var english =
        harvestCsv("id;name;extra\n1;c;x\n", RunOptions.usual().reportedIn("en")).text("en");

    assertTrue(german.contains("Spalten, die die Zuordnung nicht nennt: extra"), german);
    assertTrue(english.contains("columns that the mapping does not name: extra"), english);
  }

  @Test
  void keepsADatasetWithoutLicenseAsADraft() {
    fetcher.with("https://quelle.example/list", "id;name\n1;a\n".getBytes(StandardCharsets.UTF_8));
    var source =
        Harvests.source(
            "liste",
            "csv",
            "https://quelle.example/list",
            Optional.of(Harvests.mapping(MAPPING)),
            Harvests.unlicensed());
    var run = harvester.run(source, RunOptions.usual(), ProgressListener.silent());

    var entry = catalog.find(catalog.identity().sourceDatasetId("liste", "")).orElseThrow();
    assertEquals(DatasetState.DRAFT, entry.record().state());
    assertTrue(run.text("de").contains("keine Lizenz"), run.text("de"));
  }

  @Test
  void keepsTheOldTableWhenMoreThanHalfIsGone() {
    harvestCsv("id;name\n1;a\n2;b\n3;c\n4;d\n5;e\n");
    var run = harvestCsv("id;name\n1;a\n2;b\n");

    assertEquals(HarvestRun.Result.STOPPED, run.result());
    assertEquals(1, run.count(HELD));
    assertTrue(run.text("de").contains("2 Zeilen statt 5"), run.text("de"));

    var accepted = harvestCsv("id;name\n1;a\n2;b\n", new RunOptions(false, true));
    assertEquals(Map.of(CHANGED, 1), accepted.counts());
  }

  @Test
  void takesNothingOutWhenTheSourceCannotBeRead() {
    harvestCsv("id;name\n1;a\n");
    var run = harvestCsv("<html><title>Wartung</title></html>");

    assertEquals(HarvestRun.Result.FAILED, run.result());
    assertTrue(run.message("de").contains("Wartung"), run.message("de"));
    assertEquals(1, catalog.ledger().read(s -> s.datasetsOf("liste")).size());
    assertEquals("failed", catalog.ledger().read(s -> s.runs("liste", 1)).getFirst().outcome());
  }

  @Test
  void countsARecordThatCannotBeMappedAndGoesOn() {
    var run = harvestEntries("a", "bad", "c");

    assertEquals(Map.of(ADDED, 2, FAILED, 1), run.counts());
    assertTrue(run.text("en").contains("bad"), run.text("en"));
    assertEquals(HarvestRun.Result.COMPLETE, run.result());
  }

  @Test
  void deprecatesWhatWasAbsentInTwoCompleteRuns() {
    harvestEntries("a", "b");

    assertEquals(Map.of(UNCHANGED, 1, MISSING, 1), harvestEntries("a").counts());
    assertEquals(DatasetState.ACTIVE, state("b"));
    assertEquals(Map.of(UNCHANGED, 1, DEPRECATED, 1), harvestEntries("a").counts());
    assertEquals(DatasetState.DEPRECATED, state("b"));
  }

  @Test
  void leavesInStepsOfThirtyAndSevenDays() {
    harvestEntries("a", "b");
    harvestEntries("a");
    harvestEntries("a");
    clock.forward(Duration.ofDays(28));
    assertEquals(Map.of(UNCHANGED, 1), harvestEntries("a").counts(), "29 days");
    assertEquals(Map.of(UNCHANGED, 1, WITHDRAWING, 1), harvestEntries("a").counts());
    assertEquals(DatasetState.WITHDRAWING, state("b"));
    clock.forward(Duration.ofDays(6));
    assertEquals(Map.of(UNCHANGED, 1, WITHDRAWN, 1), harvestEntries("a").counts());
    assertEquals(DatasetState.WITHDRAWN, state("b"));
    assertEquals(Map.of(UNCHANGED, 1), harvestEntries("a").counts());
  }

  @Test
  void takesTheStepsWithoutARunWhenTheirTimeHasCome() {
    harvestEntries("a", "b");
    harvestEntries("a");
    harvestEntries("a");

    assertEquals(List.of(), harvester.advanceDepartures("landkreis"));
    clock.forward(Duration.ofDays(90));
    var first = harvester.advanceDepartures("landkreis");
    assertEquals(List.of(WITHDRAWING), first.stream().map(HarvestOutcome::kind).toList());
    clock.forward(Duration.ofDays(7));
    harvester.advanceDepartures("landkreis");
    assertEquals(DatasetState.WITHDRAWN, state("b"));
  }

  @Test
  void tellsTheOperatorWhatIsOnItsWay() {
    harvestEntries("a", "b");
    harvestEntries("a");
    harvestEntries("a");
    var run = harvestEntries("a");

    assertEquals(1, run.leavingCount());
    assertTrue(
        run.text("de").contains("b_: abgekündigt, am 2026-12-24 zurückgezogen"), run.text("de"));
    assertTrue(run.json().contains("\"state\":\"deprecated\""), run.json());
  }

  @Test
  void saysOnEveryDistributionThatItLeaves() {
    harvestEntries("a", "b");
    harvestEntries("a");
    harvestEntries("a");
    var entry = catalog.find(ListFormat.uri("b")).orElseThrow();

    var turtle = new String(catalog.turtle(entry), StandardCharsets.UTF_8);
    assertTrue(turtle.contains("distribution-status/DEPRECATED"), turtle);
    var raw = catalog.describe(entry, Profile.RAW).graph();
    assertFalse(raw.contains(Node.ANY, ADMS.status, Node.ANY), "the source did not say so");
  }

  @Test
  void takesBackWhatReturns() {
    harvestEntries("a", "b");
    harvestEntries("a");
    harvestEntries("a");
    var back = harvestEntries("a", "b");
    assertEquals(Map.of(UNCHANGED, 1, CHANGED, 1), back.counts());
    assertEquals(0, back.leavingCount());
    assertEquals(DatasetState.ACTIVE, state("b"));
    assertEquals(Map.of(UNCHANGED, 1, MISSING, 1), harvestEntries("a").counts());
  }

  @Test
  void letsAPersonTakeOutAtOnceWhatIsOnItsWay() {
    harvestEntries("a", "b");
    harvestEntries("a");
    harvestEntries("a");
    catalog.withdraw(List.of(ListFormat.uri("b")), Optional.empty());

    assertEquals(DatasetState.WITHDRAWN, state("b"));
    assertEquals(0, harvestEntries("a").leavingCount());
  }

  @Test
  void stopsAndAsksBeforeItTakesOutMoreThanAFifth() {
    harvestEntries(numbered(0, 20));
    harvestEntries(numbered(0, 14));
    var stopped = harvestEntries(numbered(0, 14));

    assertEquals(HarvestRun.Result.STOPPED, stopped.result());
    assertTrue(stopped.message("de").contains("--accept-losses"), stopped.message("de"));
    assertEquals(DatasetState.ACTIVE, state("d19"));

    var accepted = harvestEntries(new RunOptions(false, true), numbered(0, 14));
    assertEquals(6, accepted.count(DEPRECATED));
  }

  @Test
  void countsNoAbsenceInARunThatWasCutShort() {
    harvestEntries("a", "b");
    entries.breaksAfter = 1;
    var broken = harvestEntries("a", "b");
    var again = harvestEntries("a", "b");

    assertEquals(HarvestRun.Result.FAILED, broken.result());
    assertEquals(Map.of(UNCHANGED, 2), again.counts());
    assertEquals(DatasetState.ACTIVE, state("b"));
  }

  @Test
  void countsNoAbsenceWhereEntriesCouldNotBeRead() {
    harvestEntries("a", "b");
    fetcher.notes().unreadable(Reason.of("quoted", "Eintrag 2: kein Titel"));
    harvestEntries("a");
    var run = harvestEntries("a");

    assertEquals(Map.of(UNCHANGED, 1), run.counts());
    assertTrue(run.text("de").contains("kein Titel"), run.text("de"));
  }

  @Test
  void withdrawsASourceThatIsNoLongerConfiguredOnlyWhenToldSo() {
    harvestEntries("a", "b");

    assertEquals(
        HarvestRun.Result.STOPPED, harvester.withdrawAll("landkreis", RunOptions.usual()).result());
    assertEquals(DatasetState.ACTIVE, state("a"));
    var run = harvester.withdrawAll("landkreis", new RunOptions(false, true));
    assertEquals(Map.of(WITHDRAWN, 2), run.counts());
    assertEquals(DatasetState.WITHDRAWN, state("a"));
  }

  @Test
  void letsOneRunAtATimeHarvestASource() {
    var lease = SourceLease.take(catalog.ledger(), "landkreis", clock).orElseThrow();
    var refused = harvester.run(landkreis(), RunOptions.usual(), ProgressListener.silent());
    assertEquals(HarvestRun.Result.FAILED, refused.result());
    lease.close();
    assertEquals(HarvestRun.Result.COMPLETE, harvestEntries("a").result());
  }

  @Test
  void takesOverFromAProcessThatDied() {
    var dead = clock.instant().plusSeconds(3_600) + "|" + hostOfLease() + "|999999999|x|y";
    catalog
        .ledger()
        .write(
            transaction -> {
              transaction.note("landkreis", "lease", dead);
              return true;
            });
    assertEquals(HarvestRun.Result.COMPLETE, harvestEntries("a").result());
  }

  private String hostOfLease() {
    var lease = SourceLease.take(catalog.ledger(), "other", clock).orElseThrow();
    var note = catalog.ledger().read(s -> s.notes("other")).getOrDefault("lease", "");
    lease.close();
    return note.split("\\|")[1];
  }

  @Test
  void recordsItsReportInTheHistory() {
    harvestCsv("id;name\n1;a\n");
    var entry = catalog.ledger().read(s -> s.runs("liste", 10)).getFirst();

    assertEquals("complete", entry.outcome());
    assertTrue(entry.report().contains("\"rows_read\":1"), entry.report());
    assertTrue(entry.report().contains("\"added\":1"), entry.report());
  }

  @Test
  void warnsWhenTheEncodingChanges() {
    harvestCsv("id;name\n1;a\n");
    var run = harvestCsv("\ufeffid;name\n1;a\n");
    assertTrue(run.text("de").contains("Zeichensatz gewechselt"), run.text("de"));
  }

  @Test
  void endsARunAtTheLimitOfTheSourceAndTakesNothingOut() {
    harvestEntries("a", "b", "c");
    entries.keys = List.of("a", "b", "c");
    var few = new FetchPolicy.Limits(1_000, 10, Duration.ofHours(1), 2);
    var source = landkreis().within(few);
    harvester.run(source, RunOptions.usual(), ProgressListener.silent());
    var run = harvester.run(source, RunOptions.usual(), ProgressListener.silent());

    assertEquals(HarvestRun.Result.CUT_SHORT, run.result());
    assertTrue(run.text("de").contains("mehr als 2 Einträge"), run.text("de"));
    assertTrue(run.text("en").contains("more than 2 records"), run.text("en"));
    assertEquals(DatasetState.ACTIVE, state("c"));
  }

  @Test
  void refusesATableWithMoreRowsThanTheSourceMayHave() {
    harvestCsv("id;name\n1;a\n");
    fetcher.with(
        "https://quelle.example/list", "id;name\n1;a\n2;b\n".getBytes(StandardCharsets.UTF_8));
    var few = new FetchPolicy.Limits(1_000, 10, Duration.ofHours(1), 1);
    var run = harvester.run(csv().within(few), RunOptions.usual(), ProgressListener.silent());

    assertEquals(HarvestRun.Result.FAILED, run.result());
    assertTrue(run.message("de").contains("mehr als 1 Zeilen"), run.message("de"));
  }

  @Test
  void saysInBothLanguagesWhyARecordFailed() {
    var run = harvestEntries("bad");

    assertTrue(run.text("de").contains("hat keinen Titel"), run.text("de"));
    assertTrue(run.text("en").contains("has no title"), run.text("en"));
    assertTrue(run.json().contains("\"detail_de\""), run.json());
  }

  @Test
  void keepsWhatTheSourceNeitherBringsNorTakesBack() {
    harvestEntries("a", "b");
    fetcher.notes().keep("b");
    harvestEntries("a");
    var run = harvestEntries("a");

    assertEquals(Map.of(UNCHANGED, 1, HELD, 1), run.counts());
    assertEquals(HarvestRun.Result.STOPPED, run.result());
    assertEquals(DatasetState.ACTIVE, state("b"));
  }

  @Test
  void tellsHowFarItIs() {
    entries.keys = List.of("a", "b", "c");
    var told = new ArrayList<Long>();
    harvester.run(landkreis(), RunOptions.usual(), (done, total) -> told.add(done));
    assertEquals(List.of(1L, 2L, 3L), told);
  }

  private DatasetState state(String key) {
    return catalog.find(ListFormat.uri(key)).orElseThrow().record().state();
  }
}
