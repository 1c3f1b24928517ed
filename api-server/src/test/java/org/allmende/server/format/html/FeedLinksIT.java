package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.allmende.server.TestSite;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedLinksIT {

  private static final String FEEDS = "link[rel=alternate][type=application/atom+xml]";
  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = ThemedSite.in(folder).with("report", "Haushaltsbericht", "econ").site();
  }

  private static Document page(String path) {
    return Jsoup.parse(site.get(path).body());
  }

  private static List<String> feedsInTheHeadOf(String path) {
    return page(path).select("head " + FEEDS).eachAttr("href");
  }

  private static List<String> titlesIn(String feed) {
    var answer = site.get(feed);
    assertEquals(200, answer.statusCode());
    return Jsoup.parse(answer.body(), Parser.xmlParser()).select("entry > title").eachText();
  }

  @Test
  void everyPageNamesTheCatalogsFeedInItsHeadAndAtItsFoot() {
    for (var path : List.of("/", "/en", "/suche", "/themen", "/en/dataset/haushaltsplan")) {
      var page = page(path);
      assertEquals(
          List.of("/feeds/dataset.atom"), page.select("head " + FEEDS).eachAttr("href"), path);
      assertEquals(1, page.select("footer a[href=/feeds/dataset.atom]").size(), path);
    }
  }

  @Test
  void anErrorHasNoFeedInItsHead() {
    var page = Jsoup.parse(site.get("/thema/gibtesnicht", "Accept", "text/html").body());
    assertFalse(page.select("h1").isEmpty());
    assertTrue(page.select("head " + FEEDS).isEmpty());
  }

  @Test
  void aThemeNamesItsOwnFeedFirst() {
    assertEquals(
        List.of("/feeds/group/econ.atom", "/feeds/dataset.atom"), feedsInTheHeadOf("/thema/econ"));
    assertEquals(
        List.of("Neues aus: Wirtschaft und Finanzen (Atom)", "Neues im Katalog (Atom)"),
        page("/thema/econ").select("head " + FEEDS).eachAttr("title"));
    assertEquals(1, page("/thema/econ").select("main a[href=/feeds/group/econ.atom]").size());
  }

  @Test
  void theFeedOfASearchHasWhatThePageFinds() {
    for (var query :
        List.of(
            "q=Haushaltsplan",
            "thema=econ",
            "thema=econ&format=CSV",
            "q=Haushaltsplan&thema=envi")) {
      var feed = feedsInTheHeadOf("/suche?" + query).getFirst();
      assertTrue(feed.startsWith("/feeds/custom.atom?"), feed);
      assertEquals(
          page("/suche?" + query).select(".hit h3").eachText().stream().sorted().toList(),
          titlesIn(feed).stream().sorted().toList(),
          feed);
    }
  }

  @Test
  void aSearchThatNoFeedCanSayHasTheCatalogsAlone() {
    for (var query : List.of("q=a%3Ab", "thema=econ&thema=envi", "lizenz=frei", "bis=2020")) {
      assertEquals(List.of("/feeds/dataset.atom"), feedsInTheHeadOf("/suche?" + query), query);
    }
  }
}
