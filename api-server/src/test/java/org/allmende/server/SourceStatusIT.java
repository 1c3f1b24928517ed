package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the sources are doing: by page, by command, in figures. */
class SourceStatusIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path directory;

  @BeforeEach
  void makeTheSettings() throws IOException {
    var data = Files.createDirectories(directory.resolve("data"));
    Files.writeString(
        data.resolve("hotspots.csv"),
        """
        id;name;Breite;Länge
        1;Rathaus;53,4;11,2
        2;Markt;53,4;11,2;zu viel;noch mehr
        """);
    Files.writeString(
        data.resolve("allmende.yaml"),
        """
        organizations: [{name: stadt, title: Stadt Musterstadt, type: LocalAuthority}]
        sources:
          - {id: wlan, type: wlan-list, location: hotspots.csv, every: 24h, defaults: {license: dl-zero-de/2.0}}
          - {id: kaputt, type: wlan-list, location: gibt-es-nicht.csv}
          - {id: neu, type: jobs, location: stellen.json}
        """);
    CommandRun.of(directory, "harvest", "wlan");
    for (var i = 0; i < 3; i++) {
      assertEquals(1, CommandRun.of(directory, "harvest", "kaputt").exitCode());
    }
  }

  @Test
  void reportsInGermanSentences() {
    var run = CommandRun.of(directory, "report");

    assertEquals(1, run.exitCode(), "one source is failing");
    assertTrue(run.out().contains("1 von 3 Quellen sind gestört."), run.out());
    assertTrue(run.out().contains("2 Zeilen gelesen, 1 übernommen, 1 ausgelassen."), run.out());
    assertTrue(run.out().contains("Zeile 3: hat 6 Zellen, der Kopf hat 4."), run.out());
    assertTrue(run.out().contains("Diese Quelle wurde noch nie abgerufen."), run.out());
    assertTrue(run.out().contains("Noch keiner von 3 Abrufen ist gelungen."), run.out());
    assertTrue(run.out().contains("Der nächste Abruf ist am"), run.out());
    assertFalse(run.out().contains(directory.toString()), "folders of the server");
  }

  @Test
  void keepsTheLastGoodRawCopyReadable() throws IOException {
    Files.delete(directory.resolve("data/hotspots.csv"));
    CommandRun.of(directory, "harvest", "wlan");
    var report = CommandRun.of(directory, "report", "wlan");
    var settings = directory.resolve("data/allmende.yaml").toString();
    var tried = CommandRun.of(directory, "source", "try", settings, "wlan", "--last-copy");

    assertTrue(report.out().contains("Die Rohdaten des letzten gelungenen Abrufs"), report.out());
    assertTrue(report.out().contains("Die Quelle nennt keinen Stand"), report.out());
    assertEquals(0, tried.exitCode(), tried.err());
    assertTrue(tried.out().contains("Rathaus"), tried.out());
    var never = CommandRun.of(directory, "source", "try", settings, "neu", "--last-copy");
    assertEquals(2, never.exitCode(), never.err());
  }

  @Test
  void reportsOneSourceForMachines() throws IOException {
    var run = CommandRun.of(directory, "report", "wlan", "--format", "json", "--lang", "en");

    assertEquals(0, run.exitCode(), run.err());
    var source = JSON.readTree(run.out()).path("sources").path(0);
    assertEquals("well", source.path("health").asText());
    assertEquals(1, source.path("tables").path(0).path("rows_kept").asInt());
    assertEquals(1, source.path("raw_copy").path("documents").asInt());
    assertEquals(0, source.path("last_complete_age_days").asInt());
    assertTrue(source.path("sentences").toString().contains("read completely"), run.out());
    assertEquals(2, CommandRun.of(directory, "report", "wlann").exitCode());
    assertEquals(2, CommandRun.of(directory, "report", "--format", "xml").exitCode());
  }

  @Test
  void showsThePageInBothLanguagesAndTheFigures() throws Exception {
    try (var server = RunningServer.start(directory.resolve("data"))) {
      var german = server.get("/status");
      assertEquals(200, german.statusCode());
      assertTrue(german.body().contains("kaputt: gestört"), german.body());
      assertTrue(german.body().contains("<html lang=\"de\""), german.body());
      var english = server.get("/en/status");
      assertTrue(english.body().contains("kaputt: failing"), english.body());
      assertFalse(english.body().contains(directory.toString()), "folders of the server");

      var json = JSON.readTree(server.get("/status.json").body());
      assertEquals(3, json.path("sources").path(1).path("failed_runs").asInt());
      assertEquals("never", json.path("sources").path(2).path("health").asText());

      var figures = server.get("/metrics").body();
      assertTrue(figures.contains("allmende_source_failing{source=\"kaputt\"} 1"), figures);
      assertTrue(figures.contains("allmende_source_failing{source=\"wlan\"} 0"), figures);
    }
  }
}
