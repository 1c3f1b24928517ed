package org.allmende.harvest.source.oparl;

import static org.allmende.harvest.source.oparl.OparlTests.column;
import static org.allmende.harvest.source.oparl.OparlTests.require;
import static org.allmende.harvest.source.oparl.OparlTests.tablesOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.allmende.harvest.source.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What vendors write, and what is read in it. */
class OparlRepairTest {

  private static Table papers(String papers) throws IOException {
    return require(tablesOf("{\"id\": \"b:1\", \"paper\": " + papers + "}"), "papers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://schema.oparl.org/1.0/Paper",
        "http://schema.oparl.org/1.0/Paper",
        "https://schema.oparl.org/1.0/Paper/",
        "",
        "Paper"
      })
  void knowsAPaperHoweverItsTypeIsWritten(String type) throws IOException {
    assertEquals(1, papers("[{\"id\": \"p:1\", \"type\": \"" + type + "\"}]").rows().size());
  }

  @Test
  void takesASingleObjectForAListOfOne() throws IOException {
    var table = papers("{\"id\": \"p:1\", \"auxiliaryFile\": {\"id\": \"f:1\"}}");

    assertEquals(List.of(1L), column(table, "auxiliary_files"));
    assertTrue(table.notes().repairs().toString().contains("einzelne Objekte"));
  }

  @Test
  void readsTextsWithControlCharactersInThem() throws IOException {
    var table = papers("[{\"id\": \"p:1\", \"name\": \"Zeile 1\nZeile 2\tx\"}]");

    assertEquals(List.of("Zeile 1\nZeile 2\tx"), column(table, "name"));
    assertTrue(table.notes().repairs().toString().contains("Steuerzeichen"));
  }

  @Test
  void takesNotAvailableAndBlanksForNoValue() throws IOException {
    var table =
        papers(
            """
            [{"id": "p:1", "name": "N/A", "reference": " ", "paperType": null, "web": "N/A"}]
            """);

    for (var name : List.of("name", "reference", "paper_type", "web")) {
      assertEquals(List.of("-"), column(table, name));
    }
  }

  @Test
  void readsEntitiesAsTheCharactersTheyAre() throws IOException {
    var table =
        papers("[{\"id\": \"p:1\", \"name\": \"Stra&szlig;e &amp; Platz &#8211; &kaum;\"}]");

    assertEquals(List.of("Straße & Platz – &kaum;"), column(table, "name"));
  }

  @Test
  void leavesOutTombstonesAndCountsThem() throws IOException {
    var table = papers("[{\"id\": \"p:1\", \"deleted\": true}, {\"id\": \"p:2\"}]");

    assertEquals(List.of("p:2"), column(table, "id"));
    assertEquals(List.of("p:1: ist gelöscht"), table.notes().skipped());
    assertEquals(2, table.notes().rowsRead());
  }

  @Test
  void rejectsAnObjectWithoutIdAndCountsIt() throws IOException {
    var table = papers("[{\"name\": \"?\"}, {\"id\": \"p:2\"}]");

    assertEquals(List.of("p:2"), column(table, "id"));
    assertEquals(2, table.notes().rowsRead());
    assertEquals(1, table.notes().skipped().size());
  }

  @Test
  void keepsOddAddressesAsTheyAre() throws IOException {
    var table =
        papers(
            """
            [{"id": "https://a.example/papers.asp?id=1&typ=vo",
              "mainFile": {"downloadUrl": "https://a.example/files//rim/x.pdf.pdf"}}]
            """);

    assertEquals(List.of("https://a.example/papers.asp?id=1&typ=vo"), column(table, "id"));
    assertEquals(List.of("https://a.example/files//rim/x.pdf.pdf"), column(table, "main_file"));
  }
}
