package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A script's words mean what people's words mean, without the help that people get. */
class CkanSynonymIT {

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    site.publish("a", "A: Fahrplan des ÖPNV", "");
    site.publish("b", "B: Öffentlicher Nahverkehr in Zahlen", "");
    site.publish("c", "C: Öffentlicher Schwimmunterricht", "");
    site.publish("d", "D: Abfallkalender", "");
  }

  private static String found(String words) {
    return site.found(Map.of("q", words), title -> title.substring(0, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "Müllkalender, D",
    "ÖPNV, A B",
    "öffentlicher Nahverkehr, A B",
    "öffentlichen Nahverkehr Fahrplan, A B",
    "+öffentlicher +Nahverkehr, A B",
    "öffentlicher -Nahverkehr, C",
    "öffentlicher, B C",
    "title:ÖPNV, A B"
  })
  void findsWhatMeansTheSame(String words, String titles) {
    assertEquals(titles, found(words));
  }

  @Test
  void ranksTheWordItselfFirst() {
    var first = site.result("package_search", Map.of("q", "ÖPNV")).at("/results/0/title").asText();
    assertEquals("A: Fahrplan des ÖPNV", first);
  }

  @Test
  void correctsNothing() {
    assertEquals("", found("Abfallkalendr"));
    assertEquals("", found("Abfallpläne"));
  }
}
