package org.allmende.harvest.source.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.allmende.harvest.fetch.Fetcher.Fetched;
import org.allmende.harvest.fetch.RunNotes;
import org.allmende.harvest.source.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CkanDocumentTest {

  private static final String PACKAGE = "{\"id\": \"a\", \"title\": \"A\", \"resources\": []}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "[%s]",
        "{\"success\": true, \"result\": %s}",
        "{\"help\": \"\", \"success\": true, \"result\": [%s]}",
        "{\"success\": true, \"result\": {\"count\": 1, \"results\": [%s]}}",
        "{\"count\": 1, \"results\": [%s]}",
        "\uFEFF%s\n",
        "%s\n\n"
      })
  void readsAPackageHoweverItIsWrapped(String wrapping) throws IOException {
    assertEquals(1, read(wrapping.formatted(PACKAGE), new RunNotes()).packages().size());
  }

  @Test
  void readsOnePackageALineAndReportsTheBrokenOnes() throws IOException {
    var notes = new RunNotes();
    var lines = String.join("\n", PACKAGE, "{\"id\": \"b\", \"tit", "{\"x\": 1}", "", PACKAGE);

    assertEquals(2, read(lines, notes).packages().size());
    assertEquals(2, notes.unreadableCount());
    assertTrue(
        notes.unreadableEntries().getFirst().text("en").contains("line 2: is no valid JSON"));
    assertTrue(
        notes
            .unreadableEntries()
            .getFirst()
            .text("de")
            .contains("Zeile 2: ist kein gültiges JSON"));
  }

  @Test
  void reportsWhatIsNoPackageInAList() throws IOException {
    var notes = new RunNotes();

    assertEquals(1, read("[" + PACKAGE + ", 3, {\"id\": \"x\"}]", notes).packages().size());
    assertEquals(2, notes.unreadableCount());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "3",
        "\"x\"",
        "{}",
        "{\"id\": \"a\"",
        "[1, 2]",
        "{\"success\": false, \"error\": {\"message\": \"Not found\"}}",
        "<!DOCTYPE html><html>Anmeldung</html>",
        "Not found"
      })
  void refusesAnythingElseWithItsAddress(String body) {
    var error = assertThrows(IOException.class, () -> read(body, new RunNotes()));

    assertTrue(Given.message(error).contains("https://ckan.example/x"), Given.message(error));
  }

  @Test
  void survivesDeepNesting() {
    assertThrows(IOException.class, () -> read("[".repeat(200_000), new RunNotes()));
  }

  private static CkanDocument read(String body, RunNotes notes) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var document = new Fetched("https://ckan.example/x", "application/json", "", bytes, List.of());
    return CkanDocument.read(document, notes);
  }
}
