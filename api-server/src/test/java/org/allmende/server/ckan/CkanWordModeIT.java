package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CkanWordModeIT {

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    site.publish("one", "Alpha Beta Gamma Delta Epsilon", "");
    site.publish("two", "Alpha Beta", "");
    site.publish("three", "Omega", "<https://other.example/three> dcat:keyword \"Alpha\"@de .");
  }

  private static String found(Map<String, String> parameters) {
    return site.found(parameters, title -> title.replaceAll("[^A-Z]", ""));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "alpha|AB ABGDE O",
        "alpha beta|AB ABGDE",
        "alpha omega|O",
        "beta omega|``",
        "alpha beta gamma|AB ABGDE",
        "alpha gamma omega|ABGDE O",
        "alpha +gamma beta|ABGDE",
        "alpha -gamma|AB O",
        "alpha NOT gamma|AB O",
        "-gamma|AB O",
        "\"alpha beta\"|AB ABGDE",
        "\"beta alpha\"|``",
        "\"beta gamma\" alpha|ABGDE",
        "beta OR omega|AB ABGDE O",
        "omega OR gamma OR nichts|ABGDE O",
        "alpha AND beta|AB ABGDE",
        "alpha AND beta nichts|AB ABGDE",
        "gam*|ABGDE",
        "ome* OR epsi*|ABGDE O",
        "der alpha die beta|AB ABGDE",
        "alpha beta der|AB ABGDE",
        "alpha (beta|AB ABGDE",
        "alpha \"beta|AB ABGDE",
        "alpha] beta}|AB ABGDE",
        "alpha^2 beta~1|AB ABGDE",
        "OR alpha|AB ABGDE O",
        "alpha AND|AB ABGDE O",
        "eins zwei drei vier fünf alpha|``"
      })
  void enoughOfTheWordsMustOccur(String words, String titles) {
    assertEquals(titles, found(Map.of("q", words)));
  }

  @Test
  void aColonIsNoFieldForEdismax() {
    assertEquals("ABGDE", found(Map.of("q", "gamma: alpha", "defType", "edismax")));
    assertEquals("ABGDE", found(Map.of("q", "alpha:gamma", "defType", "edismax")));
  }

  @Test
  void theFieldsCanBeChosen() {
    assertEquals("AB ABGDE", found(Map.of("q", "alpha", "qf", "title^2")));
    assertEquals("O", found(Map.of("q", "Alpha", "qf", "tags")));
  }

  @Test
  void theMinimumCanBeChosen() {
    assertEquals("AB ABGDE O", found(Map.of("q", "gamma omega beta", "mm", "1")));
    assertEquals("", found(Map.of("q", "gamma omega beta", "mm", "100%")));
  }

  @Test
  void theTitleRanksAboveTheTags() {
    var results = site.result("package_search", Map.of("q", "alpha")).get("results");
    assertEquals("Omega", results.get(2).get("title").asText());
  }

  @Test
  void noPunctuationFails() {
    for (var q :
        List.of(
            "\"",
            "\"\"\"",
            "((",
            "))",
            "[",
            "{",
            "&&",
            "||",
            "!",
            "+-+-",
            "\\",
            "^",
            "~",
            "/",
            "*?*",
            "{",
            "$",
            "<script>",
            "'; DROP TABLE package; --",
            "\u0000\u0001",
            "😀",
            "\u202e")) {
      assertTrue(
          site.action("package_search", Map.of("q", q)).get("success").asBoolean(), "q=" + q);
    }
  }

  @Test
  void tooManyWordsAreASearchError() {
    var body = "{\"q\":\"" + "wort ".repeat(2_000) + "\"}";
    var answer = site.post("/api/3/action/package_search", "application/json", body);
    assertEquals(409, answer.statusCode());
    assertEquals("Search Error", TestSite.json(answer.body()).at("/error/__type").asText());
  }
}
