package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.allmende.catalog.search.LicenseUse;
import org.junit.jupiter.api.Test;

class TextsTest {

  private static final Pattern KEY =
      Pattern.compile("(?:texts?|t|frame\\(\\))\\.(?:get|text|count)\\(\"([a-zA-Z0-9.]+)\"[,)]");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertEquals(new TreeSet<>(Texts.of("de").keys()), new TreeSet<>(Texts.of("en").keys()));
  }

  @Test
  void placeholdersAreTheSameInBothLanguages() {
    for (var key : Texts.of("de").keys()) {
      assertEquals(
          placeholders(Texts.of("de").get(key)), placeholders(Texts.of("en").get(key)), key);
    }
  }

  private static Set<String> placeholders(String text) {
    var found = new TreeSet<String>();
    var matcher = Pattern.compile("\\{\\w+}").matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  @Test
  void everyKeyOfATemplateIsInTheCatalog() throws IOException {
    try (var templates = Files.list(Path.of("src/main/jte"))) {
      for (var template : templates.toList()) {
        var matcher = KEY.matcher(Files.readString(template));
        while (matcher.find()) {
          var key = matcher.group(1);
          assertTrue(isKey(key), template.getFileName() + " asks for the text " + key);
        }
      }
    }
  }

  private static boolean isKey(String key) {
    var keys = Texts.of("de").keys();
    return keys.contains(key) || keys.contains(key + ".one") || key.endsWith(".");
  }

  @Test
  void everyUseOfALicenseHasItsWords() {
    for (var use : LicenseUse.values()) {
      assertTrue(Texts.of("de").find("use." + use.key()).isPresent());
      assertTrue(Texts.of("de").find("use." + use.key() + ".sentence").isPresent());
    }
  }

  @Test
  void numbersAndSizesFollowTheLanguage() {
    assertEquals("4,2\u00a0MB", Texts.of("de").size(4_200_000));
    assertEquals("4.2\u00a0MB", Texts.of("en").size(4_200_000));
    assertEquals("1.204 Datensätze", Texts.of("de").count("count.datasets", 1_204));
    assertEquals("1 dataset", Texts.of("en").count("count.datasets", 1));
  }

  @Test
  void noLineEndsBetweenANumberAndWhatItCounts() {
    for (var language : List.of("de", "en")) {
      var texts = Texts.of(language);
      assertEquals("25\u00a0km", texts.get("place.radius.km", "km", "25"));
      assertTrue(texts.get("table.filled").contains("{share}\u00a0%"));
    }
    var noon = Instant.parse("2026-08-03T12:00:00Z");
    assertEquals("3.\u00a0August 2026", Texts.of("de").date(noon, ZoneOffset.UTC));
    assertEquals("3\u00a0August 2026", Texts.of("en").date(noon, ZoneOffset.UTC));
  }

  @Test
  void quotationMarksAreThoseOfTheLanguage() {
    for (var language : List.of("de", "en")) {
      for (var key : Texts.of(language).keys()) {
        assertFalse(Texts.of(language).get(key).contains("\""), key);
      }
    }
  }
}
