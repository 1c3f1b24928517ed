package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts of tables ({@code web-ui.md} 8), on their page, by themselves, and for machines. */
class ChartIT {

  private static final String PEOPLE =
      """
      Jahr;Ortsteil;Einwohner;Fläche in ha
      2019;Mitte;1200;50
      2020;Mitte;1250;50
      2021;Mitte;;50
      2022;Mitte;1300;50
      2019;Süd;400;80
      2020;Süd;410;80
      2022;Süd;430;80
      """;
  private static final String TREES =
      """
      Nr;Baumart;Höhe in m;Gepflanzt
      1;Linde;12,5;3.8.1999
      2;Eiche;9;12.11.1980
      3;Ahorn;10,25;1.1.2001
      4;<b>Linde</b>;2;
      5;Linde;3;24.12.2020
      6;Linde;;24.12.2020
      7;Eiche;-1,5;24.12.2020
      8;<b>Linde</b>;4;1.5.2020
      """;

  @TempDir static Path folder;
  @AutoClose private static FileSite site;
  private static String people = "";
  private static String trees = "";

  @BeforeAll
  static void open() throws IOException {
    site = FileSite.in(folder);
    people = site.publish("einwohner.csv", PEOPLE);
    trees = site.publish("baeume.csv", TREES);
  }

  private static Document chart(String path, String query) {
    return site.page(path + "?ansicht=diagramm" + query);
  }

  private static JsonNode twin(String path, String query) throws IOException {
    site.page(path);
    var json = site.site().get(path + ".json?ansicht=diagramm" + query).body();
    return new ObjectMapper().readTree(json).path("chart");
  }

  @Test
  void aSeriesIsDrawnAlongTimeWithoutAnyChoice() throws IOException {
    var page = chart(people, "");

    assertEquals("Diagramm", page.select(".views [aria-current=page]").text());
    assertEquals(1, page.select("svg.chart[role=img] path.l1").size());
    var sentence = page.select("#diagramm-satz").text();
    assertTrue(
        sentence.startsWith("Die Linie zeigt den Mittelwert von „Einwohner“ nach „Jahr“ von 2019"),
        sentence);
    assertTrue(page.select("svg text").eachText().contains("Mittelwert: Einwohner"));
    assertEquals(
        "[\"2019\",\"2020\",\"2021\",\"2022\"]", twin(people, "").path("places").toString());
  }

  @Test
  void otherSitesShowAChartWithItsSource() {
    var codes =
        chart(trees, "&achse=2").select("section[aria-labelledby=einbetten] code").eachText();
    var frame = Jsoup.parse(codes.get(0)).select("iframe").attr("src");
    var picture = Jsoup.parse(codes.get(1)).select("a > img");

    var small = Jsoup.parse(site.site().get(local(frame)).body());
    assertEquals(4, small.select("svg.chart rect.s1").size());
    assertEquals("Linde 3", small.select("details table tbody tr").get(0).text());
    assertFalse(small.select(".origin a[rel~=license]").isEmpty());
    assertTrue(small.select("h1 a").attr("href").endsWith("?ansicht=diagramm&achse=2"));
    assertTrue(picture.attr("src").contains("diagramm.svg?achse=2"), picture.outerHtml());
    assertEquals(200, site.site().get(local(picture.attr("src"))).statusCode());
  }

  private static String local(String address) {
    return address.replaceFirst("^https?://[^/]+", "");
  }

  @Test
  void whereNumbersAreMissingTheLineIsBroken() throws IOException {
    var json = twin(people, "&achse=1&wert=3&gruppe=2");

    assertEquals(
        "[1200.0,1250.0,null,1300.0]", json.path("series").path(0).path("values").toString());
    var line = chart(people, "&achse=1&wert=3&gruppe=2").select("path.l1").attr("d");
    assertEquals(2, line.chars().filter(c -> c == 'M').count(), line);
  }

  @Test
  void everySeriesHasItsColorItsDashesAndItsShapes() {
    var page = chart(people, "&achse=1&wert=3&gruppe=2");

    // each once in the drawing and once in the legend
    assertEquals(2, page.select("path.l1").size());
    assertEquals(2, page.select("path.l2").size());
    assertFalse(
        page.select("path.l1")
            .attr("stroke-dasharray")
            .equals(page.select("path.l2").attr("stroke-dasharray")));
    assertTrue(page.select("svg text").eachText().contains("Süd"));
  }

  @Test
  void sumsAreDrawnWhereSomebodyWantsThem() throws IOException {
    var json = twin(people, "&achse=1&wert=3&rechnung=summe");

    assertEquals("sum", json.path("number").asText());
    assertEquals(
        "[1600.0,1660.0,null,1730.0]", json.path("series").path(0).path("values").toString());
  }

  @Test
  void categoriesAreBarsFromZeroTheLargestFirst() throws IOException {
    var page = chart(trees, "&achse=2");

    assertEquals(4, page.select("rect.s1").size());
    assertEquals(1, page.select("path.zero").size());
    assertEquals("Linde: 3", page.select("rect.s1 title").get(0).text());
    assertEquals(0, page.select("svg b").size());
    assertTrue(page.select("details table tbody tr").get(0).text().equals("Linde 3"));
  }

  @Test
  void negativeNumbersGoToTheOtherSideOfZero() {
    var page = chart(trees, "&achse=2&wert=3&rechnung=summe");

    assertEquals(4, page.select("rect.s1").size());
    assertTrue(page.select("#diagramm-satz").text().contains("15,5 m"), page.text());
  }

  @Test
  void numbersAreCountedInRanges() throws IOException {
    var page = chart(trees, "&achse=3");

    assertTrue(page.select("rect.s1").size() > 5);
    assertTrue(page.select(".note").text().contains("In 1 Zeile fehlt die Angabe „Höhe in m“"));
    var counted = 0;
    for (var rows : twin(trees, "&achse=3").path("series").path(0).path("values")) {
      counted += rows.asInt();
    }
    assertEquals(7, counted);
  }

  @Test
  void daysAreCountedByYearsAndYearsWithoutAnyAreZero() throws IOException {
    var json = twin(trees, "&achse=4");

    assertEquals("1980", json.path("places").path(0).asText());
    assertEquals(41, json.path("places").size());
    assertEquals(0, json.path("series").path(0).path("values").path(1).asInt());
  }

  @Test
  void theChartFollowsTheFilters() throws IOException {
    assertEquals(1, chart(trees, "&achse=2&f2=eiche").select("rect.s1").size());
    assertTrue(chart(trees, "&achse=2&f2=eiche").select(".result").text().contains("2 von 8"));
    assertTrue(twin(trees, "&achse=2&f2=gibtesnicht").isNull());
    assertTrue(
        chart(trees, "&achse=2&f2=gibtesnicht").select(".note").text().contains("kein Diagramm"));
  }

  @Test
  void thePictureByItselfIsWellFormedAndSaysWhereItIsFrom() throws Exception {
    var address = chart(trees, "&achse=2").select("a[href*=diagramm.svg]").attr("href");
    assertEquals(trees + "/diagramm.svg?achse=2", address);
    var answer = site.site().get(address);

    assertEquals(
        "image/svg+xml;charset=utf-8", answer.headers().firstValue("Content-Type").orElse(""));
    assertTrue(
        answer.headers().firstValue("Content-Security-Policy").orElse("").contains("sandbox"));
    var svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
    var text = svg.getDocumentElement().getTextContent();
    assertTrue(text.contains("Stadt Anderswo"), text);
    assertTrue(text.contains("dl-by-de") || text.contains("Datenlizenz"), text);
    assertTrue(text.contains("Datei – Datensatz 2"), text);
    assertEquals(404, site.site().get(address + "&f2=gibtesnicht").statusCode());
  }

  @Test
  void whatCannotBeDrawnIsSaidAndNeverAnError() {
    assertEquals(200, site.site().get(trees + "?ansicht=diagramm&achse=9999").statusCode());
    assertEquals(200, site.site().get(trees + "?ansicht=diagramm&wert=77&gruppe=2").statusCode());
    assertEquals(400, site.site().get(trees + "?ansicht=diagramm&wert=x").statusCode());
    assertEquals(400, site.site().get(trees + "?ansicht=diagramm&achse=-1").statusCode());
  }

  @Test
  void inEnglishNumbersAndAddressesAreEnglish() {
    var english = trees.replace("/datensatz/", "/en/dataset/").replace("/datei/", "/file/");
    var page = site.page(english + "?ansicht=diagramm&achse=2&wert=3");

    assertTrue(page.select("#diagramm-satz").text().contains("The bars show the mean"));
    assertEquals(
        english + "/chart.svg?achse=2&wert=3", page.select("a[href*=chart.svg]").attr("href"));
  }
}
