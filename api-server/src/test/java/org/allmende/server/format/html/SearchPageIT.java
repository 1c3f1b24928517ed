package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.allmende.server.TestSite;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchPageIT {

  @TempDir static Path folder;
  private static TestSite site;

  @BeforeAll
  static void fill() {
    var themed = ThemedSite.in(folder);
    for (var i = 0; i < 24; i++) {
      themed.with("d" + i, "Verkehrszählung %02d".formatted(i), "tran");
    }
    site = themed.site();
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static Document page(String path) {
    return Jsoup.parse(site.get(path).body());
  }

  @Test
  void marksTheWordsFound() {
    var hits = page("/suche?q=Haushaltsplan").select(".hit");
    assertEquals(1, hits.size());
    assertEquals("Haushaltsplan", hits.select("h3 mark").text());
    assertEquals("/datensatz/haushaltsplan", hits.select("h3 a").attr("href"));
  }

  @Test
  void saysWhoPublishesInWhichFormatAndWhatIsAllowed() {
    var hit = page("/suche?q=Haushaltsplan").select(".hit .meta").text();
    assertTrue(hit.contains("Stadt Anderswo"), hit);
    assertTrue(hit.contains("CSV"), hit);
    assertTrue(hit.contains("Frei mit Namensnennung"), hit);
  }

  @Test
  void aFacetsOwnChoiceDoesNotNarrowItsCounts() {
    var page = page("/suche?thema=econ");
    assertEquals("1 Datensatz", page.select("#treffer").text());
    assertEquals(
        List.of("24", "1", "1"), page.select("input[name=thema] + label .count").eachText());
    assertEquals(1, page.select("input[name=thema][checked]").size());
    assertEquals("1", page.select("input[name=format] + label .count").text());
  }

  @Test
  void aChipRemovesItsFilterAlone() {
    var chips = page("/suche?q=plan&thema=econ&format=CSV").select(".chips a");
    assertEquals("Filter Thema Wirtschaft und Finanzen entfernen ×", chips.get(0).text());
    assertEquals("/suche?q=plan&format=CSV", chips.get(0).attr("href"));
    assertEquals("/suche?q=plan", chips.get(2).attr("href"));
  }

  @Test
  void narrowsByWhatTheLicenseAllows() {
    assertEquals("26 Datensätze", page("/suche?lizenz=nennung").select("#treffer").text());
    assertEquals("0 Datensätze", page("/suche?lizenz=frei").select("#treffer").text());
  }

  @Test
  void twentyHitsStandOnAPage() {
    var first = page("/suche");
    assertEquals(20, first.select(".hit").size());
    assertEquals("/suche?seite=2", first.select("a[rel=next]").attr("href"));
    var second = page("/suche?seite=2");
    assertEquals(6, second.select(".hit").size());
    assertEquals("/suche", second.select("a[rel=prev]").attr("href"));
    assertEquals("Seite 2", second.select("[aria-current=page]").text());
  }

  @Test
  void anEmptyPageSaysWhatLeavingAFilterAwayWouldFind() {
    var empty = page("/suche?q=Haushaltsplan&thema=tran").select(".empty").text();
    assertTrue(
        empty.contains("Ohne Thema Verkehr suchen : 1 Datensatz")
            || empty.contains("Ohne Thema Verkehr suchen: 1 Datensatz"),
        empty);
  }

  @Test
  void wordsAreNeverReadAsMarkup() {
    var page = page("/suche?q=%3Cscript%3Ealert(1)%3C/script%3E");
    assertEquals(0, page.select("script:not([src])").size());
    assertEquals("<script>alert(1)</script>", page.select("#q").val());
  }

  @Test
  void equalChoicesHaveOneCanonicalAddress() {
    assertEquals(
        "https://daten.example/suche?q=plan&thema=econ&thema=tran",
        page("/suche?thema=tran&unbekannt=1&thema=econ&q=plan&seite=1")
            .select("link[rel=canonical]")
            .attr("href"));
  }

  @Test
  void theMachineTwinHasTheSameHits() {
    var twin = TestSite.json(site.get("/suche.json?q=Haushaltsplan&farbe=rot").body());
    assertEquals(1, twin.get("count").asInt());
    assertEquals("haushaltsplan", twin.at("/results/0/name").asText());
    assertEquals("farbe", twin.at("/ignored_parameters/0").asText());
    assertEquals(1, twin.at("/facets/groups/econ").asInt());
  }

  @Test
  void anUnchangedPageIsNotSentAgain() {
    var tag = site.get("/suche").headers().firstValue("ETag").orElseThrow();
    assertEquals(304, site.get("/suche", "If-None-Match", tag).statusCode());
  }

  @Test
  void ckansSearchAddressLeadsHere() {
    var answer = site.get("/dataset?q=baum&groups=envi&res_format=CSV");
    assertEquals(301, answer.statusCode());
    assertEquals(
        "/suche?q=baum&thema=envi&format=CSV", answer.headers().firstValue("Location").orElse(""));
  }
}
