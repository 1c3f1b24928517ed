package org.allmende.server.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedTablesTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String TREES =
      """
      Nr;Baumart;Höhe in m;Gepflanzt;PLZ
      1;Linde;12,5;3.8.1999;01067
      2;Eiche;9;12.11.1980;01069
      3;"Ahorn ""rot""
      zweite Zeile";1.020,25;1.1.2001;01067
      4;;;;
      5;linde;3;24.12.2020;01067
      """;

  @TempDir private Path folder;
  @AutoClose private PreparedTables tables = PreparedTables.in(Path.of("none"), Clock.systemUTC());
  private int files;

  @BeforeEach
  void open() {
    tables = PreparedTables.in(folder, Clock.systemUTC());
  }

  private PreparedTable table(String name, String text) throws IOException {
    return table(name, text, StandardCharsets.UTF_8);
  }

  private PreparedTable table(String name, String text, Charset charset) throws IOException {
    var state = state(name, text.getBytes(charset));
    return assertInstanceOf(PreparedTables.Ready.class, state, state.toString()).table();
  }

  private PreparedTables.State state(String name, byte[] bytes) throws IOException {
    var file = Files.write(folder.resolve(++files + name), bytes);
    return tables.of(new Content.OfFile("%064x".formatted(files), file, name), LONG);
  }

  private static List<String> column(PreparedTable table, TableQuery query, int column)
      throws IOException {
    return table.rows(query, 0, 50).stream().map(row -> row.cells().get(column)).toList();
  }

  private static TableQuery sorted(int column, boolean isDescending) {
    return new TableQuery("", List.of(), Optional.of(new TableQuery.Sort(column, isDescending)));
  }

  private static TableQuery filtered(PreparedTable table, int column, String text) {
    var filter = ColumnFilter.parse(column, table.info().columns().get(column), text);
    return new TableQuery("", List.of(filter), Optional.empty());
  }

  @Test
  void aCsvFileIsReadAsTheHarvestReadsIt() throws IOException {
    var table = table("trees.csv", TREES, Charset.forName("windows-1252"));

    assertEquals(5, table.info().rows());
    assertEquals(
        List.of(
            new TableColumn("Nr", TableColumn.Style.DECIMAL_DOT),
            new TableColumn("Baumart", TableColumn.Style.TEXT),
            new TableColumn("Höhe in m", TableColumn.Style.DECIMAL_COMMA),
            new TableColumn("Gepflanzt", TableColumn.Style.GERMAN_DATE),
            new TableColumn("PLZ", TableColumn.Style.TEXT)),
        table.info().columns());
    assertEquals(
        List.of("Linde", "Eiche", "Ahorn \"rot\"\nzweite Zeile", "", "linde"),
        column(table, TableQuery.ALL, 1));
  }

  @Test
  void numbersAreSortedAsNumbersAndEmptyOnesComeLast() throws IOException {
    var table = table("trees.csv", TREES);

    assertEquals(List.of("5", "2", "1", "3", "4"), column(table, sorted(2, false), 0));
    assertEquals(List.of("3", "1", "2", "5", "4"), column(table, sorted(2, true), 0));
  }

  @Test
  void germanDaysAreSortedByTime() throws IOException {
    assertEquals(
        List.of("2", "1", "3", "5", "4"), column(table("trees.csv", TREES), sorted(3, false), 0));
  }

  @Test
  void aFilterOfTextFindsAnyCase() throws IOException {
    var table = table("trees.csv", TREES);

    assertEquals(List.of("1", "5"), column(table, filtered(table, 1, "LINDE"), 0));
    assertEquals(2, table.count(filtered(table, 1, "LINDE")));
  }

  @Test
  void aFilterOfNumbersAndDaysMayBeARange() throws IOException {
    var table = table("trees.csv", TREES);

    assertEquals(List.of("1", "3"), column(table, filtered(table, 2, "> 9"), 0));
    assertEquals(List.of("1", "2"), column(table, filtered(table, 2, "9..12,5"), 0));
    assertEquals(List.of("1"), column(table, filtered(table, 2, "12,5"), 0));
    assertEquals(List.of("1", "3"), column(table, filtered(table, 3, "1999..2001"), 0));
    assertEquals(List.of("5"), column(table, filtered(table, 3, ">2001"), 0));
    assertEquals(List.of("2"), column(table, filtered(table, 3, "12.11.1980"), 0));
  }

  @Test
  void wordsAreLookedForInEveryColumn() throws IOException {
    var table = table("trees.csv", TREES);

    assertEquals(
        List.of("1", "3", "5"),
        column(table, new TableQuery("01067", List.of(), Optional.empty()), 0));
  }

  @Test
  void ofAFilterWithVeryManyRowsEveryPageIsFound() throws IOException {
    var csv = new StringBuilder("Nr;Art\n");
    for (var i = 0; i < 45_000; i++) {
      csv.append(i).append(i % 2 == 0 ? ";Linde\n" : ";Eiche\n");
    }
    var table = table("many.csv", csv.toString());
    var half = filtered(table, 1, "linde");
    var few = filtered(table, 0, "40000..40004");

    assertEquals(22_500, table.count(half));
    assertEquals("44998", table.rows(half, 22_499, 50).getFirst().cells().getFirst());
    assertEquals(List.of(), table.rows(half, 22_500, 50));
    assertEquals(5, table.count(few));
    assertEquals("40003", table.rows(few, 3, 50).getFirst().cells().getFirst());
    assertEquals(List.of(), table.rows(few, 5, 50));
    assertEquals("44999", table.rows(TableQuery.ALL, 44_999, 50).getFirst().cells().getFirst());
    assertEquals(List.of(), table.rows(TableQuery.ALL, 45_000, 50));
  }

  @Test
  void whatSomebodyAsksIsNeverSql() throws IOException {
    var table = table("trees.csv", TREES);

    for (var evil : List.of("' OR '1'='1", "\"; DROP TABLE t; --", "%", "\\", "?")) {
      assertEquals(0, table.count(filtered(table, 1, evil)), evil);
      assertEquals(0, table.count(new TableQuery(evil, List.of(), Optional.empty())), evil);
    }
  }

  @Test
  void aProfileTellsWhatAColumnHolds() throws IOException {
    var table = table("trees.csv", TREES);

    var heights = table.profile(TableQuery.ALL, 2);
    assertEquals(4, heights.filled());
    assertEquals(Optional.of(new ColumnProfile.Range("3", "9", "1020.25")), heights.range());
    var codes = table.profile(TableQuery.ALL, 4);
    assertEquals(2, codes.distinct());
    assertEquals(new ColumnProfile.Frequent("01067", 3), codes.top().getFirst());
  }

  @Test
  void recordsOfJsonAreRowsAndTheirColumnsGrow() throws IOException {
    var table =
        table(
            "list.json",
            "{\"stand\": \"2026\", \"items\": [{\"a\": 1, \"b\": [1, 2]}, {\"a\": 2.50, \"c\":"
                + " {\"d\": true}}]}");

    assertEquals(
        List.of("a", "b", "c.d"), table.info().columns().stream().map(TableColumn::name).toList());
    assertEquals(List.of("1", "2.5"), column(table, TableQuery.ALL, 0));
    assertEquals(List.of("1; 2", ""), column(table, TableQuery.ALL, 1));
    assertEquals(List.of("", "true"), column(table, TableQuery.ALL, 2));
    assertEquals(1, table.count(filtered(table, 2, "true")));
  }

  @Test
  void featuresKeepTheirShapes() throws IOException {
    var table =
        table(
            "places.geojson",
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"name":"A"},"geometry":null},
            {"type":"Feature","properties":{"name":"B"},"geometry":{"type":"Point","coordinates":[11.2,53.4]}}]}
            """);

    assertTrue(table.info().hasShapes());
    var rows = table.rows(TableQuery.ALL, 0, 2);
    try (var places = table.places()) {
      assertEquals(Optional.empty(), places.of(rows.get(0)));
      assertEquals(
          Optional.of("{\"type\":\"Point\",\"coordinates\":[11.2,53.4]}"), places.of(rows.get(1)));
    }
  }

  @Test
  void theSecondLookIsAtThePreparedTable() throws IOException {
    var first = table("trees.csv", TREES);
    var again =
        tables.of(
            new Content.OfFile("%064x".formatted(1), folder.resolve("gone.csv"), "gone.csv"),
            Duration.ZERO);

    assertEquals(first.info(), assertInstanceOf(PreparedTables.Ready.class, again).table().info());
  }

  @Test
  void whatIsNoTableSaysWhyInBothLanguages() throws IOException {
    var state = state("bild.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1});
    var broken = state("kaputt.json", "[{\"a\": 1}, {\"a\": ".getBytes(StandardCharsets.UTF_8));

    assertFalse(
        assertInstanceOf(PreparedTables.Unreadable.class, broken).why().text("de").isEmpty());
    assertFalse(state.toString().isEmpty());
  }
}
