package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.allmende.sample.Samples;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample town as GovData would harvest it. */
class RehearseIT {
  @TempDir static Path directory;
  @AutoClose private static RunningServer server;

  @BeforeAll
  static void harvest() throws Exception {
    var config = Samples.copyTo(directory.resolve("town"));
    var harvest = CommandRun.of(directory, "harvest", "--config", config.toString());
    assertEquals(0, harvest.exitCode(), harvest.out() + harvest.err());
    server = RunningServer.configured(directory, config, "4");
  }

  @Test
  void importsTheWholeSampleTownAndDropsNothing() throws Exception {
    var run = rehearse("--format", "json");

    assertEquals(0, run.exitCode(), run.out() + run.err());
    var report = json(run);
    assertEquals(Samples.DATASETS, report.path("counts").path("imported").asInt(), run.out());
    assertEquals(0, report.path("counts").path("dropped").asInt());
    assertEquals(0, report.path("counts").path("deleted").asInt());
    assertEquals(0, report.path("counts").path("invalid").asInt());
    assertEquals(4, report.path("pages").asInt());
    assertEquals("application/rdf+xml", report.path("mediaType").asText());
  }

  @Test
  void keepsEachDatasetToItself() throws Exception {
    var codes = json(rehearse("--format", "json")).path("findings").findValuesAsText("code");

    assertFalse(codes.contains("reaches-catalog"), codes.toString());
    assertFalse(codes.contains("reaches-sibling"), codes.toString());
    assertFalse(codes.contains("seen-twice"), codes.toString());
    assertFalse(codes.contains("total-differs"), codes.toString());
  }

  @Test
  void speaksGermanAndEnglish() {
    var german = rehearse();
    var english = rehearse("--lang", "en");

    assertTrue(german.out().contains("Es geht kein Datensatz verloren."), german.out());
    assertTrue(english.out().contains("No dataset is lost."), english.out());
  }

  @Test
  void readsAnyOtherAddressOfTheCatalog() {
    var address = server.server().url() + "/catalog.ttl?page=1";
    var run = CommandRun.of(directory, "rehearse", "--base-url", address, "--lang", "en");

    assertEquals(0, run.exitCode(), run.out());
    assertTrue(run.out().contains("text/turtle"), run.out());
  }

  @Test
  void namesWhatVanishedSinceAnEarlierReport() throws Exception {
    var report = json(rehearse("--format", "json"));
    var gone =
        new ObjectMapper()
            .createObjectNode()
            .put("guid", "https://daten.example/gone")
            .put("title", "Verschwunden")
            .put("fate", "new");
    report.<ArrayNode>withArray("datasets").add(gone);
    var file = Files.writeString(directory.resolve("earlier.json"), report.toString());

    var run = rehearse("--previous", file.toString());

    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains("https://daten.example/gone  [Verschwunden]"), run.out());
    assertTrue(run.out().contains("überschrieben " + Samples.DATASETS), run.out());
  }

  @Test
  void refusesAWrongCall() throws IOException {
    var noReport = Files.writeString(directory.resolve("no-report.json"), "{}");

    assertEquals(2, rehearse("--previous", directory.resolve("none.json").toString()).exitCode());
    assertEquals(2, rehearse("--previous", noReport.toString()).exitCode());
    assertEquals(2, CommandRun.of(directory, "rehearse", "--base-url", "here").exitCode());
    assertEquals(2, rehearse("--profile", "schemaorg").exitCode());
  }

  @Test
  void saysNoToAPageForPeople() {
    var run = CommandRun.of(directory, "rehearse", "--base-url", server.address("/suche"));

    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains("type-unknown"), run.out());
  }

  private static CommandRun rehearse(String... more) {
    var arguments = new ArrayList<String>();
    arguments.add("rehearse");
    arguments.add("--base-url");
    arguments.add(server.server().url());
    arguments.addAll(List.of(more));
    return CommandRun.of(directory, arguments.toArray(String[]::new));
  }

  private static JsonNode json(CommandRun run) throws IOException {
    return new ObjectMapper().readTree(run.out());
  }
}
