package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.allmende.server.TestSite;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page in every state ({@code web-ui.md} 6, 13). */
class PageRulesIT {

  @TempDir static Path folder;
  private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    for (var i = 0; i < 45; i++) {
      site.publish(
          "d" + i,
          "Datensatz %02d".formatted(i),
          "<https://other.example/d%1$d> dcat:keyword \"Wort%2$d\"@de ; dcat:theme <http://publications.europa.eu/resource/authority/data-theme/TRAN> ."
              .formatted(i, i % 15));
    }
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static Document page(String path) {
    return Jsoup.parse(site.get(path, "Accept", "text/html").body(), site.root());
  }

  private static final String START = "/";

  @ParameterizedTest
  @ValueSource(
      strings = {
        START,
        "/en",
        "/suche",
        "/en/search",
        "/suche?q=datensatz&thema=tran&format=CSV&seite=2",
        "/suche?q=gibtesnicht&format=CSV",
        "/suche?seite=99",
        "/datensatz/datensatz-00",
        "/en/dataset/datensatz-00",
        "/datensatz/datensatz-00/datei/1-tabelle",
        "/en/dataset/datensatz-00/file/1-tabelle",
        "/themen",
        "/en/themes",
        "/thema/tran",
        "/herausgeber",
        "/en/publishers",
        "/orte",
        "/ort/13076060",
        "/en/place/13",
        "/hilfe",
        "/en/help",
        "/entwickler",
        "/en/developers",
        "/status",
        "/en/status",
        "/qualitaet",
        "/en/quality",
        "/impressum",
        "/en/imprint",
        "/datenschutz",
        "/barrierefreiheit",
        "/en/accessibility",
        "/leichte-sprache",
        "/en/easy-language",
        "/gebaerdensprache",
        "/kontakt",
        "/lizenzen",
        "/en/licenses",
        "/datensatz/datensatz-00/qualitaet",
        "/en/dataset/datensatz-00/quality",
        "/gibt/es/nicht",
        "/en/not-there",
        "/suche?seite=x"
      })
  void holdsForEveryPage(String path) {
    var page = page(path);
    var isEnglish = path.equals("/en") || path.startsWith("/en/");
    assertEquals(isEnglish ? "en" : "de", page.select("html").attr("lang"));
    assertEquals(1, page.select("h1").size(), "one h1");
    assertEquals(1, page.select("main#inhalt").size(), "one main");
    assertFalse(page.title().isBlank());
    assertHeadingsWithoutGaps(page);
    assertUniqueIds(page);
    assertNothingInline(page);
    assertLabels(page);
    assertOwnAssetsOnly(page);
  }

  private static void assertHeadingsWithoutGaps(Document page) {
    var level = 0;
    for (var heading : page.select("h1, h2, h3, h4, h5, h6")) {
      var own = heading.tagName().charAt(1) - '0';
      assertTrue(own <= level + 1, "a heading skips a level: " + heading);
      level = own;
    }
  }

  private static void assertUniqueIds(Document page) {
    var seen = new HashSet<String>();
    page.select("[id]").forEach(e -> assertTrue(seen.add(e.id()), "twice: " + e.id()));
    page.select("[aria-labelledby]")
        .forEach(e -> assertTrue(seen.contains(e.attr("aria-labelledby")), e.outerHtml()));
    page.select("label[for]").forEach(e -> assertTrue(seen.contains(e.attr("for")), e.text()));
  }

  private static void assertNothingInline(Document page) {
    assertEquals(
        List.of(),
        page.select("script:not([type=application/ld+json]), style, [style]").eachText());
    page.getAllElements()
        .forEach(
            e ->
                e.attributes()
                    .forEach(a -> assertFalse(a.getKey().startsWith("on"), e.outerHtml())));
  }

  private static void assertLabels(Document page) {
    for (var field : page.select("input:not([type=hidden]), select, textarea")) {
      assertEquals(1, page.select("label[for=" + field.id() + "]").size(), field.outerHtml());
    }
    page.select("a[href]").forEach(a -> assertFalse(a.text().isBlank(), a.outerHtml()));
    page.select("button").forEach(b -> assertFalse(b.text().isBlank(), b.outerHtml()));
  }

  private static void assertOwnAssetsOnly(Document page) {
    for (var asset : page.select("link[rel=stylesheet], link[rel=icon], img[src]")) {
      var address = asset.hasAttr("href") ? asset.attr("href") : asset.attr("src");
      assertTrue(address.startsWith("/static/"), address);
      assertEquals(200, site.get(address).statusCode(), address);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {START, "/en", "/suche?format=CSV", "/datensatz/datensatz-00", "/nichts"})
  void everyLinkToOurPagesLeadsSomewhere(String path) {
    var dead = new ArrayList<String>();
    for (var link : page(path).select("a[href^=/], link[href^=/]")) {
      var address = link.attr("href");
      // answered by the routes of RDF, which this site has not
      var isElsewhere =
          address.matches(
              "/(catalog\\.|sparql|entwickler/sparql|en/developers/sparql|dataset/[^.]+\\.(ttl|jsonld|rdf)).*");
      if (!isElsewhere && site.get(address, "Accept", "*/*").statusCode() != 200) {
        dead.add(address);
      }
    }
    assertEquals(List.of(), dead);
  }
}
