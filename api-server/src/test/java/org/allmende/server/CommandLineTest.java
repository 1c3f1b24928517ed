package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  private static final String DATASET =
      """
      @prefix dcat: <http://www.w3.org/ns/dcat#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      <https://daten.example/baum> a dcat:Dataset ; dct:title "Bäume"@de ;
        dct:description "Alle Bäume."@de ;
        dcat:distribution <https://daten.example/baum#csv> .
      <https://daten.example/baum#csv> a dcat:Distribution ;
        dcat:accessURL <https://daten.example/baum.csv> .
      """;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "serve",
        "harvest",
        "import",
        "export",
        "validate",
        "rehearse",
        "rebuild",
        "config",
        "version"
      })
  void explainsEachCommand(String command) {
    var run = CommandRun.of(directory, command, "--help");

    assertEquals(0, run.exitCode());
    assertTrue(run.out().contains("Usage: allmende " + command), run.out());
  }

  @Test
  void refusesAnUnknownCommand() {
    var run = CommandRun.of(directory, "havest");

    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("havest"), run.err());
  }

  @Test
  void bringsRdfInAndWritesItOutAgain() throws IOException {
    var file = Files.writeString(directory.resolve("baum.ttl"), DATASET);
    var target = directory.resolve("out.nq");

    var first = CommandRun.of(directory, "import", file.toString());
    var second = CommandRun.of(directory, "import", file.toString());
    var export =
        CommandRun.of(directory, "export", target.toString(), "--format", "nq", "--profile", "raw");

    assertEquals(0, first.exitCode(), first.err());
    assertTrue(first.out().contains("1 new, 0 changed, 0 unchanged, 0 not brought in"));
    assertTrue(second.out().contains("0 new, 0 changed, 1 unchanged, 0 not brought in"));
    assertTrue(export.out().contains("1 datasets"), export.out());
    var lines = Files.readAllLines(target);
    assertEquals(6, lines.size());
    assertTrue(lines.stream().allMatch(line -> line.endsWith("<https://daten.example/baum> .")));
  }

  @Test
  void writesTurtleAndCkanPackages() throws IOException {
    var file = Files.writeString(directory.resolve("baum.ttl"), DATASET);
    CommandRun.of(directory, "import", file.toString());
    var turtle = directory.resolve("out.ttl");
    var lines = directory.resolve("out.jsonl");

    assertEquals(
        0, CommandRun.of(directory, "export", turtle.toString(), "--format", "ttl").exitCode());
    assertEquals(
        0,
        CommandRun.of(directory, "export", lines.toString(), "--format", "ckan-jsonl").exitCode());
    assertTrue(Files.readString(turtle).contains("\"Bäume\"@de"));
    assertTrue(Files.readString(lines).startsWith("{"));
    assertEquals(1, Files.readAllLines(lines).size());
  }

  @Test
  void bringsCkanLinesIn() throws IOException {
    var file =
        Files.writeString(
            directory.resolve("dump.jsonl"),
            """
            {"id": "a", "name": "baum", "title": "Bäume", "resources": []}
            not json
            """);

    var run = CommandRun.of(directory, "import", file.toString());

    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains("1 new, 0 changed, 0 unchanged, 1 not brought in"), run.out());
    assertTrue(run.err().contains("line 2"), run.err());
  }

  @Test
  void saysNoWhenADocumentIsNotValid() throws IOException {
    var file = Files.writeString(directory.resolve("baum.ttl"), DATASET);

    var text = CommandRun.of(directory, "validate", file.toString());
    var json = CommandRun.of(directory, "validate", file.toString(), "--format", "json");
    var turtle = CommandRun.of(directory, "validate", file.toString(), "--format", "ttl");

    assertEquals(1, text.exitCode(), text.err());
    assertTrue(text.out().contains("nicht gültig"), text.out());
    assertTrue(json.out().contains("\"conforms\" : false"), json.out());
    assertTrue(turtle.out().contains("sh:ValidationReport"), turtle.out());
  }

  @Test
  void speaksEnglishWhenAsked() throws IOException {
    var file = Files.writeString(directory.resolve("baum.ttl"), DATASET);

    var run = CommandRun.of(directory, "validate", file.toString(), "--lang", "en");

    assertTrue(run.out().contains("not valid"), run.out());
  }

  @Test
  void namesTheKnownProfiles() {
    var run = CommandRun.of(directory, "validate", "x.ttl", "--profile", "dcatap_4");

    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("Known: dcatap, dcatap_de, dcatap_de_2, hvd, raw"), run.err());
  }

  @Test
  void exportsOnlyInFormsThatHaveAView() {
    var run = CommandRun.of(directory, "export", "x.nq", "--profile", "hvd");

    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("Known: dcatap_de, dcatap_de_2, raw"), run.err());
  }

  @Test
  void tellsThatAFileIsMissing() {
    assertEquals(2, CommandRun.of(directory, "import", "nowhere.ttl").exitCode());
    assertEquals(2, CommandRun.of(directory, "validate", "nowhere.ttl").exitCode());
  }

  @Test
  void tellsThatTheSettingsAreWrong() throws IOException {
    var file = Files.writeString(directory.resolve("bad.yaml"), "catalog: {page-sise: 1}\n");

    var run = CommandRun.of(directory, "config", "show", "--config", file.toString());

    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("bad.yaml, line 1: unknown key \"page-sise\""), run.err());
  }

  @Test
  void showsTheSettings() {
    var run = CommandRun.of(directory, "config", "show");

    assertEquals(0, run.exitCode());
    assertTrue(run.out().contains("catalog.page-size = 100  (default)"), run.out());
  }

  @Test
  void namesTheKnownSources() {
    var run = CommandRun.of(directory, "harvest", "nirgends");

    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("Unknown source \"nirgends\""), run.err());
  }

  @Test
  void rebuildsWhenNoServerRuns() throws IOException {
    var file = Files.writeString(directory.resolve("baum.ttl"), DATASET);
    CommandRun.of(directory, "import", file.toString());

    var run = CommandRun.of(directory, "rebuild", "search");

    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("search was built anew and holds revision 1"), run.out());
    assertEquals(2, CommandRun.of(directory, "rebuild", "index").exitCode());
  }
}
