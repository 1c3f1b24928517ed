package org.allmende.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.allmende.server.SampleTown;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page in every state ({@code web-ui.md} 4, 6, 13); no browser needed. */
class PageRulesIT {

  @TempDir static Path folder;
  @AutoClose private static SampleTown town;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    town = SampleTown.serve(folder);
  }

  private static Document page(String path) {
    return Jsoup.parse(town.get(path, "Accept", "text/html").body(), town.url());
  }

  static Stream<String> pages() {
    return Stream.concat(SitePages.all(), SitePages.files(town));
  }

  static Stream<String> complete() {
    return Stream.concat(SitePages.COMPLETE.stream(), SitePages.files(town))
        .filter(path -> !SitePages.isEmbedded(path));
  }

  @ParameterizedTest
  @MethodSource("complete")
  void everyPageHasOneAddressInEachLanguage(String path) {
    var page = page(path);
    var canonical = page.select("link[rel=canonical]").attr("abs:href");
    assertTrue(canonical.startsWith(town.url()), canonical);
    assertEquals(canonical, page.select("meta[property=og:url]").attr("content"));
    var own = page.select("html").attr("lang");
    for (var language : List.of("de", "en")) {
      var there = page.select("head link[hreflang=" + language + "]").attr("abs:href");
      if (language.equals(own)) {
        assertEquals(canonical, there);
      } else {
        var other = page(there.substring(town.url().length()));
        assertEquals(language, other.select("html").attr("lang"), there);
        assertEquals(
            canonical, other.select("head link[hreflang=" + own + "]").attr("abs:href"), there);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("complete")
  void everyTwinIsNamedInTheHeadAndOnThePageAndAnswersAsWhatItIs(String path) {
    var page = page(path);
    for (var link : page.select("footer .forms a")) {
      var twin = page.select("head link[rel=alternate][href='" + link.attr("href") + "']");
      assertEquals(1, twin.size(), link.outerHtml());
      var answer = town.get(link.attr("href"));
      assertEquals(200, answer.statusCode(), link.outerHtml());
      var type = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
      assertEquals(twin.attr("type"), type, link.outerHtml());
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void holdsForEveryPage(String path) {
    var page = page(path);
    if (page.body().hasClass("embedded")) {
      assertNothingInline(page);
      return;
    }
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
      assertEquals(200, town.get(address).statusCode(), address);
    }
  }
}
