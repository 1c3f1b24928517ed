package org.allmende.harvest;

import static org.allmende.harvest.HarvestOutcome.Kind.ADDED;
import static org.allmende.harvest.HarvestOutcome.Kind.UNCHANGED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.files.FileStore;
import org.allmende.catalog.ledger.SqliteLedger;
import org.allmende.harvest.HarvestRun.Result;
import org.allmende.harvest.settings.SettingsNode;
import org.allmende.harvest.settings.SettingsProblems;
import org.allmende.harvest.source.table.MappingReader;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample town's data sources, from file to catalog. */
class SampleTownTest {

  private static final Path TOWN = Path.of("../sample-data/src/main/resources/musterstadt");
  private static final List<String> DATA_FORMATS = List.of("csv", "json", "geojson");

  @TempDir Path temp;
  @AutoClose private Catalog catalog;

  @BeforeEach
  void open() {
    catalog =
        Catalog.open(
            Harvests.settings(),
            SqliteLedger.open(temp.resolve("ledger.db")),
            new FileStore(temp.resolve("files")),
            new TestClock(Harvests.NOW));
  }

  /** The data sources of the town's settings; titles and licenses are those of the settings. */
  private static List<HarvestSource> sources() throws IOException {
    var problems = new SettingsProblems();
    var file = TOWN.resolve("allmende.yaml");
    var root = SettingsNode.parse(Files.readString(file), "allmende.yaml", Map.of(), problems);
    var sources = new ArrayList<HarvestSource>();
    for (var node : root.items("sources")) {
      if (DATA_FORMATS.contains(node.text("format").orElse(""))) {
        sources.add(source(node, problems));
      }
    }
    problems.throwIfAny();
    return sources;
  }

  private static HarvestSource source(SettingsNode node, SettingsProblems problems) {
    var mapping =
        MappingReader.read(TOWN.resolve(node.text("mapping").orElseThrow()), Map.of(), problems);
    var titled = Harvests.titled();
    var defaults =
        new Defaults(
            node.section("defaults").localized("title").orElseThrow(),
            node.section("defaults").localized("description").orElseThrow(),
            titled.publisher(),
            titled.contact(),
            titled.themes(),
            node.section("defaults").texts("keywords"),
            titled.frequency(),
            titled.availability(),
            titled.accessRights(),
            titled.language(),
            titled.spatial(),
            titled.references(),
            titled.hvd(),
            titled.license(),
            titled.attribution());
    return Harvests.source(
        node.text("id").orElseThrow(),
        node.text("format").orElseThrow(),
        TOWN.resolve(node.text("location").orElseThrow()).toAbsolutePath().normalize().toString(),
        mapping,
        defaults);
  }

  private HarvestRun harvest(HarvestSource source) {
    return Harvester.standard(catalog, DeparturePeriods.standard())
        .run(source, RunOptions.usual(), ProgressListener.silent());
  }

  @Test
  void harvestsEveryDataSourceWithAllRowsAccountedFor() throws IOException {
    var rows =
        Map.of("ladesaeulen", "40/24", "wlan", "18/18", "freifunk", "30/23", "umfrage", "136/136");
    for (var source : sources()) {
      var run = harvest(source);
      assertEquals(Result.COMPLETE, run.result(), run.text("de"));
      assertEquals(Map.of(ADDED, 1), run.counts(), run.text("de"));
      var notes = run.findTable("").orElseThrow().notes();
      assertEquals(
          rows.get(source.id()), notes.rowsRead() + "/" + notes.rowsKept(), run.text("de"));
      assertEquals(0, run.offPagesCount(), run.text("de"));
    }
    assertEquals(4, catalog.entriesAfter(0, 100, true).size());
  }

  @Test
  void writesNothingTheSecondTime() throws IOException {
    for (var source : sources()) {
      harvest(source);
      assertEquals(Map.of(UNCHANGED, 1), harvest(source).counts(), source.id());
    }
  }

  @Test
  void neverPublishesPersonalData() throws IOException {
    for (var source : sources()) {
      harvest(source);
    }
    try (var files = Files.walk(temp.resolve("files"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var text = Files.readString(file, StandardCharsets.UTF_8);
        assertFalse(text.contains("freifunk-musterstadt.example"), file.toString());
        assertFalse(text.contains("02:00:5e"), file.toString());
        assertFalse(text.contains("192.0.2."), file.toString());
      }
    }
  }

  @Test
  void reportsTheSwappedPositionsAndTheStateDate() throws IOException {
    for (var source : sources()) {
      var report = harvest(source).text("de");
      if (source.id().equals("ladesaeulen")) {
        assertTrue(report.contains("vertauscht"), report);
        assertTrue(report.contains("Stand der Daten: 2026-02-24"), report);
      }
    }
    var id = catalog.identity().sourceDatasetId("ladesaeulen", "");
    assertTrue(Optional.of(id).flatMap(catalog::find).isPresent());
  }
}
