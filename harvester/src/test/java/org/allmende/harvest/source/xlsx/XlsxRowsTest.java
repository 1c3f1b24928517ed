package org.allmende.harvest.source.xlsx;

import static org.allmende.harvest.Harvests.column;
import static org.allmende.harvest.source.xlsx.Workbooks.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.table.Table;
import org.junit.jupiter.api.Test;

class XlsxRowsTest {

  private static Table read(String mapping, Workbooks workbook) throws IOException {
    return Harvests.read(new XlsxSourceFormat(), Harvests.mapping(mapping), workbook.bytes());
  }

  private static String failure(byte[] bytes) {
    var mapping = Harvests.mapping("passthrough: true");
    return Given.message(
        assertThrows(
            IOException.class, () -> Harvests.read(new XlsxSourceFormat(), mapping, bytes)));
  }

  @Test
  void findsTheHeaderBelowAPreambleThatNamesTheStateDate() throws IOException {
    var table =
        read(
            "select: { header: [Name] }\nfields: [{ name: name, from: [Name] }]",
            new Workbooks()
                .sheet(
                    row(1, "Brunnen der Stadt")
                        + "<row r='2'><c r='A2' t='inlineStr'><is><t>Stand:</t></is></c>"
                        + "<c r='B2' s='1'><v>45413</v></c></row>"
                        + row(4, "Nr", "Name")
                        + row(5, "1", "Marktbrunnen")));

    assertEquals(List.of("Marktbrunnen"), column(table, "name"));
    assertEquals("2024-04-30T22:00:00Z", table.stateDate().orElseThrow().toString());
  }

  @Test
  void readsTextWhereverItIsKept() throws IOException {
    var table =
        read(
            "fields: [{ name: a }, { name: b }, { name: c }, { name: d }]",
            new Workbooks()
                .strings("<t>geteilt</t>", "<r><t>in </t></r><r><rPr><b/></rPr><t>Stücken</t></r>")
                .sheet(
                    row(1, "a", "b", "c", "d")
                        + "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' t='s'><v>1</v></c>"
                        + "<c r='C2' t='str'><f>A2&amp;\"!\"</f><v>geteilt!</v></c>"
                        + "<c r='D2' t='inlineStr'><is><t>a_x000D_b</t></is></c></row>"));

    assertEquals(List.of("geteilt"), column(table, "a"));
    assertEquals(List.of("in Stücken"), column(table, "b"));
    assertEquals(List.of("geteilt!"), column(table, "c"));
    assertEquals(List.of("a\nb"), column(table, "d"));
  }

  @Test
  void tellsNumbersFromDatesByTheirFormat() throws IOException {
    var table =
        read(
            "fields: [{ name: zahl, type: number }, { name: tag, type: date }, { name: zeit, type:"
                + " datetime }, { name: dauer, type: number }, { name: uhr }, { name: rest }]",
            new Workbooks()
                .sheet(
                    row(1, "zahl", "tag", "zeit", "dauer", "uhr", "rest")
                        + "<row r='2'><c r='A2'><v>52.520000000000003</v></c>"
                        + "<c r='B2' s='1'><v>45413</v></c><c r='C2' s='2'><v>45413.5</v></c>"
                        + "<c r='D2' s='3'><v>45413</v></c><c r='E2' s='2'><v>0.25</v></c>"
                        + "<c r='F2' t='e'><v>#N/A</v></c></row>"));

    assertEquals("[52.52]", column(table, "zahl").toString());
    assertEquals("[2024-05-01]", column(table, "tag").toString());
    assertEquals("[2024-05-01T12:00+02:00]", column(table, "zeit").toString());
    assertEquals("[45413]", column(table, "dauer").toString());
    assertEquals("[06:00:00]", column(table, "uhr").toString());
    assertEquals("[-]", column(table, "rest").toString(), "an error is no value");
  }

  @Test
  void readsCachedValuesOfFormulas() throws IOException {
    var table =
        read(
            "fields: [{ name: summe, type: number }, { name: ja, type: boolean }]",
            new Workbooks()
                .sheet(
                    row(1, "summe", "ja")
                        + "<row r='2'><c r='A2'><f>1+2</f><v>3</v></c>"
                        + "<c r='B2' t='b'><f>A2=3</f><v>1</v></c></row>"));

    assertEquals("[3]", column(table, "summe").toString());
    assertEquals(List.of(true), column(table, "ja"));
  }

  @Test
  void stopsAfterFiftyEmptyRowsHoweverManyASheetDeclares() throws IOException {
    var empty = new StringBuilder();
    for (int i = 4; i < 20_000; i++) {
      empty.append("<row r='" + i + "'><c r='A" + i + "' s='1'/><c r='XFD" + i + "' s='1'/></row>");
    }
    var table =
        read(
            "fields: [{ name: a }]",
            new Workbooks()
                .sheet(
                    "T",
                    "",
                    "<dimension ref='A1:XFD1048576'/><sheetData>"
                        + row(1, "a")
                        + row(2, "1")
                        + row(3, "2")
                        + empty
                        + row(30_000, "far away")
                        + "</sheetData>"));

    assertEquals(List.of("1", "2"), column(table, "a"));
    assertEquals(2, table.notes().rowsRead());
  }

  @Test
  void countsHiddenRowsAndGapsBetweenRows() throws IOException {
    var hidden = row(3, "versteckt").replace("<row ", "<row hidden='1' ");
    var table =
        read(
            "fields: [{ name: a }]",
            new Workbooks().sheet(row(1, "a") + row(2, "b") + hidden + row(40, "spät")));

    assertEquals(List.of("b", "versteckt", "spät"), column(table, "a"));
  }

  @Test
  void givesAHeaderThatSpansColumnsToAllOfThem() throws IOException {
    var table =
        read(
            "passthrough: true",
            new Workbooks()
                .sheet(
                    "T",
                    "",
                    "<sheetData>"
                        + "<row r='1'><c r='A1' t='inlineStr'><is><t>Name</t></is></c>"
                        + "<c r='B1' t='inlineStr'><is><t>Lage</t></is></c>"
                        + "<c r='C1'/><c r='D1' t='inlineStr'><is><t>Art</t></is></c></row>"
                        + row(2, "Brunnen", "Markt", "Süd", "Zier")
                        + "</sheetData><mergeCells count=\"1\"><mergeCell"
                        + " ref=\"B1:C1\"/></mergeCells>"));

    assertEquals(
        List.of("Name", "Lage", "Lage (2)", "Art"),
        table.columns().stream().map(c -> c.title("de")).toList());
    assertEquals("Süd", table.rows().getFirst().values().get(2));
  }

  @Test
  void readsTheSheetThatIsNamedElseTheFirstThatShows() throws IOException {
    var workbook =
        new Workbooks()
            .sheet("Listen", "state='hidden'", "<sheetData>" + row(1, "x") + "</sheetData>")
            .sheet("Daten", "", "<sheetData>" + row(1, "a") + row(2, "1") + "</sheetData>")
            .sheet("Mehr", "", "<sheetData>" + row(1, "a") + row(2, "2") + "</sheetData>");

    assertEquals(List.of("1"), column(read("fields: [{ name: a }]", workbook), "a"));
    assertEquals(
        List.of("2"),
        column(read("select: { sheet: Mehr }\nfields: [{ name: a }]", workbook), "a"));
    var missing =
        assertThrows(
            IOException.class,
            () -> read("select: { sheet: Blatt }\nfields: [{ name: a }]", workbook));
    assertTrue(Given.message(missing).contains("Listen, Daten, Mehr"), Given.message(missing));
  }

  @Test
  void refusesABomb() {
    var workbook = new Workbooks().sheet(row(1, "a"));
    workbook.part("xl/media/picture.bin", "0".repeat(64 * 1024 * 1024));
    assertTrue(failure(workbook.bytes()).contains("unpacks to more"), failure(workbook.bytes()));
  }

  @Test
  void refusesACellThatClaimsToLieFarOut() {
    var workbook =
        new Workbooks().sheet(row(1, "a") + "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>");
    assertTrue(failure(workbook.bytes()).contains("XFD"));
  }

  @Test
  void refusesADocumentTypeAndWithItEveryEntity() {
    var workbook = new Workbooks().sheet(row(1, "a"));
    workbook.part("xl/sharedStrings.xml", "<!DOCTYPE sst [<!ENTITY e \"e\">]><sst/>");
    assertTrue(failure(workbook.bytes()).contains("document type"), failure(workbook.bytes()));
  }

  @Test
  void saysWhatIsWrongWithFilesThatAreNoWorkbook() {
    assertTrue(failure(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}).contains(".xls"));
    assertTrue(failure("a;b\n1;2\n".getBytes(StandardCharsets.UTF_8)).contains("no workbook"));
    var whole = new Workbooks().sheet(row(1, "a") + row(2, "b")).bytes();
    for (int length = 10; length < whole.length - 30; length += 97) {
      var message = failure(Arrays.copyOf(whole, length));
      assertTrue(message.startsWith("list"), "cut at " + length + ": " + message);
      assertTrue(message.contains("save it"), "what to do, cut at " + length + ": " + message);
    }
  }
}
