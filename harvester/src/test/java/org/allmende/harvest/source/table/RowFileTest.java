package org.allmende.harvest.source.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowFileTest {

  private static JsonNode json(String text) throws IOException {
    return SourceJson.mapper().readTree(text);
  }

  @Test
  void givesRowsBackAsTheyWere() throws IOException {
    var rows = new ArrayList<Row>();
    rows.add(
        new Row(
            "ä\ud800",
            Arrays.asList(
                "Straße",
                12L,
                new BigDecimal("-0.0500"),
                true,
                false,
                LocalDate.of(2024, 2, 29),
                OffsetDateTime.parse("2026-03-29T02:30:00+02:00"),
                List.of("a", ""),
                json("{\"a\": [1.50, null, \"x\"]}"),
                null),
            Optional.of(new Row.Geometry("Point", "[11.2,53.4]"))));
    rows.add(new Row("", List.of(), Optional.empty()));
    rows.add(new Row("long", List.of("x".repeat(200_000)), Optional.empty()));

    try (var file = new RowFile<>(RowForms.clean(), 1)) {
      for (int i = 0; i < 300; i++) {
        file.addAll(rows);
      }
      assertEquals(900, file.size());
      assertEquals(rows, List.copyOf(file.subList(897, 900)));
      assertEquals(rows, List.copyOf(file.subList(3, 6)));
    }
  }

  @Test
  void givesRowsOfASourceBackAsTheyWere() throws IOException {
    var cells = new ArrayList<@Nullable JsonNode>();
    cells.add(null);
    cells.add(TextNode.valueOf("a"));
    cells.add(json("1.5"));
    cells.add(json("[1, {\"b\": true}]"));
    var row =
        new RawRow(
            Note.of("row", 17),
            cells,
            Optional.of(json("{\"type\": \"Point\", \"coordinates\": [11.2, 53.4]}")),
            Optional.empty());
    var text = RawRow.of(Note.of("line", "3"), new TextCells(List.of("", "b")));

    try (var file = new RowFile<>(RowForms.raw(), 0)) {
      file.add(row);
      file.add(text);
      assertEquals(cells, file.getFirst().cells());
      assertEquals(row.geometry(), file.getFirst().geometry());
      assertEquals("row 17", NoteTexts.in("en").of(file.getFirst().place()));
      assertEquals("b", file.get(1).text(1));
    }
  }

  @Test
  void keepsWhatIsInMemoryAfterItsEnd() {
    var file = new RowFile<>(RowForms.raw(), 1);
    file.add(RawRow.of(Note.of("line", "1"), List.of()));
    file.add(RawRow.of(Note.of("line", "2"), List.of()));
    file.close();
    assertEquals(Note.of("line", "1"), file.getFirst().place());
    assertThrows(IllegalStateException.class, () -> file.get(1));
  }
}
