package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.harvest.HarvestSource.Schedule;
import org.allmende.harvest.fetch.FetchPolicy;
import org.allmende.harvest.settings.SettingsException;
import org.allmende.sample.Samples;
import org.allmende.server.ServerConfig.Arguments;
import org.allmende.server.ServerConfig.Effective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerConfigTest {
  @TempDir private Path directory;

  @Test
  void readsTheSampleTown() throws IOException {
    var config = read(Samples.copyTo(directory), Map.of(), Map.of());

    assertEquals(Samples.SOURCES, config.sources().size());
    assertEquals("http://localhost:8080", config.catalog().url());
    assertEquals("13099001", config.catalog().municipality().orElseThrow().ags());
    assertEquals(
        directory.resolve("wlan/hotspots.geojson").toString(), config.sources().get(1).location());
  }

  @Test
  void givesTheCatalogsDefaultsToDataSourcesAlone() throws IOException {
    var config = read(Samples.copyTo(directory), Map.of(), Map.of());

    var charging = config.source("ladesaeulen").orElseThrow().defaults();
    assertEquals("Offene Daten", charging.contact().orElseThrow().name());
    assertEquals(
        List.of("http://dcat-ap.de/def/politicalGeocoding/municipalityKey/13099001"),
        charging.spatial());
    assertEquals(Optional.of("http://dcat-ap.de/def/licenses/cc-by/4.0"), charging.license());
    assertEquals(
        Optional.of("http://publications.europa.eu/resource/authority/frequency/MONTHLY"),
        charging.frequency());
    assertEquals(Optional.empty(), config.source("landkreis").orElseThrow().defaults().frequency());
  }

  @Test
  void takesWhatAReadyMadeTypeKnowsWhereTheOperatorIsSilent() throws IOException {
    var sources =
        """
        sources:
          - {id: a, type: charging-register, location: a.csv}
          - {id: b, type: charging-register, location: b.csv, defaults: {title: Stromtankstellen, frequency: DAILY}}
        """;
    var config = read(file(sources), Map.of(), Map.of());

    var silent = config.source("a").orElseThrow();
    assertEquals(
        "Ladestationen für Elektrofahrzeuge", silent.defaults().title().in("de").orElseThrow());
    assertEquals(
        Optional.of("http://dcat-ap.de/def/licenses/cc-by/4.0"), silent.defaults().license());
    assertEquals(Optional.of("Bundesnetzagentur.de"), silent.defaults().attribution());
    var own = config.source("b").orElseThrow().defaults();
    assertEquals("Stromtankstellen", own.title().in("de").orElseThrow());
    assertTrue(own.frequency().orElseThrow().endsWith("/DAILY"));
  }

  @Test
  void namesTheNearestTypeAndRefusesAMappingBesideOne() throws IOException {
    var unknown = file("sources: [{id: a, type: charging-registr, location: a.csv}]");
    var message = problems(unknown);
    assertTrue(message.contains("charging-register"), message);

    var both = file("sources: [{id: a, type: oparl, format: csv, location: a.csv}]");
    assertTrue(problems(both).contains("either a \"type\""), problems(both));
  }

  private String problems(Path file) {
    return String.valueOf(
        assertThrows(SettingsException.class, () -> read(file, Map.of(), Map.of())).getMessage());
  }

  @Test
  void givesACatalogSourceTheCatalogsContactOnlyWhenItOverrides() throws IOException {
    var config =
        read(
            file(
                """
                defaults:
                  contact: {name: Offene Daten, email: daten@musterstadt.example}
                  keywords: [Stadt]
                sources:
                  - {id: own, format: dcat, location: a.ttl}
                  - {id: replaced, format: dcat, location: b.ttl, override: [contact]}
                """),
            Map.of(),
            Map.of());

    assertEquals(Optional.empty(), config.source("own").orElseThrow().defaults().contact());
    var replaced = config.source("replaced").orElseThrow().defaults();
    assertEquals("Offene Daten", replaced.contact().orElseThrow().name());
    assertEquals(List.of(), replaced.keywords(), "nothing else reaches it");
  }

  @Test
  void refusesAnOverrideWithNothingToPutInItsPlace() throws IOException {
    var file = file("sources: [{id: a, format: dcat, location: a.ttl, override: [contact]}]");

    var problem = assertThrows(SettingsException.class, () -> read(file, Map.of(), Map.of()));
    assertTrue(String.valueOf(problem.getMessage()).contains("no contact to replace"));
  }

  @Test
  void readsTheLimitsOfASource() throws IOException {
    var config =
        read(
            file(
                """
                fetch: {max-pages: 7}
                sources:
                  - id: a
                    format: dcat
                    location: a.ttl
                    limits: {max-size: 5MiB, max-time: 10m, max-records: 99}
                """),
            Map.of(),
            Map.of());

    assertEquals(
        new FetchPolicy.Limits(5L << 20, 7, Duration.ofMinutes(10), 99),
        config.source("a").orElseThrow().fetchPolicy().limits());
  }

  @Test
  void startsAnEmptyCatalogWithoutAnyFile() {
    var config = ServerConfig.read(arguments(Optional.empty(), Map.of()), Map.of());

    assertEquals("Offene Daten", config.catalog().title().in("de").orElseThrow());
    assertEquals(Duration.ofSeconds(30), config.sparql().timeout());
    assertEquals(10L << 20, config.limits().requestBytes());
    assertEquals(List.of(), config.sources());
  }

  @Test
  void letsTheCommandLineBeatTheEnvironmentAndThatTheFile() throws IOException {
    var file = file("catalog: {page-size: 10}\nserver: {port: 1001}\n");

    assertEquals(10, read(file, Map.of(), Map.of()).catalog().pageSize());
    var environment = Map.of("ALLMENDE_CATALOG_PAGE_SIZE", "20", "ALLMENDE_SERVER_PORT", "1002");
    assertEquals(20, read(file, Map.of(), environment).catalog().pageSize());
    var config = read(file, Map.of("server.port", "1003"), environment);
    assertEquals(1003, config.port());
    assertEquals("http://localhost:1003", config.catalog().url());
  }

  @Test
  void tellsEveryProblemAtOnce() throws IOException {
    var file =
        file(
            """
            catalog:
              page-sise: 10
              language: fr
            server: {port: 99999}
            defaults: {themes: [TRANS], license: cc-zero}
            sources:
              - {id: a_b, format: geojsn, location: x.csv, every: bald}
            """);

    var problems =
        assertThrows(SettingsException.class, () -> read(file, Map.of(), Map.of())).problems();

    var all = String.join("\n", problems);
    assertTrue(
        all.contains(
            "allmende.yaml, line 2: unknown key \"page-sise\". Did you mean \"page-size\"?"),
        all);
    assertTrue(all.contains("line 3: language"), all);
    assertTrue(all.contains("line 4: port"), all);
    assertTrue(all.contains("unknown code \"TRANS\". Did you mean \"TRAN\"?"), all);
    assertTrue(all.contains("each source says its own license"), all);
    assertTrue(all.contains("line 7: id"), all);
    assertTrue(all.contains("unknown format \"geojsn\". Known: "), all);
    assertTrue(all.contains("every: must be a length of time"), all);
  }

  @Test
  void refusesAnUnknownSettingInTheEnvironment() {
    var error =
        assertThrows(
            SettingsException.class,
            () ->
                ServerConfig.read(
                    arguments(Optional.empty(), Map.of()),
                    Map.of("ALLMENDE_CATALOG_PAGESIZE", "1")));

    assertEquals(
        List.of(
            "environment: unknown setting ALLMENDE_CATALOG_PAGESIZE. Did you mean"
                + " ALLMENDE_CATALOG_PAGE_SIZE?"),
        error.problems());
  }

  @Test
  void leavesKubernetesItsVariables() {
    var environment =
        Map.of("ALLMENDE_SERVICE_HOST", "10.0.0.1", "ALLMENDE_PORT_80_TCP", "tcp://10.0.0.1:80");

    assertEquals(
        8080, ServerConfig.read(arguments(Optional.empty(), Map.of()), environment).port());
  }

  @Test
  void tellsWhereEachSettingCameFromAndNoSecret() throws IOException {
    var file =
        file(
            """
            catalog: {title: "Daten ${TOWN}"}
            sources:
              - {id: a, format: csv, location: "https://me:secret@data.example/a.csv", mapping: {fields: [{name: x, from: [X], type: string}]}}
            """);

    var effective =
        read(file, Map.of("server.port", "81"), Map.of("TOWN", "Musterstadt")).effective();

    assertTrue(effective.contains(new Effective("server.port", "81", "command line")));
    assertTrue(effective.contains(new Effective("server.host", "127.0.0.1", "default")));
    assertTrue(
        effective.contains(
            new Effective("catalog.title", "Daten ${TOWN}", "allmende.yaml, line 1")));
    assertTrue(
        effective.contains(
            new Effective(
                "sources[a].location", "https://***@data.example/a.csv", "allmende.yaml, line 3")),
        effective.toString());
  }

  @Test
  void tellsNoKeyThatStandsInTheEnvironment() throws IOException {
    var address = "https://me:secret@data.example/?api_key=secret&page=1&token=secret";

    var effective =
        read(file(""), Map.of(), Map.of("ALLMENDE_CATALOG_HOMEPAGE", address)).effective();

    assertTrue(
        effective.contains(
            new Effective(
                "catalog.homepage",
                "https://***@data.example/?api_key=***&page=1&token=***",
                "environment ALLMENDE_CATALOG_HOMEPAGE")),
        effective.toString());
  }

  @Test
  void readsTextsInSeveralLanguages() throws IOException {
    var file = file("catalog: {title: {de: Offene Daten, en: Open Data}}\n");

    assertEquals(
        "Open Data", read(file, Map.of(), Map.of()).catalog().title().in("en").orElseThrow());
  }

  @Test
  void readsWhenASourceIsHarvested() throws IOException {
    var file =
        file(
            """
            sources:
              - {id: a, format: csv, location: a.csv, mapping: {fields: [{name: x, from: [X], type: string}]}, every: 24h}
              - {id: b, format: csv, location: b.csv, mapping: {fields: [{name: x, from: [X], type: string}]}, cron: "15 3 * * *"}
              - {id: c, format: csv, location: c.csv, mapping: {fields: [{name: x, from: [X], type: string}]}}
            """);

    var sources = read(file, Map.of(), Map.of()).sources();

    assertEquals(Optional.of(new Schedule.Every(Duration.ofHours(24))), sources.get(0).schedule());
    assertEquals(Optional.of(new Schedule.Cron("15 3 * * *")), sources.get(1).schedule());
    assertEquals(Optional.empty(), sources.get(2).schedule());
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(directory.resolve("allmende.yaml"), yaml);
  }

  private ServerConfig read(
      Path file, Map<String, String> overrides, Map<String, String> environment) {
    return ServerConfig.read(arguments(Optional.of(file), overrides), environment);
  }

  private Arguments arguments(Optional<Path> file, Map<String, String> overrides) {
    return new Arguments(file, Optional.of(directory.resolve("data")), Path.of("data"), overrides);
  }
}
