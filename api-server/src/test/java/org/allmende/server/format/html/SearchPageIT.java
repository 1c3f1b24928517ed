package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.allmende.server.TestSite;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchPageIT {

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    var themed = ThemedSite.in(folder);
    for (var i = 0; i < 24; i++) {
      themed.with("d" + i, "Verkehrszählung %02d".formatted(i), "tran");
    }
    site = themed.site();
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

  @Test
  void anAddressThatEndsInASlashLeadsToTheOneThatDoesNot() {
    for (var path : List.of("/suche/?q=a%20b", "/themen/", "/en/search/", "/kontakt/")) {
      var moved = site.get(path, "Accept", "text/html");
      assertEquals(301, moved.statusCode(), path);
      assertEquals(
          path.replaceFirst("/(\\?|$)", "$1"),
          moved.headers().firstValue("Location").orElseThrow());
    }
    assertEquals(200, site.get("/", "Accept", "text/html").statusCode());
  }

  @Test
  void whatNobodyCanTypeIsTakenForASpace() {
    var page = site.get("/suche?q=a%00b&thema=%01&format=C%07SV", "Accept", "text/html").body();

    assertTrue(page.chars().noneMatch(c -> c == 0 || c == 1 || c == 7));
    assertTrue(page.contains("/suche?q=a+b&amp;format=C+SV"), page);
  }

  @Test
  void theChipOfAPlaceNamesTheCircleAndTakesItAlong() {
    var chips = page("/suche?ort=Hagenow&umkreis=25&mehr=zzz").select(".chips a");

    assertEquals(
        "Filter Ort Hagenow, Umkreis 25 km entfernen ×",
        chips.eachText().getFirst().replace('\u00a0', ' '));
    assertEquals("/suche", chips.eachAttr("href").getFirst());
  }

  @Test
  void theFieldForAPlaceStandsInTheOrderOfTheFacets() {
    var order = page("/suche").select(".facets > *").eachText();
    var place = order.indexOf(order.stream().filter(t -> t.startsWith("Ort")).findFirst().get());
    assertTrue(order.get(place - 1).startsWith("Thema"), order.toString());
    assertTrue(order.get(place + 1).startsWith("Herausgeber"), order.toString());
  }
}
