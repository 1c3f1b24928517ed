package org.allmende.harvest.source.oparl;

import static org.allmende.harvest.source.oparl.OparlTests.SYSTEM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.allmende.harvest.source.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OparlBadInputTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"type\": \"https://schema.oparl.org/1.1/Paper\"}",
        "{\"body\": []}",
        "{\"body\": \"https://oparl.example/nowhere\"}",
        "{\"body\": [{\"id\": \"b:1\", \"name\": \"A\"}, {\"id\": \"b:2\", \"name\": \"B\"}]}",
        "{\"body\": ",
        "<!DOCTYPE html><html>Fehler</html>"
      })
  void isRefusedWithItsAddress(String body) {
    var pages = new Given.Pages().with(SYSTEM, "application/json", body);

    var error =
        assertThrows(IOException.class, () -> OparlTests.tables(OparlTests.source(SYSTEM), pages));

    assertTrue(Given.message(error).contains("https://oparl.example/"), Given.message(error));
  }

  @Test
  void givesTheOtherTablesWhenOneListCannotBeRead() throws IOException {
    var pages =
        new Given.Pages()
            .with(
                SYSTEM,
                "application/json",
                """
                {"body": {"id": "b:1", "organization": [{"id": "o:1", "name": "Rat"}],
                  "meeting": "https://oparl.example/nowhere", "paper": [{"id": "p:1"}]}}
                """);

    var tables = OparlTests.tables(OparlTests.source(SYSTEM), pages);

    assertEquals(Set.of("organizations", "papers"), tables.keySet());
    assertFalse(pages.notes().isComplete());
  }

  @Test
  void readsTheOtherFilesOfAFolder(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("a.json"),
        "{\"id\": \"p:1\", \"type\": \"https://schema.oparl.org/1.1/Paper\"}");
    Files.writeString(folder.resolve("b.json"), "{\"id\": \"p:2\", ");
    Files.writeString(folder.resolve("c.json"), "{\"licenses\": []}");
    Files.writeString(folder.resolve("d.txt"), "x");
    var pages = new Given.Pages();

    var tables = OparlTests.tables(OparlTests.source(folder.toString()), pages);

    assertEquals(Set.of("papers"), tables.keySet());
    assertEquals(2, pages.notes().unreadableCount());
    assertFalse(pages.notes().isComplete());
  }

  @Test
  void refusesAFolderWithoutJson(@TempDir Path folder) {
    assertThrows(
        IOException.class,
        () -> OparlTests.tables(OparlTests.source(folder.toString()), new Given.Pages()));
  }

  @Test
  void namesTheTablesThereAreWhenOneIsUnknown() {
    var source = OparlTests.source(SYSTEM, "papers", "persons");

    assertEquals(
        List.of("unknown table \"persons\". Known: organizations, meetings, papers, agenda-items."),
        OparlTests.FORMAT.check(source));
  }
}
