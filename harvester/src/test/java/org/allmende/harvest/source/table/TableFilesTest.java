package org.allmende.harvest.source.table;

import static org.allmende.harvest.Harvests.mapping;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.allmende.catalog.files.FileStore;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.source.csv.CsvSourceFormat;
import org.allmende.harvest.source.table.TableFiles.CsvStyle;
import org.allmende.harvest.source.xlsx.XlsxSourceFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFilesTest {

  private static final String MAPPING =
      """
      key: [id]
      fields:
        - { name: id }
        - { name: kw, type: number }
        - { name: opened, type: date }
        - { name: free, type: boolean }
        - { name: plugs, type: list }
      geometry: { lon: [x], lat: [y] }
      """;
  private static final String TEXT =
      """
      id;kw;opened;free;plugs;x;y
      7;22,50;01.05.2024;ja;"A; B";11,201944;53,400812
      8;;;nein;;;
      """;

  private static String written(String output) throws IOException {
    return written(
        Harvests.read(new CsvSourceFormat(), mapping(MAPPING), TEXT), CsvStyle.STANDARD, output);
  }

  private static String written(Table table, CsvStyle style, String output) throws IOException {
    var out = new ByteArrayOutputStream();
    TableFiles.write(table, style, output, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void writesCsvWithDotsAndIsoDates() throws IOException {
    assertEquals(
        """
        id,kw,opened,free,plugs,longitude,latitude
        7,22.5,2024-05-01,true,A; B,11.201944,53.400812
        8,,,false,,,
        """
            .replace("\n", "\r\n"),
        written("csv"));
  }

  @Test
  void writesJsonAsAListOfObjects() throws IOException {
    assertEquals(
        """
        [
        {"id":"7","kw":22.5,"opened":"2024-05-01","free":true,"plugs":["A","B"],"longitude":11.201944,"latitude":53.400812},
        {"id":"8","kw":null,"opened":null,"free":false,"plugs":null,"longitude":null,"latitude":null}
        ]
        """,
        written("json"));
  }

  @Test
  void writesGeoJsonWithTheRowsKeyAsId() throws IOException {
    assertEquals(
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"7","geometry":{"type":"Point","coordinates":[11.201944,53.400812]},"properties":{"id":"7","kw":22.5,"opened":"2024-05-01","free":true,"plugs":["A","B"]}},
        {"type":"Feature","id":"8","geometry":null,"properties":{"id":"8","kw":null,"opened":null,"free":false,"plugs":null}}
        ]}
        """,
        written("geojson"));
  }

  @Property(tries = 200)
  void csvWrittenIsReadBackEqual(
      @ForAll @Size(min = 1, max = 8)
          List<@Size(value = 3) List<@StringLength(max = 12) String>> cells,
      @ForAll boolean isSemicolon)
      throws IOException {
    var columns =
        List.of(
            new Column("a", Column.Type.STRING, "a"),
            new Column("b", Column.Type.STRING, "b"),
            new Column("c", Column.Type.STRING, "c"));
    var rows = new ArrayList<Row>();
    for (var row : cells) {
      var values = row.stream().map(TableFilesTest::clean).toList();
      rows.add(
          new Row("r" + rows.size(), List.of("x", values.get(1), values.get(2)), Optional.empty()));
    }
    var notes = new ReadingNotes("", "", 0, 0, List.of(), List.of(), List.of());
    var table = new Table(columns, rows, List.of("csv"), Optional.empty(), notes);
    var text = written(table, new CsvStyle(isSemicolon ? ';' : ',', false), "csv");

    var back =
        Harvests.read(
            new CsvSourceFormat(),
            mapping(
                "select: { header: [a, b, c] }\nfields: [{ name: a }, { name: b }, { name: c }]"),
            text);

    assertEquals(rows.size(), back.rows().size());
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < 3; j++) {
        var expected = String.valueOf(rows.get(i).values().get(j));
        assertEquals(
            expected,
            back.rows().get(i).values().get(j) == null ? "" : back.rows().get(i).values().get(j));
      }
    }
  }

  /** What reading would change is changed before: half surrogates have no UTF-8, for instance. */
  private static String clean(String text) {
    var encodable =
        text.codePoints()
            .filter(c -> Character.isDefined(c) && !(c >= 0xD800 && c <= 0xDFFF) && c != 0)
            .filter(c -> c != 0x85)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    return Texts.clean(encodable.toString());
  }

  @Test
  void putsAByteOrderMarkInFrontForSpreadsheets() throws IOException {
    var table = Harvests.read(new CsvSourceFormat(), mapping(MAPPING), TEXT);

    assertTrue(written(table, new CsvStyle(';', true), "csv").startsWith("\ufeffid;kw;"));
  }

  @Test
  void saysInASchemaWhatTheColumnsAre() throws IOException {
    var schema = new ObjectMapper().readTree(written("schema"));

    var types = new ArrayList<String>();
    schema
        .path("fields")
        .forEach(f -> types.add(f.path("name").asText() + " " + f.path("type").asText()));
    assertEquals(
        List.of(
            "id string",
            "kw number",
            "opened date",
            "free boolean",
            "plugs string",
            "longitude number",
            "latitude number"),
        types);
    assertEquals("", schema.path("missingValues").path(0).asText("-"));
  }

  @Test
  void writesASheetThatReadsBackAsTheSameTable() throws IOException {
    var table = Harvests.read(new CsvSourceFormat(), mapping(MAPPING), TEXT);
    var back =
        Harvests.read(
            new XlsxSourceFormat(),
            mapping(MAPPING.replace("[x]", "[longitude]").replace("[y]", "[latitude]")),
            sheet(table));

    assertEquals(table.rows(), back.rows());
  }

  private static byte[] sheet(Table table) throws IOException {
    var out = new ByteArrayOutputStream();
    TableFiles.write(table, CsvStyle.STANDARD, "xlsx", out);
    return out.toByteArray();
  }

  @Test
  void givesTheSameSheetByteByByteAtAnyTime() throws Exception {
    var table = Harvests.read(new CsvSourceFormat(), mapping(MAPPING), TEXT);
    var first = sheet(table);

    assertArrayEquals(first, sheet(table));
    try (var zip = new ZipInputStream(new ByteArrayInputStream(first))) {
      for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        assertEquals(1980, part.getTimeLocal().getYear(), part.getName());
        var text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        assertFalse(text.contains("created") && !text.contains("1980-01-01T00:00"), text);
      }
    }
  }

  @Test
  void writesATextThatBeginsLikeAFormulaAsText() throws IOException {
    var table =
        Harvests.read(
            new CsvSourceFormat(), mapping("fields: [{ name: a }]"), "a\n=1+1\n\"x\u0001y\"\n");
    var back =
        Harvests.read(new XlsxSourceFormat(), mapping("fields: [{ name: a }]"), sheet(table));

    assertEquals(List.of("=1+1", "xy"), Harvests.column(back, "a"));
  }

  @Test
  void saysForTheWebHowTheCsvIsWritten(@TempDir Path folder) throws IOException {
    var table = Harvests.read(new CsvSourceFormat(), mapping(MAPPING), TEXT);
    var store = new FileStore(folder);
    var files = TableFiles.store(table, new CsvStyle(';', false), store);
    var csv = files.stream().filter(f -> f.output().equals("csv")).findFirst().orElseThrow();
    var csvw = files.stream().filter(f -> f.output().equals("csvw")).findFirst().orElseThrow();
    var json = new ObjectMapper().readTree(store.find(csvw.sha256()).orElseThrow().toFile());

    assertEquals("../" + csv.sha256() + "/table.csv", json.path("url").asText());
    assertEquals(";", json.path("dialect").path("delimiter").asText());
    var columns = json.path("tableSchema").path("columns");
    assertEquals("decimal", columns.path(1).path("datatype").asText());
    assertEquals("; ", columns.path(4).path("separator").asText());
    assertEquals("latitude", columns.path(6).path("name").asText());
  }

  @Test
  void keepsWhatAMappingSaysOfAColumn(@TempDir Path folder) throws IOException {
    var mapping =
        """
        fields:
          - { name: kw, from: [Leistung], type: number, unit: kW,
              title: { de: Nennleistung, en: Rated power }, description: Aller Punkte. }
          - { name: ort, from: [Ort] }
        """;
    var table =
        Harvests.read(new CsvSourceFormat(), mapping(mapping), "Leistung,Ort\n22,Anderswo\n");
    var store = new FileStore(folder);
    var files = TableFiles.store(table, CsvStyle.STANDARD, store);
    var schema = json(store, files, "schema").path("fields").path(0);
    var csvw = json(store, files, "csvw").path("tableSchema").path("columns");

    assertEquals("Nennleistung", schema.path("title").asText());
    assertEquals("Aller Punkte.", schema.path("description").asText());
    assertEquals("kW", schema.path("unit").asText());
    assertEquals(2, csvw.path(0).path("dc:title").size());
    assertEquals("kW", csvw.path(0).path("schema:unitText").asText());
    assertEquals("Ort", csvw.path(1).path("dc:title").asText());
  }

  private static JsonNode json(FileStore store, List<OutputFile> files, String output)
      throws IOException {
    var file = files.stream().filter(f -> f.output().equals(output)).findFirst().orElseThrow();
    return new ObjectMapper().readTree(store.find(file.sha256()).orElseThrow().toFile());
  }
}
