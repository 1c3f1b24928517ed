package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.allmende.server.TestSite;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePageIT {

  private static final String PAGE = "/datensatz/baeume/datei/1-alle-baeume";

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() throws Exception {
    site = TestSite.in(folder);
    var csv = new StringBuilder("Nr,Art,Höhe,Seite\n");
    for (var i = 1; i <= 120; i++) {
      csv.append(i)
          .append(i % 3 == 0 ? ",Linde," : ",Eiche,")
          .append(i % 10 == 0 ? "" : i * 0.5)
          .append(",https://baum.example/")
          .append(i)
          .append('\n');
    }
    csv.append("121,<script>alert(1)</script>,-5,\"javascript:alert(1)\"\n");
    csv.append("122,\"").append("sehr lang ".repeat(60)).append("\",7,\n");
    var hash = site.catalog().files().store(out -> out.write(bytes(csv))).sha256();
    var url = site.catalog().identity().url() + "/dataset/d/resource/r/download/baeume.csv";
    site.publish(
        "trees",
        "Bäume",
        """
        <https://other.example/trees> dcat:distribution <https://other.example/trees/all> .
        <https://other.example/trees/all> a dcat:Distribution ; dct:title "Alle Bäume"@de ;
          dcat:accessURL <%1$s> ; dcat:downloadURL <%1$s> ;
          dct:format <http://publications.europa.eu/resource/authority/file-type/CSV> ;
          dct:license <http://dcat-ap.de/def/licenses/dl-by-de/2.0> ;
          spdx:checksum [ a spdx:Checksum ;
            spdx:algorithm spdx:checksumAlgorithm_sha256 ; spdx:checksumValue "%2$s"^^xsd:hexBinary ] .
        """
            .formatted(url, hash));
    awaitPreview();
  }

  private static byte[] bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Each request waits for the preview by itself. */
  private static void awaitPreview() throws Exception {
    Callable<Boolean> isReady = () -> !page(PAGE).select("table.sheet").isEmpty();
    for (var i = 0; i < 60 && !isReady.call(); i++) {
      // the next request waits again
    }
  }

  private static Document page(String path) {
    return Jsoup.parse(site.get(path, "Accept", "text/html").body());
  }

  private static List<String> numbers(String query) {
    return page(PAGE + query).select("table.sheet tbody tr td:first-child").eachText();
  }

  @Test
  void theDatasetLeadsToThePagesOfItsFiles() {
    var links = page("/datensatz/baeume").select(".file h3 a").eachAttr("href");
    assertEquals(List.of(PAGE, "/datensatz/baeume/datei/2-tabelle"), links);
    var english = page("/en/dataset/baeume").select(".file h3 a").eachAttr("href");
    assertEquals("/en/dataset/baeume/file/1-alle-baeume", english.getFirst());
  }

  @Test
  void downloadComesFirstAndFactsAreTold() {
    var page = page(PAGE);
    assertEquals("Alle Bäume", page.select("h1").text());
    assertEquals("CSV herunterladen", page.select(".download .button").text());
    assertTrue(page.select("dl.facts").text().contains("Zeilen 122"), page.select("dl").text());
  }

  @Test
  void fiftyRowsStandInATableWithCaptionAndScopes() {
    var page = page(PAGE);
    assertEquals(50, page.select("table.sheet tbody tr").size());
    assertEquals("Zeilen der Datei „Alle Bäume“", page.select("caption").text());
    assertEquals(4, page.select("thead th[scope=col]").size());
    assertTrue(page.select(".result").text().contains("122 Zeilen"));
  }

  @Test
  void aPageOfRowsHasAnAddressOfItsOwn() {
    assertEquals("51", numbers("?seite=2").getFirst());
    assertEquals(22, numbers("?seite=3").size());
    assertTrue(page(PAGE + "?seite=9").select(".note").text().contains("letzte Seite ist Seite 3"));
  }

  @Test
  void sortsByAColumnAndSaysSo() {
    var page = page(PAGE + "?sort=1&richtung=ab");
    assertEquals("122", page.select("table.sheet tbody td").get(0).text());
    assertEquals("descending", page.select("thead th").get(0).attr("aria-sort"));
    assertEquals(PAGE + "?sort=1", page.select("thead th a").get(0).attr("href"));
    assertEquals("121", numbers("?sort=3").getFirst());
  }

  @Test
  void filtersAndTellsHowMuchIsLeft() {
    var page = page(PAGE + "?f2=linde&f3=%3E10");
    assertEquals("30 von 122 Zeilen Alle Zeilen zeigen", page.select(".result").text());
    assertEquals("linde", page.select("#f2").attr("value"));
    assertEquals(PAGE, page.select(".result a").attr("href"));
    assertEquals(0, page(PAGE + "?suche=gibtesnicht").select("table.sheet tbody tr").size());
  }

  @Test
  void contentIsNeverMarkup() {
    var page = page(PAGE + "?seite=3");
    assertEquals(0, page.select("script:not([src])").size());
    assertEquals(List.of(), page.select("a[href^=javascript]").eachAttr("href"));
    assertEquals("nofollow noopener", page.select("td a[href^=https]").get(0).attr("rel"));
  }

  @Test
  void emptyCellsAreToldAndLongOnesCut() {
    var page = page(PAGE + "?seite=3");
    var empty = page.select("td.none").get(0);
    assertEquals("–", empty.text());
    assertEquals("leer", empty.attr("aria-label"));
    var more = page.select("td a:contains(ganze Zeile)").get(0);
    var whole = page(more.attr("href"));
    assertEquals("Zeile 122", whole.select("#zeile").text());
    assertTrue(whole.select(".row-detail").text().length() > 600);
  }

  @Test
  void numbersStandOnTheRight() {
    assertEquals("number", page(PAGE).select("tbody td").get(0).className());
  }

  @Test
  void aProfileIsMadeOnRequest() {
    assertEquals(0, page(PAGE).select("#profil").size());
    var profile = page(PAGE + "?profil=ja").select("section:has(> #profil)").text();
    assertTrue(profile.contains("größter: 122"), profile);
    assertTrue(profile.contains("Eiche: 80"), profile);
  }

  @Test
  void otherNamesLeadToTheOneAddress() {
    var answer = site.get("/datensatz/baeume/datei/1?seite=2");
    assertEquals(301, answer.statusCode());
    assertEquals(PAGE + "?seite=2", answer.headers().firstValue("Location").orElse(""));
    assertEquals(404, site.get("/datensatz/baeume/datei/9-x").statusCode());
    assertEquals(404, site.get("/datensatz/baeume/datei/99999999999").statusCode());
    assertEquals(400, site.get(PAGE + "?seite=x").statusCode());
  }

  @Test
  void aFileElsewhereIsNotFetchedAndThePageSaysSo() {
    var page = page("/datensatz/baeume/datei/2-tabelle");
    assertTrue(page.select(".note").text().contains("anderen Anbieter"));
    assertEquals("https://other.example/trees.csv", page.select(".button").attr("href"));
  }

  @Test
  void theMachineTwinHasTheSameRows() throws IOException {
    var json = new ObjectMapper().readTree(site.get(PAGE + ".json?f2=linde&was=1").body());
    assertEquals("ready", json.path("state").asText());
    assertEquals(40, json.path("found").asInt());
    assertEquals("3", json.path("records").path(0).path(0).asText());
    assertEquals("was", json.path("ignored_parameters").path(0).asText());
    assertFalse(json.path("checksum").asText().isEmpty());
  }

  @Test
  void theChosenRowsCanBeTakenAlong() {
    var page = page(PAGE + "?f2=linde&sort=1&richtung=ab");
    assertEquals(
        "Diese Auswahl herunterladen (40 von 122 Zeilen)", page.select("#auswahl-laden").text());
    assertEquals(
        PAGE + "/auswahl.csv?f2=linde&sort=1&richtung=ab",
        page.select(".exports a").get(0).attr("href"));

    var csv = site.get(PAGE + "/auswahl.csv?f2=linde&sort=1&richtung=ab");
    assertEquals("text/csv;charset=utf-8", csv.headers().firstValue("Content-Type").orElse(""));
    assertTrue(
        csv.body().startsWith("Nr,Art,Höhe,Seite\r\n120,Linde,,https://baum.example/120\r\n"));
    assertEquals(41, csv.body().lines().count());
  }

  @Test
  void excelInGermanGetsCommasAndNoFormulas() {
    var lines = site.get(PAGE + "/auswahl.excel.csv?f1=3").body().lines().toList();
    assertEquals("\ufeffNr;Art;Höhe;Seite", lines.getFirst());
    assertEquals("3;Linde;1,5;https://baum.example/3", lines.get(1));
  }

  @Test
  void asJsonNumbersAreNumbers() throws IOException {
    var answer = site.get(PAGE + "/auswahl.json?f1=121");
    var json = new ObjectMapper().readTree(answer.body());
    assertEquals(1, json.size());
    assertTrue(json.path(0).path("Höhe").isNumber());
    assertEquals("<script>alert(1)</script>", json.path(0).path("Art").asText());
    assertEquals(404, site.get(PAGE + "/auswahl.geojson").statusCode());
    assertEquals(404, site.get(PAGE + "/auswahl.exe").statusCode());
  }
}
