package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.allmende.server.TestSite;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is around the content of every page ({@code web-ui.md} 6). */
class FrameIT {
  private static final List<String> PAGES =
      List.of("/", "/suche", "/datensatz/baeume", "/themen", "/hilfe", "/lizenzen", "/nirgends");

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    site.publish("trees", "Bäume", "");
  }

  private static Document page(String path) {
    return Jsoup.parse(site.get(path, "Accept", "text/html").body());
  }

  @Test
  void theTitleNamesPageAreaAndSite() {
    var site = page("/").title();
    Map.of(
            "/datensatz/baeume", "Bäume – Daten – ",
            "/en/dataset/baeume", "Bäume – Data – ",
            "/themen", "Themen – ",
            "/nirgends", "Fehler: Diese Seite gibt es nicht – ")
        .forEach((path, title) -> assertEquals(title + site, page(path).title(), path));
  }

  @Test
  void thePartsOfAPageStandInTheirOrder() {
    var body = page("/datensatz/baeume").body();
    var parts = body.select("> .skip, > header, > div > .crumbs, > main, > aside, > footer");
    assertEquals(
        List.of("a", "header", "nav", "main", "aside", "footer"),
        parts.stream().map(Element::tagName).toList());
  }

  @Test
  void helpStandsInTheSamePlaceOnEveryPage() {
    for (var path : PAGES) {
      var help = page(path).select("body > main + aside a");
      assertEquals(List.of("/hilfe"), help.eachAttr("href"), path);
    }
  }

  @Test
  void theFootTellsTheStateOfTheDataAndTheProgram() {
    for (var path : PAGES) {
      var about = page(path).select("footer .about");
      assertEquals(1, about.select("time[datetime]").size(), path);
      assertTrue(about.text().contains("Allmende"), about.text());
    }
  }

  @Test
  void theStyleSheetIsAsSmallAsPromised() {
    var address = page("/").expectFirst("link[rel=stylesheet]").attr("href");
    var css = site.get(address).body().getBytes(StandardCharsets.UTF_8);
    assertTrue(css.length > 1_000 && css.length <= 25_000, css.length + " bytes");
  }
}
