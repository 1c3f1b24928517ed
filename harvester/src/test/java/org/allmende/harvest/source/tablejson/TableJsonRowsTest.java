package org.allmende.harvest.source.tablejson;

import static org.allmende.harvest.Harvests.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.source.Shared;
import org.junit.jupiter.api.Test;

class TableJsonRowsTest {

  @Test
  void namesCellsByTheListOfColumnsThatFollowsThem() throws IOException {
    var table =
        Harvests.read(
            new TableJsonSourceFormat(),
            Harvests.mapping(
                "select: { path: '$.data.data', columns: '$.data.dictionary' }\npassthrough: true"),
            """
            {"data": {"data": [["wartend", 3], ["bedient"], {"a": 1}, [1, 2, 3]],
                      "dictionary": [{"variable": "subject"}, {"variable": "count"}]}}
            """);

    assertEquals(List.of("wartend", "bedient"), column(table, "subject"));
    assertEquals(List.of("3", "-"), column(table, "count"));
    assertEquals(4, table.notes().rowsRead());
    assertEquals(2, table.notes().skipped().size());
  }

  @Test
  void readsACodeListAsXRepositoryGivesIt() throws IOException {
    var file = Shared.require("real-data/reference/regionalschluessel-2021-07-31.json");
    var table =
        Harvests.read(
            new TableJsonSourceFormat(),
            Harvests.mapping(
                """
                select: { path: $.daten, columns: $.spalten }
                key: [SCHLUESSEL]
                fields: [{ name: ars, from: [SCHLUESSEL], type: ags }, { name: name, from: [Bezeichnung] }]
                """),
            Files.readAllBytes(file));

    assertEquals("Flensburg, Stadt", column(table, "name").getFirst());
    assertTrue(table.rows().size() > 10_000);
  }
}
