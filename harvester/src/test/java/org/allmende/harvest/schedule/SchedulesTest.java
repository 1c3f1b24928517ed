package org.allmende.harvest.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.files.FileStore;
import org.allmende.catalog.ledger.SqliteLedger;
import org.allmende.catalog.model.DatasetState;
import org.allmende.harvest.CronExpression;
import org.allmende.harvest.DeparturePeriods;
import org.allmende.harvest.FakeFetcher;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.HarvestSource.Schedule;
import org.allmende.harvest.Harvester;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.NextRun;
import org.allmende.harvest.TestClock;
import org.allmende.harvest.enrich.Enrichment;
import org.allmende.harvest.source.SourceFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchedulesTest {

  private static String next(String cron, String after) {
    return NextRun.after(new Schedule.Cron(cron), Instant.parse(after), "Europe/Berlin")
        .map(Instant::toString)
        .orElse("never");
  }

  @Test
  void readsFiveFieldsInTheZoneOfTheCatalog() {
    assertEquals("2026-11-22T02:15:00Z", next("15 3 * * *", "2026-11-21T12:00:00Z"));
    assertEquals("2026-11-21T12:15:00Z", next("*/15 * * * *", "2026-11-21T12:00:00Z"));
    assertEquals("2026-11-23T05:00:00Z", next("0 6 * * mon-fri", "2026-11-20T12:00:00Z"));
    assertEquals("2026-12-31T23:00:00Z", next("0 0 1 jan *", "2026-11-21T12:00:00Z"));
    assertEquals("2028-02-28T23:00:00Z", next("0 0 29 2 *", "2026-11-21T12:00:00Z"));
    assertEquals("never", next("0 0 30 2 *", "2026-11-21T12:00:00Z"));
  }

  @Test
  void takesEitherDayWhenBothAreRestricted() {
    // The first of a month, or a Sunday (7 as well as 0), whichever comes first.
    assertEquals("2026-11-21T23:00:00Z", next("0 0 1 * 7", "2026-11-21T12:00:00Z"));
    assertEquals("2026-11-30T23:00:00Z", next("0 0 1 * 0", "2026-11-29T12:00:00Z"));
  }

  @Test
  void runsOnceOnDaysWhenClocksChange() {
    assertEquals("2027-03-28T01:30:00Z", next("30 2 * * *", "2027-03-27T12:00:00Z"));
    assertEquals("2026-10-25T00:30:00Z", next("30 2 * * *", "2026-10-24T12:00:00Z"));
    assertEquals("2026-10-26T01:30:00Z", next("30 2 * * *", "2026-10-25T00:30:00Z"));
  }

  @Test
  void saysWhichFieldIsWrong() {
    var failure =
        assertThrows(IllegalArgumentException.class, () -> CronExpression.parse("0 25 * * *"));
    assertEquals("hour: expected numbers from 0 to 23, got \"25\"", failure.getMessage());
    assertThrows(IllegalArgumentException.class, () -> CronExpression.parse("0 6 * *"));
    assertThrows(IllegalArgumentException.class, () -> CronExpression.parse("0 6 * * mond"));
  }

  @Test
  void harvestsWhatIsDueAndNothingElse(@TempDir Path temp) {
    var clock = new TestClock(Harvests.NOW);
    try (var catalog = catalog(temp, clock)) {
      var runs = new ArrayList<String>();
      var harvester = harvester(catalog);
      var scheduler =
          new HarvestScheduler(
              harvester,
              () ->
                  List.of(
                      source("taeglich", Optional.of(new Schedule.Every(Duration.ofHours(24)))),
                      source("von-hand", Optional.empty())),
              catalog,
              run -> runs.add(run.source()));

      scheduler.runDue();
      assertEquals(List.of("taeglich"), runs);
      clock.forward(Duration.ofHours(23));
      scheduler.runDue();
      assertEquals(1, runs.size());
      clock.forward(Duration.ofHours(2));
      scheduler.runDue();
      assertEquals(2, runs.size());

      var request = scheduler.request("von-hand").orElseThrow();
      assertEquals(request, scheduler.request("von-hand").orElseThrow());
      assertTrue(scheduler.request("gibt-es-nicht").isEmpty());
      scheduler.runDue();
      assertEquals(List.of("taeglich", "taeglich", "von-hand"), runs);
      var history = new RunHistory(catalog.ledger());
      assertEquals(2, history.of("taeglich", 10).size());
      assertEquals("complete", history.find(request.run()).orElseThrow().outcome());
      assertTrue(scheduler.requested("von-hand").isEmpty());
    }
  }

  @Test
  void keepsItsTimesAndWhatWasAskedForOverARestart(@TempDir Path temp) {
    var clock = new TestClock(Harvests.NOW);
    assertEquals(List.of("taeglich"), runsAfterAStart(temp, clock, true));
    clock.forward(Duration.ofHours(1));

    assertEquals(List.of("von-hand"), runsAfterAStart(temp, clock, false), "asked for before");
    clock.forward(Duration.ofHours(24));
    assertEquals(List.of("taeglich"), runsAfterAStart(temp, clock, false));
  }

  /** What a new process harvests at once; one that asks for a source does so at its end. */
  private static List<String> runsAfterAStart(Path temp, TestClock clock, boolean asks) {
    var runs = new ArrayList<String>();
    try (var catalog = catalog(temp, clock)) {
      var scheduler =
          new HarvestScheduler(
              harvester(catalog),
              () ->
                  List.of(
                      source("taeglich", Optional.of(new Schedule.Every(Duration.ofHours(24)))),
                      source("von-hand", Optional.empty())),
              catalog,
              run -> runs.add(run.source()));
      scheduler.runDue();
      if (asks) {
        scheduler.request("von-hand");
      }
    }
    return runs;
  }

  private static Catalog catalog(Path temp, TestClock clock) {
    return Catalog.open(
        Harvests.settings(),
        SqliteLedger.open(temp.resolve("ledger.db")),
        new FileStore(temp.resolve("files")),
        clock);
  }

  private static Harvester harvester(Catalog catalog) {
    var body = "name\na\n".getBytes(StandardCharsets.UTF_8);
    var fetcher = new FakeFetcher().with("https://quelle.example/list", body);
    return new Harvester(
        catalog,
        SourceFormats.all(),
        Enrichment.standard(),
        (source, known) -> fetcher,
        DeparturePeriods.standard());
  }

  @Test
  void takesTheStepsOfADepartureByTheClock(@TempDir Path temp) {
    var clock = new TestClock(Harvests.NOW);
    try (var catalog = catalog(temp, clock)) {
      var harvester = harvester(catalog);
      var source = source("liste", Optional.empty());
      var scheduler = new HarvestScheduler(harvester, () -> List.of(source), catalog, run -> {});
      scheduler.request("liste");
      scheduler.runDue();
      var uri =
          catalog.ledger().read(s -> s.datasetsOf("liste")).keySet().stream()
              .findFirst()
              .orElseThrow();
      catalog.announceDeparture(List.of(uri), DatasetState.DEPRECATED, Optional.empty());
      var since = clock.instant().toString();
      catalog
          .ledger()
          .write(
              transaction -> {
                transaction.note("liste", "leaving:" + uri, since);
                return true;
              });

      clock.forward(Duration.ofDays(29));
      scheduler.advanceDue();
      assertEquals(DatasetState.DEPRECATED, catalog.find(uri).orElseThrow().record().state());
      clock.forward(Duration.ofDays(1));
      scheduler.advanceDue();
      assertEquals(DatasetState.WITHDRAWING, catalog.find(uri).orElseThrow().record().state());
      clock.forward(Duration.ofDays(7));
      scheduler.advanceDue();
      assertEquals(DatasetState.WITHDRAWN, catalog.find(uri).orElseThrow().record().state());
    }
  }

  private static HarvestSource source(String id, Optional<Schedule> schedule) {
    var plain =
        Harvests.source(
            id,
            "csv",
            "https://quelle.example/list",
            Optional.of(Harvests.mapping("fields: [{ name: name }]")),
            Harvests.titled());
    return new HarvestSource(
        plain.id(),
        plain.format(),
        plain.location(),
        plain.mapping(),
        plain.name(),
        plain.tables(),
        schedule,
        plain.defaults(),
        plain.override(),
        plain.fetchPolicy());
  }
}
