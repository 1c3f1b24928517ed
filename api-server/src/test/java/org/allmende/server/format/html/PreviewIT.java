package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.allmende.catalog.files.FileStore;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown of each kind of file, and of those that mean harm ({@code web-ui.md} 8). */
class PreviewIT {

  @TempDir static Path folder;
  @AutoClose private static FileSite site;

  @BeforeAll
  static void open() {
    site = FileSite.in(folder);
  }

  private static Document page(String name, FileStore.Content content, String query)
      throws IOException {
    return site.page(site.publish(name, content) + query);
  }

  private static Document page(String name, String content, String query) throws IOException {
    return page(name, out -> out.write(content.getBytes(StandardCharsets.UTF_8)), query);
  }

  private static Document page(String name, String content) throws IOException {
    return page(name, content, "");
  }

  @Test
  void jsonThatIsNoListIsShownIndented() throws IOException {
    var page = page("a.json", "{\"a\":[1,2],\"b\":\"<script>\"}", "?ansicht=text");

    assertTrue(page.select("pre").text().contains("\"b\" : \"<script>\""), page.text());
    assertEquals(0, page.select("pre script").size());
  }

  @Test
  void xmlIsShownIndented() throws IOException {
    var lines = page("a.xml", "<a x=\"1&amp;2\"><b>Wert &lt;</b><n:c/></a>").select("pre").text();

    assertEquals("<a x=\"1&amp;2\">\n  <b>Wert &lt;</b>\n  <n:c>\n  </n:c>\n</a>", lines.strip());
  }

  @Test
  void xmlThatMeansHarmIsShownAsItIs() throws IOException {
    var bomb = "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;\">]><a>&y;</a>";

    assertTrue(page("a.xml", "<a><b>").select("pre").text().contains("<b>"));
    assertTrue(page("a.xml", "kein XML").select("pre").text().contains("kein XML"));
    assertFalse(page("a.xml", bomb).select("pre").text().contains("xxxxxxxxxxxx"));
  }

  @Test
  void rdfIsATableOfStatements() throws IOException {
    var turtle =
        """
        <https://x.example/a> <http://purl.org/dc/terms/title> "<b>Titel</b>"@de ;
          <http://purl.org/dc/terms/creator> [ <http://xmlns.com/foaf/0.1/name> "N" ] .
        """;
    var page = page("a.ttl", turtle);

    assertEquals(3, page.select("table.sheet tbody tr").size());
    assertTrue(page.select("tbody").text().contains("dct:title"), page.text());
    assertEquals("de", page.select("tbody td[lang]").attr("lang"));
    assertEquals(0, page.select("td b").size());
    assertEquals(1, page("a.ttl", turtle, "?ansicht=text").select("pre").size());
    assertEquals(1, page("b.ttl", "kein Turtle").select("pre").size());
    assertEquals(200, page("c.ttl", turtle.repeat(500)).select("table.sheet tbody tr").size());
  }

  @Test
  void ofALongTextTheFirstLinesAreShownAndThatIsSaid() throws IOException {
    var page = page("a.txt", "Zeile\n".repeat(1_000));

    assertEquals(200, page.select("pre").text().split("Zeile", -1).length - 1);
    assertTrue(page.select(".note").text().contains("die ersten Zeilen"));
  }

  @Test
  void aPictureSaysWhenNobodyDescribedIt() throws IOException {
    var image = page("a.png", "no real picture").select("img.picture");

    assertEquals("/dataset/d/resource/r/download/a.png", image.attr("src"));
    assertEquals("Bild ohne Beschreibung", image.attr("alt"));
  }

  @Test
  void aDrawingWithScriptsIsNeverShown() throws IOException {
    var page = page("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>");

    assertEquals(0, page.select("main img, main svg").size());
    assertTrue(page.select(".note").text().contains("Programme enthalten"));
  }

  @Test
  void anArchiveIsListedAndNotUnpacked() throws IOException {
    var page =
        page(
            "a.zip",
            out -> {
              var zip = new ZipOutputStream(out);
              zip.putNextEntry(new ZipEntry("bombe.txt"));
              var zeros = new byte[1 << 20];
              for (var i = 0; i < 50; i++) {
                zip.write(zeros);
              }
              zip.putNextEntry(new ZipEntry("<b>fett</b>.txt"));
              zip.finish();
            },
            "");

    assertTrue(page.select("table.sheet").text().contains("bombe.txt 52 MB"), page.text());
    assertEquals(0, page.select("td b").size());
    assertTrue(page("b.zip", "kein Archiv").select(".note").text().contains("nicht lesen"));
  }

  @Test
  void anythingElseSaysWhatItIs() throws IOException {
    assertTrue(page("a.pdf", "%PDF-1.4").select(".note").text().contains("Dokument zum Lesen"));
    assertTrue(page("a.ods", "PK").select(".note").text().contains("LibreOffice Calc"));
    assertTrue(page("a.parquet", "PAR1").select(".note").text().contains("DuckDB"));
    assertTrue(page("a.xyz", "?").select(".note").text().contains("keine Vorschau"));
  }

  @Test
  void aServiceSaysHowItIsAskedAndIsNotAsked() {
    var path = site.publishService("https://karten.example/wms?LAYERS=wege,b%C3%A4ume%zz");
    var preview = site.page(path).select("section[aria-labelledby=vorschau]");

    assertTrue(preview.text().contains("fertige Kartenbilder"), preview.text());
    assertTrue(preview.text().contains("wege, bäume%zz"), preview.text());
    assertEquals(
        "https://karten.example/wms?LAYERS=wege,b%C3%A4ume%zz&SERVICE=WMS&REQUEST=GetCapabilities",
        preview.select("a").attr("href"));
  }

  @Test
  void placesAreDrawnAboveTheTable() throws IOException {
    var page =
        page(
            "a.geojson",
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"n":"A"},"geometry":{"type":"Point","coordinates":[11.2,53.4]}},
            {"type":"Feature","properties":{"n":"B"},"geometry":{"type":"Polygon","coordinates":[[[11.1,53.3],[11.3,53.3],[11.3,53.5],[11.1,53.3]]]}},
            {"type":"Feature","properties":{"n":"C"},"geometry":null}]}
            """,
            "?ansicht=karte");

    assertEquals(1, page.select(".map circle.point").size());
    assertEquals(1, page.select(".map path.area").size());
    assertTrue(page.select(".map desc").text().contains("2 von 3"));
    assertTrue(page.select(".map text").text().contains(" m"));
    assertEquals(3, page.select("table.sheet tbody tr").size());
    assertEquals("Karte", page.select(".views [aria-current=page]").text());
  }

  @Test
  void ofVeryManyColumnsSomeAreShownAndTheRestIsTold() throws IOException {
    var header = new StringBuilder("s1");
    for (var i = 2; i <= 5_000; i++) {
      header.append(",s").append(i);
    }
    var page = page("breit.csv", header + "\n" + "1,".repeat(4_999) + "1\n");

    assertEquals(24, page.select("table.sheet thead th").size());
    assertTrue(page.select(".note").text().contains("4.700 weitere Spalten"), page.text());
    assertTrue(page.select("nav[aria-label=Spalten] a").size() >= 2);
  }

  @Test
  void aLineOfTenMegabytesIsCutAndSaidSo() throws IOException {
    var page = page("lang.csv", "a,b\n1," + "x".repeat(10_000_000) + "\n2,kurz\n");

    assertTrue(page.select(".note").text().contains("sehr lange Zelle"), page.text());
    assertEquals(2, page.select("table.sheet tbody tr").size());
  }

  @Test
  void whoCannotUseAFileIsToldWhomToWrite() throws IOException {
    var mail = page("a.txt", "Text").select("section[aria-labelledby=barriere] a").attr("href");

    assertTrue(mail.startsWith("mailto:daten@stadt.example?subject=Barriere%20im"), mail);
  }

  @Test
  void whatIsBrokenSaysWhy() throws IOException {
    var page = page("kaputt.xlsx", "PK\u0003\u0004 und dann nichts");

    assertTrue(page.select(".note").text().contains("keine Vorschau"), page.text());
    assertTrue(page.select(".download a.button").size() == 1);
  }

  @Test
  void anEmptyFileIsNoError() throws IOException {
    assertEquals("Datei", page("leer.csv", "").select("h1").text());
  }
}
