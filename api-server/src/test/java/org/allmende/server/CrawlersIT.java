package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What crawlers may read, what they shall list, and when it changed (web-ui.md 12). */
class CrawlersIT {
  @TempDir private static Path directory;
  @AutoClose private static RunningServer server;

  @BeforeAll
  static void start() throws InterruptedException {
    server = RunningServer.start(directory);
    server.publish("baeume");
    server.awaitFollowers();
  }

  @ParameterizedTest
  @CsvSource({
    "/, true",
    "/datensatz/baeume, true",
    "/suche, true",
    "/suche?format=CSV, true",
    "/suche?format=CSV&thema=tran, true",
    "/suche?format=CSV&thema=tran&art=tabelle, false",
    "/suche?q=baum, false",
    "/en/search?format=CSV&q=tree, false",
    "/datensatz/baeume/datei/1-tabelle, true",
    "/datensatz/baeume/datei/1-tabelle?seite=5, true",
    "/datensatz/baeume/datei/1-tabelle?seite=6, false",
    "/datensatz/baeume/datei/1-tabelle?seite=50, false",
    "/en/dataset/baeume/file/1-tabelle?seite=17, false",
    "/api/3/action/package_list, false",
    "/sparql?query=x, false",
  })
  void robotsMayReadPagesAndNotEveryCombination(String path, boolean mayRead)
      throws IOException, InterruptedException {
    assertEquals(mayRead, mayRead(server.get("/robots.txt").body(), path), path);
  }

  /** RFC 9309: the longest rule that fits decides. */
  private static boolean mayRead(String robots, String path) {
    var longest = -1;
    var mayRead = true;
    for (var line : robots.lines().toList()) {
      var rule = line.split(": ", 2);
      if (rule[0].equals("Allow") || rule[0].equals("Disallow")) {
        if (fits(rule[1], path) && rule[1].length() > longest) {
          longest = rule[1].length();
          mayRead = rule[0].equals("Allow");
        }
      }
    }
    return mayRead;
  }

  private static boolean fits(String rule, String path) {
    var isWhole = rule.endsWith("$");
    var parts = (isWhole ? rule.substring(0, rule.length() - 1) : rule).split("\\*", -1);
    var regex = String.join(".*", Arrays.stream(parts).map(Pattern::quote).toList());
    return Pattern.compile(regex + (isWhole ? "$" : "")).matcher(path).lookingAt();
  }

  @ParameterizedTest
  @CsvSource({
    "/suche, false",
    "/suche?format=CSV, false",
    "/suche?format=CSV&thema=tran, true",
    "/suche?format=CSV&format=JSON, true",
    "/suche?q=baum, true",
  })
  void moreThanOneChoiceIsNotListed(String path, boolean isHidden)
      throws IOException, InterruptedException {
    var robots = Jsoup.parse(server.get(path).body()).select("meta[name=robots]");
    assertEquals(isHidden ? "noindex, follow" : "", robots.attr("content"), path);
  }

  @Test
  void theSitemapNamesPagesThatAnswerAndWhenADatasetChanged()
      throws IOException, InterruptedException {
    var sitemap = Jsoup.parse(server.get("/sitemap.xml").body(), "", Parser.xmlParser());
    for (var address : sitemap.select("loc").eachText()) {
      var path = address.substring(server.server().url().length());
      assertEquals(200, server.get(path.isEmpty() ? "/" : path).statusCode(), address);
    }
    var dataset = sitemap.expectFirst("url:has(loc:containsOwn(/datensatz/baeume)) lastmod").text();
    var recorded = server.server().catalog().find("baeume").orElseThrow().record().modified();
    assertTrue(dataset.equals(recorded.truncatedTo(ChronoUnit.SECONDS).toString()), dataset);
  }
}
