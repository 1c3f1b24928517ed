package org.allmende.harvest.source.json;

import static org.allmende.harvest.Harvests.column;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.allmende.harvest.Harvests;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

  @Test
  void skipsALineThatIsNoObjectAndReadsTheOthers() throws IOException {
    var table =
        Harvests.read(
            JsonSourceFormat.lines(),
            Harvests.mapping("fields: [{ name: a }]"),
            "\ufeff{\"a\": 1}\r\n\n{\"a\": \n[1]\n{\"a\": 2} {\"a\": 3}\n{\"a\": 4}");

    assertEquals(List.of("1", "4"), column(table, "a"));
    assertEquals(5, table.notes().rowsRead());
    assertEquals("Zeile 3", table.notes().skipped().getFirst().substring(0, 7));
  }
}
