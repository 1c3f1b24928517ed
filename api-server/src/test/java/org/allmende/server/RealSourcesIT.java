package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.allmende.vocab.profile.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real municipal data beside the repository, harvested for real; then the catalog walked to its end
 * and held against the official shapes.
 */
class RealSourcesIT {

  private static final Path DATA = Path.of("..", "..", "shared", "real-data").normalize();
  private static final Path MAPPINGS =
      Path.of("..", "harvester", "src", "test", "resources", "mappings");

  @TempDir static Path directory;
  private static RunningServer server;
  private static CommandRun run;

  @BeforeAll
  static void harvest() throws Exception {
    if (!Files.isDirectory(DATA)) {
      System.out.println("Skipped: the real municipal data are not beside the repository.");
      Assumptions.abort("no real municipal data beside the repository");
    }
    var config = Files.writeString(directory.resolve("allmende.yaml"), config());
    run = CommandRun.of(directory, "harvest", "--config", config.toString(), "--lang", "en");
    server = RunningServer.configured(directory, config, "5");
    server.awaitFollowers();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void accountsForEveryRow() {
    for (var rows : List.of("292", "330", "30", "918", "171", "867")) {
      assertTrue(run.out().contains(rows), rows + " rows are not in the report:\n" + run.out());
    }
  }

  @Test
  void entersEveryDatasetOfEverySource() {
    var entries = server.server().catalog().entriesAfter(0, 1_000, false);
    var bySource =
        entries.stream()
            .collect(
                java.util.stream.Collectors.groupingBy(
                    entry -> entry.record().source().orElseThrow(),
                    java.util.TreeMap::new,
                    java.util.stream.Collectors.counting()));
    assertEquals(
        Map.of(
            "lade2018",
            1L,
            "lade2022",
            1L,
            "lade2026",
            1L,
            "ladeapi",
            1L,
            "wlan",
            1L,
            "freifunk",
            1L,
            "rat",
            3L,
            "hydra",
            6L,
            "ckan-db",
            1L,
            "ckan-full",
            1L),
        minus(bySource, "ckan-ogpd"));
  }

  @Test
  void walksToTheEndWithoutAViolationUnderTheOfficialShapes() throws Exception {
    var shapes = OfficialShapes.require();
    var pages = new CatalogWalk(server).pages();
    var walked = CatalogWalk.datasets(pages);
    assertEquals(walked.size(), new HashSet<>(walked).size());
    assertTrue(walked.size() >= 9, walked.toString());
    for (var page : pages) {
      assertEquals(List.of(), shapes.violations(page));
    }
  }

  @Test
  void walksToTheEndWithoutAViolationUnderTheOfficialShapesOf2() throws Exception {
    var shapes = OfficialShapes.require("2.0");
    var pages = new CatalogWalk(server, "/catalog.rdf?profiles=dcatap_de_2").pages();
    assertEquals(
        CatalogWalk.datasets(new CatalogWalk(server).pages()), CatalogWalk.datasets(pages));
    for (var page : pages) {
      assertEquals(List.of(), shapes.violations(page));
    }
  }

  /** A license is the one thing that nobody but the publisher can add. */
  @Test
  void keepsOffThePagesWhatHasNoLicenseAlone() {
    var reasons = new TreeSet<String>();
    for (var entry : server.server().catalog().entriesAfter(0, 1_000, true)) {
      entry.verdict().violations().forEach(finding -> reasons.add(finding.rule()));
    }
    assertEquals(Set.of("distribution-license-missing"), reasons);
  }

  @Test
  void saysWhatWasChangedAtEachDatasetAndWhy() {
    var catalog = server.server().catalog();
    for (var entry : catalog.entriesAfter(0, 1_000, true)) {
      for (var change : catalog.changes(entry, Profile.DCAT_AP_DE)) {
        assertTrue(change.sentence("de").endsWith("."), change.toString());
      }
    }
  }

  @Test
  void givesTheReasonForEachDatasetThatStaysOffThePages() {
    for (var entry : server.server().catalog().entriesAfter(0, 1_000, true)) {
      if (!entry.verdict().onHarvestPages()) {
        assertTrue(!entry.verdict().violations().isEmpty(), entry.uri() + " has no reason");
        System.out.println(
            "Off the pages: "
                + entry.uri()
                + ": "
                + entry.verdict().violations().getFirst().messageEn());
      }
    }
  }

  @Test
  void refusesTheTablesThatLieBesideThePackages() {
    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains("ckan-tables"), run.out());
  }

  private static Map<String, Long> minus(Map<String, Long> counts, String key) {
    var rest = new java.util.TreeMap<>(counts);
    assertEquals(1L, rest.remove(key));
    return rest;
  }

  private static String config() {
    return """
    catalog: {title: Echte Daten, description: Zum Prüfen., contributor-id: openDataHRO}
    municipality: {name: Hagenow, ags: "13076060", ars: "130760060060", postcodes: ["19230"]}
    organizations:
      - {name: stadt-hagenow, title: Stadt Hagenow, type: LocalAuthority}
    defaults: {contact: {name: Offene Daten, email: offene-daten@hagenow.example}}
    sources:
    """
        + list("lade2018", "csv", "charging/bnetza-2018-berlin.csv", "charging")
        + list("lade2022", "csv", "charging/bnetza-2022-koeln.csv", "charging")
        + list("lade2026", "csv", "charging/bnetza-2026-02-utf8bom.csv", "charging")
        + list("ladeapi", "json", "charging/bnetza-2026-api.json", "charging-api")
        + list("wlan", "json", "wlan/muenchen-wlan.json", "muenchen-wlan")
        + list("freifunk", "json", "wlan/freifunk-dresden-nodes.json", "freifunk")
        + plain("rat", "oparl", "oparl/karlsruhe", "defaults: {license: dl-zero-de/2.0}")
        + plain("hydra", "dcat", "catalogs/dcat/hydra-catalog.rdf", "")
        + plain("ckan-db", "ckan", "catalogs/ckan/db-reisezentren.json", "")
        + plain("ckan-full", "ckan", "catalogs/ckan/full-legacy.json", "")
        + plain("ckan-ogpd", "ckan", "catalogs/ckan/ogpd-beispiel.json", "")
        + plain("ckan-tables", "ckan", "catalogs/ckan/berlin-categories.json", "");
  }

  private static String list(String id, String format, String location, String mapping) {
    var file = MAPPINGS.resolve(mapping + ".mapping.yaml").toAbsolutePath();
    return plain(
        id,
        format,
        location,
        "mapping: %s, defaults: {title: Liste %s, description: Eine Liste., themes: [TRAN], license: cc-by/4.0}"
            .formatted(file, id));
  }

  private static String plain(String id, String format, String location, String more) {
    return "  - {id: %s, format: %s, location: %s%s}\n"
        .formatted(
            id, format, DATA.resolve(location).toAbsolutePath(), more.isEmpty() ? "" : ", " + more);
  }
}
