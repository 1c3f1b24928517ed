package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.allmende.catalog.files.FileStore;
import org.dhatim.fastexcel.Workbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that mean harm, at full size: within two seconds their page shows something or says that it
 * will, in the end it shows what it can or says why not, and the server goes on.
 */
class HarmfulFilesIT {

  /** 2 s on a machine of its own; a build machine does other things at the same time. */
  private static final Duration FIRST_ANSWER = Duration.ofSeconds(4 * 2);

  private static final String SHEET = "xl/worksheets/sheet1.xml";

  @TempDir static Path folder;
  @AutoClose private static FileSite site;

  @BeforeAll
  static void open() {
    site = FileSite.in(folder);
  }

  /** The page in the end; the first answer came in time, whatever it said. */
  private static Document page(String name, FileStore.Content content, String query)
      throws IOException {
    var path = site.publish(name, content) + query;
    var begin = System.nanoTime();
    var first = site.site().get(path);
    var waited = Duration.ofNanos(System.nanoTime() - begin);
    assertEquals(200, first.statusCode());
    assertTrue(waited.compareTo(FIRST_ANSWER) < 0, name + " answered after " + waited);
    assertEquals(1, Jsoup.parse(first.body()).select(".download a.button").size());
    return site.page(path);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void ofAShapeWithAMillionVerticesTheMapShowsAnOutline() throws IOException {
    var page =
        page(
            "million.geojson",
            out -> {
              write(out, "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",");
              write(out, "\"properties\":{\"n\":1},\"geometry\":{\"type\":\"LineString\",");
              write(out, "\"coordinates\":[[11,53]");
              for (var i = 1; i < 1_000_000; i++) {
                write(out, ",[" + (11 + i * 1e-6) + "," + (53 + i % 7 * 1e-3) + "]");
              }
              write(out, "]}}]}");
            },
            "?ansicht=karte");

    assertTrue(page.select(".map path.line").attr("d").length() < 20_000, page.text());
    assertEquals(1, page.select("table.sheet tbody tr").size());
  }

  @Test
  void aSheetWithAMillionEmptyRowsEndsWhereItsRowsEnd() throws IOException {
    var page =
        page(
            "leer.xlsx",
            out -> {
              var zip = workbook(out);
              write(zip, row(1, "Name", "Wert") + row(2, "=1+1", "5"));
              for (var i = 3; i < 1_000_000; i++) {
                write(zip, "<row r=\"" + i + "\"><c r=\"A" + i + "\"/></row>");
              }
              write(zip, "</sheetData></worksheet>");
              zip.finish();
            },
            "");

    assertTrue(page.select(".result").text().contains("1 Zeile"), page.text());
    assertEquals("=1+1", page.select("table.sheet tbody td").get(0).text());
  }

  @Test
  void aBombInAWorkbookDoesNotGoOff() throws IOException {
    var page =
        page(
            "bombe.xlsx",
            out -> {
              var zip = workbook(out);
              write(zip, row(1, "Name", "Wert"));
              var blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
              for (var i = 0; i < 400; i++) {
                zip.write(blanks);
              }
              write(zip, "</sheetData></worksheet>");
              zip.finish();
            },
            "");

    assertTrue(page.select(".note").text().contains("keine Vorschau"), page.text());
    assertTrue(page.select(".note .detail").text().length() > 20, "and why");
  }

  /** A workbook up to the rows of its one sheet. */
  private static ZipOutputStream workbook(OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out);
    var empty = Files.write(folder.resolve("empty.xlsx"), emptyWorkbook());
    try (var parts = new ZipFile(empty.toFile())) {
      for (var part : parts.stream().filter(p -> !p.getName().equals(SHEET)).toList()) {
        zip.putNextEntry(new ZipEntry(part.getName()));
        parts.getInputStream(part).transferTo(zip);
        zip.closeEntry();
      }
    }
    zip.putNextEntry(new ZipEntry(SHEET));
    write(
        zip,
        "<worksheet"
            + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
    return zip;
  }

  private static byte[] emptyWorkbook() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "test", null)) {
      workbook.newWorksheet("A");
    }
    return bytes.toByteArray();
  }

  private static String row(int number, String... cells) {
    var row = new StringBuilder("<row r=\"" + number + "\">");
    for (var i = 0; i < cells.length; i++) {
      row.append("<c r=\"").append((char) ('A' + i)).append(number).append("\" t=\"inlineStr\">");
      row.append("<is><t>").append(cells[i]).append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  @Test
  void ofTenThousandEntriesInAnArchiveSomeAreNamedAndOfMoreNone() throws IOException {
    var many = page("viele.zip", out -> fillArchive(out, 10_000), "");
    assertTrue(many.text().contains("10.000 Einträge"), many.text());
    assertEquals(500, many.select("table.sheet tbody tr").size());

    var most = page("mehr.zip", out -> fillArchive(out, 100_000), "");
    assertTrue(most.select(".note").text().contains("so viele Einträge"), most.text());
  }

  private static void fillArchive(OutputStream out, int entries) throws IOException {
    var zip = new ZipOutputStream(out);
    for (var i = 0; i < entries; i++) {
      zip.putNextEntry(new ZipEntry("e" + i));
    }
    zip.finish();
  }

  @Test
  void columnsOfFormulasAndScriptsStayText() throws IOException {
    var page =
        page(
            "boese.csv",
            out -> {
              write(out, "<img src=x onerror=alert(1)>;=cmd|' /C calc'!A0\n");
              for (var i = 0; i < 1_000; i++) {
                write(out, "\"</td><script>alert(1)</script>\";@SUM(1)\n");
              }
            },
            "?ansicht=diagramm");

    assertEquals(0, page.select("main script, main img").size());
    assertEquals(1, page.select("svg.chart").size() + page.select(".note").size(), page.text());
  }
}
