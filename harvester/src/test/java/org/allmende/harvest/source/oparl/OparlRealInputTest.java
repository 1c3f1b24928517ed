package org.allmende.harvest.source.oparl;

import static org.allmende.harvest.source.oparl.OparlTests.ALL;
import static org.allmende.harvest.source.oparl.OparlTests.column;
import static org.allmende.harvest.source.oparl.OparlTests.require;
import static org.allmende.harvest.source.oparl.OparlTests.tables;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.Shared;
import org.allmende.harvest.source.table.Table;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Objects as councils published them, the examples of the specification, and the sample town. */
class OparlRealInputTest {

  @Test
  void accountsForEveryObjectOfKarlsruhe() throws IOException {
    var pages = new Given.Pages();
    var tables = all(Shared.require("real-data/oparl/karlsruhe"), pages);

    assertEquals(97, require(tables, "organizations").rows().size());
    assertEquals(25, require(tables, "meetings").rows().size());
    var papers = require(tables, "papers");
    assertEquals(25, papers.notes().rowsRead());
    assertEquals(24, papers.notes().rowsKept());
    assertTrue(papers.notes().skipped().getFirst().endsWith("papers/ag/414: ist gelöscht"));
    var decisions = require(tables, "agenda-items");
    assertEquals(58, decisions.notes().rowsRead());
    assertEquals(29, decisions.rows().size());
    assertEquals(0, pages.notes().unreadableCount());
    assertTrue(pages.notes().isComplete());
  }

  @Test
  void joinsObjectsOfKarlsruheByTheirIds() throws IOException {
    var tables = all(Shared.require("real-data/oparl/karlsruhe"), new Given.Pages());

    var meetings = require(tables, "meetings");
    assertTrue(column(meetings, "organizations").contains(List.of("Umlegungsausschuss")));
    assertTrue(column(meetings, "location").contains("Kleiner Sitzungssaal, Rathaus Marktplatz"));
    assertTrue(meetings.stateDate().isPresent());
  }

  @Test
  void readsTheExamplesOfTheSpecification() throws IOException {
    var pages = new Given.Pages();
    var tables = all(Shared.require("real-data/oparl/spec-1.1"), pages);

    assertEquals(List.of("1234/2014"), column(require(tables, "papers"), "reference"));
    assertEquals(
        List.of("Rathaus der Beispielstadt, Ratshausplatz 1, 12345 Beispielstadt"),
        column(require(tables, "meetings"), "location"));
    assertEquals(
        List.of("Geändert beschlossen"), column(require(tables, "agenda-items"), "result"));
    assertEquals(
        List.of("http://dcat-ap.de/def/licenses/cc-by/4.0"),
        column(require(tables, "organizations"), "license"));
    for (var table : tables.values()) {
      assertTrue(!table.toString().contains("Mustermann"));
    }
    assertEquals(0, pages.notes().unreadableCount());
  }

  @Test
  void readsTheCouncilOfTheSampleTown() throws IOException {
    var folder = Path.of("../sample-data/src/main/resources/musterstadt/oparl");
    Assumptions.assumeTrue(Files.isDirectory(folder));

    var tables = all(folder.toAbsolutePath().normalize(), new Given.Pages());

    assertEquals(6, require(tables, "organizations").rows().size());
    assertEquals(12, require(tables, "meetings").rows().size());
    assertEquals(15, require(tables, "papers").rows().size());
    assertEquals(20, require(tables, "agenda-items").rows().size());
    assertTrue(column(require(tables, "meetings"), "location").contains("Regionalschule, Aula"));
  }

  private static Map<String, Table> all(Path folder, Given.Pages pages) throws IOException {
    return tables(OparlTests.source(folder.toString(), ALL.toArray(String[]::new)), pages);
  }
}
