package org.allmende.server.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {

  private static final String EVIL =
      """
      name;wert;longitude;latitude
      =1+1;-5,5;11,2;53,4
      @SUM(A1);+3;;
      -x;1.000;400;53
      "a"";b";7;11,3;53,5
      """;

  @TempDir private Path folder;

  private byte[] export(ExportForm form, String csv) throws IOException {
    var file = Files.writeString(folder.resolve("t.csv"), csv);
    try (var tables = PreparedTables.in(folder, Clock.systemUTC())) {
      var state =
          tables.of(new Content.OfFile("0".repeat(64), file, "t.csv"), Duration.ofMinutes(1));
      var table = assertInstanceOf(PreparedTables.Ready.class, state).table();
      var out = new ByteArrayOutputStream();
      form.write(table, TableQuery.ALL, columns(table), out);
      return out.toByteArray();
    }
  }

  private static List<Integer> columns(PreparedTable table) {
    return IntStream.range(0, table.info().columns().size()).boxed().toList();
  }

  private String text(ExportForm form) throws IOException {
    return new String(export(form, EVIL), StandardCharsets.UTF_8);
  }

  @Test
  void csvHasTheCellsAsTheyAre() throws IOException {
    assertEquals(
        """
        name,wert,longitude,latitude
        =1+1,"-5,5","11,2","53,4"
        @SUM(A1),+3,,
        -x,1.000,400,53
        "a"";b",7,"11,3","53,5"
        """
            .replace("\n", "\r\n"),
        text(ExportForm.CSV));
  }

  @Test
  void csvForExcelTakesNothingForAFormula() throws IOException {
    assertEquals(
        """
        \ufeffname;wert;longitude;latitude
        '=1+1;-5,5;11,2;53,4
        '@SUM(A1);3;;
        '-x;1000;400;53
        "a"";b";7;11,3;53,5
        """
            .replace("\n", "\r\n"),
        text(ExportForm.EXCEL));
  }

  @Test
  void aSheetHasTextsAsTextsAndNumbersAsNumbers() throws IOException {
    try (var workbook =
            new ReadableWorkbook(new ByteArrayInputStream(export(ExportForm.XLSX, EVIL)));
        var rows = workbook.getFirstSheet().openStream()) {
      var row = rows.skip(1).findFirst().orElseThrow();
      assertEquals(CellType.STRING, row.getCell(0).getType());
      assertEquals("=1+1", row.getCell(0).asString());
      assertEquals(CellType.NUMBER, row.getCell(1).getType());
    }
  }

  @Test
  void featuresHaveTheirPlacesAndThoseOffTheEarthNone() throws IOException {
    var json = text(ExportForm.GEOJSON);

    assertEquals(2, json.split("\"Point\"", -1).length - 1, json);
    assertFalse(json.contains("[400"), json);
  }

  @Test
  void jsonWritesGermanNumbersAsNumbers() throws IOException {
    assertEquals(
        "{\"name\":\"=1+1\",\"wert\":-5.5,\"longitude\":11.2,\"latitude\":53.4}",
        text(ExportForm.JSON).lines().toList().get(1).replaceAll(",$", ""));
  }
}
