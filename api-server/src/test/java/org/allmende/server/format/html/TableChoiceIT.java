package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that are chosen, rows that are printed: the address says all of it. */
class TableChoiceIT {

  @TempDir static Path folder;
  @AutoClose private static FileSite site;
  private static String path;

  @BeforeAll
  static void open() throws IOException {
    site = FileSite.in(folder);
    var csv = new StringBuilder("Nr,Art,longitude,latitude\n");
    for (var i = 1; i <= 600; i++) {
      csv.append(i).append(",Linde,11.").append(i).append(",53.5\n");
    }
    path = site.publish("baeume.csv", csv.toString());
    site.page(path);
  }

  private static List<String> heads(Document page) {
    return page.select("table.sheet thead th a").eachText().stream()
        .map(head -> head.substring(0, head.indexOf(' ')))
        .toList();
  }

  @Test
  void chosenColumnsAloneAreShownInTheOrderOfTheFile() {
    var page = site.page(path + "?spalten=3&spalten=1&f2=linde");

    assertEquals(List.of("Nr", "longitude"), heads(page));
    assertEquals("Spalten auswählen (2 von 4)", page.select("#spaltenwahl summary").text());
    assertEquals(List.of("1", "3"), page.select("input[name=spalten][checked]").eachAttr("value"));
    assertEquals("linde", page.select("input[type=hidden][name=f2]").attr("value"));
    assertEquals(path + "?f2=linde&spalten=1,3&seite=2", page.select("a[rel=next]").attr("href"));
    assertTrue(
        page.select(".printed").text().contains("Art: linde"), page.select(".printed").text());
  }

  @Test
  void theSameChoiceHasOneAddress() {
    var page = site.page(path + "?seite=2&spalten=2&spalten=1&suche=linde");

    assertTrue(
        page.select("link[rel=canonical]")
            .attr("href")
            .endsWith(path + "?suche=linde&spalten=1,2&seite=2"));
  }

  @Test
  void columnsThatAreNotThereAreLeftOut() {
    assertEquals(4, heads(site.page(path + "?spalten=77")).size());
    assertEquals(List.of("Art"), heads(site.page(path + "?spalten=2,77&spaltenseite=9")));
    assertEquals(400, site.site().get(path + "?spalten=x").statusCode());
    assertEquals(200, site.site().get(path + "?spalten=").statusCode());
  }

  @Test
  void exportsAndTheMachineTwinHaveTheChosenColumns() throws IOException {
    assertTrue(
        site.get(path + "/auswahl.csv?spalten=1,2").body().startsWith("Nr,Art\r\n1,Linde\r"));
    var json = new ObjectMapper().readTree(site.get(path + "/auswahl.json?spalten=2&f1=7").body());
    assertEquals("[{\"Art\":\"Linde\"}]", json.toString());
    var places =
        new ObjectMapper().readTree(site.get(path + "/auswahl.geojson?spalten=1&f1=7").body());
    var feature = places.path("features").path(0);
    assertEquals("{\"Nr\":7}", feature.path("properties").toString());
    assertEquals("Point", feature.path("geometry").path("type").asText());
    var twin = new ObjectMapper().readTree(site.get(path + ".json?spalten=2,3").body());
    assertEquals(2, twin.path("columns").size());
    assertEquals(2, twin.path("records").path(0).size());
  }

  @Test
  void fiveHundredRowsArePrintedAndThatThereAreMoreIsSaid() {
    var page = site.page(path + "?druck=ja&seite=3");

    assertEquals(500, page.select("table.sheet tbody tr").size());
    assertTrue(page.select(".note").text().contains("die ersten 500 von 600 Zeilen"));
    assertEquals("noindex, follow", page.select("meta[name=robots]").attr("content"));
    assertEquals(0, page.select("nav.pages").size());
    assertTrue(page.select("table.sheet tfoot").text().contains("Datensatz 1"));
    assertEquals(path, page.select("a:contains(Druckansicht schließen)").attr("href"));
    assertEquals(500, rows("?druck=ja&sort=1&richtung=ab"));
    assertEquals(200, rows("?druck=ja&f1=1..200"));
  }

  private static int rows(String query) {
    return site.page(path + query).select("table.sheet tbody tr").size();
  }

  @Test
  void theTableLeadsToThePrintViewOfTheSameRows() {
    var page = site.page(path + "?f1=1..60&seite=2&zeile=3");

    assertEquals(path + "?f1=1..60&druck=ja", page.select("a:contains(Druckansicht)").attr("href"));
  }

  @Test
  void aWideTableStaysWithinItsBudget() throws IOException {
    assertNodes("breit.csv", 400, "ein Wort,".repeat(399) + 1);
  }

  @Test
  void aTableFullOfLinksStaysWithinItsBudget() throws IOException {
    var link = "https://stadt.example/baum";
    assertNodes("einige.csv", 24, (link + ",wort,3,").repeat(7) + link + ",wort,3");
    var page = assertNodes("alle.csv", 24, (link + ",").repeat(23) + link);

    assertEquals(50, page.select("table.sheet tbody td:first-child a").size());
  }

  /** What stands on the page of a table with so many columns and many such rows. */
  private static Document assertNodes(String name, int columns, String row) throws IOException {
    var heads = IntStream.rangeClosed(1, columns).mapToObj(i -> "s" + i);
    var csv = heads.collect(Collectors.joining(",")) + ("\n" + row).repeat(60);
    var page = Jsoup.parse(site.get(site.publish(name, csv)).body());
    assertEquals(50, page.select("table.sheet tbody tr").size());
    var nodes = page.getAllElements().size();
    assertTrue(nodes <= 2_500, nodes + " elements");
    return page;
  }
}
