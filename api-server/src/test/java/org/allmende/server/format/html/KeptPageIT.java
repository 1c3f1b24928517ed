package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.allmende.server.TestSite;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that is kept never says what is no longer so. */
class KeptPageIT {

  private static final String PATH = "/datensatz/baeume";

  @TempDir private Path folder;
  @AutoClose private TestSite site;

  @BeforeEach
  void open() {
    site = TestSite.in(folder);
    site.publish("trees", "Bäume", keyword("trees"));
  }

  private static String keyword(String local) {
    return "<https://other.example/%s> dcat:keyword \"Linde\"@de .".formatted(local);
  }

  private Document page() {
    return Jsoup.parse(site.get(PATH).body());
  }

  private String tag(String... headers) {
    return site.get(PATH, headers).headers().firstValue("ETag").orElseThrow();
  }

  @Test
  void theSameIsSentAgainWithTheSameTagAndHeader() {
    var first = site.get(PATH);
    var second = site.get(PATH);
    assertEquals(first.body(), second.body());
    assertEquals(first.headers().firstValue("ETag"), second.headers().firstValue("ETag"));
    assertEquals(first.headers().firstValue("Link"), second.headers().firstValue("Link"));
    assertEquals(
        first.headers().firstValue("Content-Security-Policy"),
        second.headers().firstValue("Content-Security-Policy"));
    assertEquals(304, site.get(PATH, "If-None-Match", tag()).statusCode());
  }

  @Test
  void anotherRevisionIsAnotherPageAtOnce() {
    var before = tag();
    site.publish(
        "trees",
        "Bäume",
        keyword("trees") + " <https://other.example/trees> dct:description \"Neu.\"@de .");
    assertNotEquals(before, tag());
    assertEquals("Neu.", page().select(".lead").text());
  }

  @Test
  void whatIsWithdrawnIsGoneAtOnce() {
    page();
    site.withdraw(site.catalog().find("baeume").orElseThrow());
    assertEquals(410, site.get(PATH).statusCode());
  }

  @Test
  void lightAndDarkAndEachLanguageArePagesOfTheirOwn() {
    assertNotEquals(tag(), tag("Cookie", "darstellung=dunkel"));
    assertEquals(
        "dunkel",
        Jsoup.parse(site.get(PATH, "Cookie", "darstellung=dunkel").body())
            .select("html")
            .attr("data-theme"));
    assertEquals(
        "en", Jsoup.parse(site.get("/en/dataset/baeume").body()).select("html").attr("lang"));
  }

  @Test
  void whatItSaysOfOthersIsAMinuteBehindAtMost() {
    assertEquals(0, page().select("#aehnlich").size());
    site.publish("parks", "Parks", keyword("parks"));
    site.setTime("2026-03-01T10:01:01Z");
    assertTrue(page().select("section[aria-labelledby=aehnlich]").text().contains("Parks"));
  }

  @Test
  void aSearchAskedAgainFindsWhatCameBetween() {
    var asked = "/suche?q=Linde";
    var first = site.get(asked);
    assertEquals(first.body(), site.get(asked).body());
    assertEquals(
        first.headers().firstValue("Content-Security-Policy"),
        site.get(asked).headers().firstValue("Content-Security-Policy"));
    site.publish("avenue", "Lindenallee", keyword("avenue"));
    assertTrue(site.get(asked).body().contains("Lindenallee"));
    assertNotEquals(first.body(), site.get("/en/search?q=Linde").body());
  }
}
