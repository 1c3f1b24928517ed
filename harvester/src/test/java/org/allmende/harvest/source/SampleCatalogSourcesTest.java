package org.allmende.harvest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.files.FileStore;
import org.allmende.catalog.ledger.SqliteLedger;
import org.allmende.harvest.Defaults;
import org.allmende.harvest.DeparturePeriods;
import org.allmende.harvest.HarvestOutcome;
import org.allmende.harvest.HarvestRun;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvester;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.ProgressListener;
import org.allmende.harvest.RunOptions;
import org.allmende.harvest.enrich.Enrichment;
import org.allmende.harvest.fetch.FetchPolicy;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The council and the district of the sample town, from file to catalog. */
class SampleCatalogSourcesTest {

  private static final Path TOWN = Path.of("../sample-data/src/main/resources/musterstadt");

  @TempDir private Path temp;
  @AutoClose private Catalog catalog;

  @BeforeEach
  void open() {
    catalog =
        Catalog.open(
            Harvests.settings(),
            SqliteLedger.open(temp.resolve("ledger.db")),
            new FileStore(temp.resolve("files")),
            Clock.fixed(Harvests.NOW, ZoneOffset.UTC));
  }

  @ParameterizedTest
  @CsvSource({"oparl, oparl, 4", "dcat, dcat/landkreis.ttl, 8"})
  void standsOnTheHarvestPagesAsAWhole(String format, String location, int datasets)
      throws IOException {
    var run = harvest(source(format, TOWN.resolve(location)));

    assertEquals(Map.of(HarvestOutcome.Kind.ADDED, datasets), run.counts(), run.text("de"));
    assertEquals(0, run.offPagesCount(), run.text("de"));
  }

  @ParameterizedTest
  @CsvSource({"oparl, oparl, 4", "dcat, dcat/landkreis.ttl, 8"})
  void writesNothingTheSecondTime(String format, String location, int datasets) throws IOException {
    var source = source(format, TOWN.resolve(location));
    harvest(source);

    assertEquals(Map.of(HarvestOutcome.Kind.UNCHANGED, datasets), harvest(source).counts());
  }

  @Test
  void publishesAPackageOfCkan() throws IOException {
    var file = temp.resolve("p.json");
    Files.writeString(
        file,
        """
        {"id": "bec58a38-b471-4f2d-bc32-610fd07e023e", "name": "baeume", "title": "Bäume",
         "notes": "Alle.", "license_id": "dl-de-zero-2.0", "tags": [{"name": "Baum"}],
         "groups": [{"name": "envi"}], "organization": {"title": "Stadt Nachbarort"},
         "maintainer": "Amt", "maintainer_email": "amt@nachbarort.example",
         "resources": [{"id": "4a7a1a3e-65f5-4a6d-8d3c-2f4f9f5ad2c1", "name": "CSV",
           "url": "https://nachbarort.example/b.csv", "format": "CSV"}]}
        """);

    var run = harvest(source("ckan", file));

    assertEquals(Map.of(HarvestOutcome.Kind.ADDED, 1), run.counts(), run.text("de"));
    assertEquals(0, run.offPagesCount(), run.text("de"));
    var entry = catalog.entriesAfter(0, 10, true).getFirst();
    assertEquals("baeume", entry.addresses().name().value());
    assertEquals("bec58a38-b471-4f2d-bc32-610fd07e023e", entry.addresses().id());
    assertTrue(
        entry.addresses().distributionById("4a7a1a3e-65f5-4a6d-8d3c-2f4f9f5ad2c1").isPresent());
  }

  @Test
  void standsOnTheHarvestPagesWithTheInterfaceOfAServerToo() {
    var system = "https://oparl.example/system";
    var council =
        """
        {"type": "https://schema.oparl.org/1.1/System", "body": {"id": "https://oparl.example/b",
          "organization": [{"id": "https://oparl.example/o", "name": "Rat",
            "type": "https://schema.oparl.org/1.1/Organization"}],
          "paper": [{"id": "https://oparl.example/p", "name": "Vorlage",
            "type": "https://schema.oparl.org/1.1/Paper"}]}}
        """;
    var source =
        Given.source(
            "oparl",
            system,
            List.of("organizations", "papers"),
            Harvests.titled(),
            FetchPolicy.defaults());
    var harvester =
        new Harvester(
            catalog,
            SourceFormats.all(),
            Enrichment.standard(),
            (s, known) -> new Given.Pages().with(system, "application/json", council),
            DeparturePeriods.standard());

    var run = harvester.run(source, RunOptions.usual(), ProgressListener.silent());

    assertEquals(Map.of(HarvestOutcome.Kind.ADDED, 2), run.counts(), run.text("de"));
    assertEquals(0, run.offPagesCount(), run.text("de"));
  }

  @ParameterizedTest
  @CsvSource({
    "dcat, catalogs/dcat/hydra-catalog.rdf, 6",
    "dcat, catalogs/dcat/dataset_gov_de.rdf, 1",
    "ckan, catalogs/ckan, 3",
    "oparl, oparl/karlsruhe, 4"
  })
  void takesInWhatOthersPublished(String format, String location, int datasets) {
    var source = source(format, Shared.require("real-data/" + location));

    var run = harvest(source);

    assertEquals(Map.of(HarvestOutcome.Kind.ADDED, datasets), run.counts(), run.text("de"));
    assertEquals(Map.of(HarvestOutcome.Kind.UNCHANGED, datasets), harvest(source).counts());
  }

  private HarvestRun harvest(HarvestSource source) {
    return Harvester.standard(catalog, DeparturePeriods.standard())
        .run(source, RunOptions.usual(), ProgressListener.silent());
  }

  private static HarvestSource source(String format, Path location) {
    Assumptions.assumeTrue(Files.exists(location));
    var isOwnData = format.equals("oparl");
    return Given.source(
        format,
        location.toAbsolutePath().normalize().toString(),
        isOwnData ? List.of("organizations", "meetings", "papers", "agenda-items") : List.of(),
        isOwnData ? Harvests.titled() : Defaults.none(),
        FetchPolicy.defaults());
  }
}
