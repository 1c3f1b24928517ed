package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.server.TestSite;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start page (web-ui.md 7.1), and what the page of the state takes from the same figures. */
class StartPageIT {
  @TempDir private Path folder;

  private static Document page(TestSite site, String path) {
    return Jsoup.parse(site.get(path, "Accept", "text/html").body());
  }

  private static String reading(String program, TestSite site, String path) {
    return site.get(path, "User-Agent", program).body();
  }

  @Test
  void wordsThatManySearchForAreOfferedWhileTheyFindSomething() throws IOException {
    Files.createDirectories(folder.resolve("statistics"));
    Files.writeString(
        folder.resolve("statistics/words.tsv"), "bäume\t12\nmondlandung\t40\nwasser\t30\n");
    try (var site = TestSite.in(folder)) {
      site.publish("trees", "Bäume", "");
      site.publish("water", "Wasser", "");

      var words = page(site, "/").select("[aria-labelledby=haeufig] a");
      assertEquals(List.of("wasser", "bäume"), words.eachText());
      assertEquals("/suche?q=wasser", words.eachAttr("href").getFirst());
    }
  }

  @Test
  void withoutFrequentWordsNothingIsSaidAboutThem() {
    try (var site = TestSite.in(folder)) {
      site.publish("trees", "Bäume", "");

      assertTrue(page(site, "/").select("#haeufig").isEmpty());
    }
  }

  @Test
  void whatIsNewAndWhatChangedStandApart() {
    try (var site = TestSite.in(folder)) {
      for (var number = 0; number < 7; number++) {
        publish(site, number, "2026-03-0" + (number + 1) + "T10:00:00Z", "");
      }
      publish(
          site, 0, "2026-03-20T10:00:00Z", "<https://other.example/d0> dcat:keyword \"neu\"@de .");

      var page = page(site, "/");
      assertEquals(5, page.select("[aria-labelledby=neu] .hit").size());
      assertEquals(
          List.of("Nummer 0", "Nummer 1"),
          page.select("[aria-labelledby=geaendert] h3").eachText());
    }
  }

  private static void publish(TestSite site, int number, String time, String more) {
    site.setTime(time);
    var local = "d" + number;
    var record = CatalogRecord.harvested("test", local, Instant.parse(time));
    site.publish(local, "Nummer " + number, more, record);
  }

  @Test
  void figuresCountDatasetsFilesAndPublishers() {
    try (var site = TestSite.in(folder)) {
      site.publish("trees", "Bäume", "");
      site.publish(
          "water",
          "Wasser",
          """
          <https://other.example/water> dcat:distribution <https://other.example/water/pdf> .
          <https://other.example/water/pdf> a dcat:Distribution ;
            dcat:accessURL <https://other.example/water.pdf> .
          """);

      assertEquals("2 Datensätze 3 Dateien und Dienste 1 Herausgeber", figures(page(site, "/")));
    }
  }

  private static String figures(Document page) {
    return String.join(
        " ",
        page.select(".numbers > div").stream()
            .map(div -> div.select("dd").text() + " " + div.select("dt").text())
            .toList());
  }

  @Test
  void whoReadTheWholeCatalogIsNamedWithTheDay() {
    try (var site = TestSite.in(folder)) {
      site.publish("trees", "Bäume", "");
      assertTrue(page(site, "/status").text().contains("Noch hat kein bekanntes Portal"));
      reading("curl/8.0", site, "/catalog.ttl");
      reading("python-requests/2.31.0", site, "/catalog.ttl?page=2");
      reading("python-requests/2.31.0", site, "/catalog.ttl?q=baum");
      assertTrue(page(site, "/status").text().contains("Noch hat kein bekanntes Portal"));

      reading("python-requests/2.31.0", site, "/catalog.ttl");
      assertTrue(
          page(site, "/status")
              .text()
              .contains("CKAN (python-requests): 1. März 2026, 1 Datensatz"));
      assertTrue(
          figures(page(site, "/"))
              .endsWith("1. März 2026 Zuletzt ganz gelesen von CKAN (python-requests)"));
      var machine = page(site, "/").select(".numbers");
      assertEquals("1", machine.select("data").getFirst().attr("value"));
      assertEquals("2026-03-01", machine.select("time").attr("datetime"));
      var json = TestSite.json(site.get("/status.json").body());
      assertEquals(1, json.path("harvesters").path(0).path("datasets").asInt());
    }
  }

  @Test
  void theTownTellsAStoryInMarkdownThatCannotHarm() {
    var story = LocalizedText.of("de", "## Neu\n\nDie **Bäume** <script>x</script>");
    try (var site = TestSite.saying(folder, Map.of("story", story))) {
      var section = page(site, "/").expectFirst("[aria-labelledby=aktuelles]");
      assertEquals("Neu", section.expectFirst("h3").text());
      assertEquals("Bäume", section.expectFirst("strong").text());
      assertTrue(section.select("script").isEmpty());
      assertEquals("de", page(site, "/en").expectFirst(".prose").attr("lang"));
    }
  }

  @Test
  void plannedMaintenanceStandsOnThePageOfTheState() {
    var planned = LocalizedText.of("de", "Am 3. Mai ab 20 Uhr.");
    try (var site = TestSite.saying(folder, Map.of("maintenance", planned))) {
      assertTrue(page(site, "/status").text().contains("Geplante Wartung Am 3. Mai ab 20 Uhr."));
      assertEquals(
          "Am 3. Mai ab 20 Uhr.",
          TestSite.json(site.get("/status.json").body()).path("maintenance").asText());
    }
  }

  @Test
  void anEmptyCatalogIsFriendlyAndOffersNoFigures() {
    try (var site = TestSite.in(folder)) {
      var page = page(site, "/");
      assertTrue(page.select("main").text().contains("Schauen Sie bald wieder vorbei."));
      assertTrue(page.select(".numbers").isEmpty());
      assertFalse(page.select("main a[href=/hilfe]").isEmpty());
    }
  }
}
