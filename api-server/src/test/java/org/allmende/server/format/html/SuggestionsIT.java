package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestionsIT {

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    site.publish(
        "trees",
        "Straßenbäume der Stadt",
        """
        <https://other.example/trees> dcat:keyword "Baumkataster"@de ;
          dcat:theme <http://publications.europa.eu/resource/authority/data-theme/TRAN> ;
          dct:spatial <http://dcat-ap.de/def/politicalGeocoding/municipalityKey/13076060> .
        """);
    for (var i = 0; i < 12; i++) {
      site.publish("v" + i, "Verkehrszählung " + i, "");
    }
    var secret = TestSite.draft("secret");
    site.publish("secret", "Geheimprojekt", "", secret);
  }

  private static JsonNode suggestions(String path, String typed) {
    var query = "?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    return TestSite.json(site.get(path + query).body()).get("suggestions");
  }

  private static List<String> texts(String typed) {
    var texts = new ArrayList<String>();
    suggestions("/suche/vorschlaege", typed)
        .forEach(it -> texts.add(it.get("kind").asText() + " " + it.get("text").asText()));
    return texts;
  }

  @Test
  void suggestsDatasetsWordsPlacesAndPublishersInGroups() {
    assertEquals(List.of("dataset Straßenbäume der Stadt"), texts("strassenbä"));
    assertEquals(List.of("word Baumkataster"), texts("kataster"));
    assertEquals(List.of("place Hagenow"), texts("hagen"));
    assertEquals(List.of("theme Verkehr"), texts("rkehr").stream().limit(1).toList());
    assertEquals(
        List.of("dataset Straßenbäume der Stadt", "publisher Stadt Anderswo"), texts("stadt"));
  }

  @Test
  void suggestsAtMostEight() {
    assertEquals(8, texts("verkehr").size());
    assertEquals("theme Verkehr", texts("verkehr").getLast());
  }

  @Test
  void leadsToWhatItSuggests() {
    assertEquals(
        "/datensatz/strassenbaeume-der-stadt",
        suggestions("/suche/vorschlaege", "straßenbäu").at("/0/address").asText());
    assertEquals(
        "/en/search?ort=13076060",
        suggestions("/en/search/suggestions", "hagenow").at("/0/address").asText());
    assertEquals(
        "/suche?q=Baumkataster",
        suggestions("/suche/vorschlaege", "baumk").at("/0/address").asText());
  }

  @Test
  void speaksTheLanguageOfThePage() {
    assertEquals(
        "Transport", suggestions("/en/search/suggestions", "transp").at("/0/text").asText());
  }

  @Test
  void tellsNothingOfAPrivateDataset() {
    assertEquals(List.of(), texts("geheim"));
  }

  @Test
  void knowsWhatWasPublishedAMomentAgo() {
    assertEquals(List.of(), texts("glasfas"));
    site.publish("fiber", "Glasfaserausbau", "");
    assertEquals(List.of("dataset Glasfaserausbau"), texts("glasfas"));
  }

  @Test
  void suggestsNothingForTooLittleTooMuchOrNothingAtAll() {
    for (var typed :
        List.of("", "a", "   ", "***", "\"", "x".repeat(10_000), "👩‍👩‍👧", "\u202e")) {
      assertEquals(List.of(), texts(typed), typed);
    }
    assertTrue(site.get("/suche/vorschlaege").statusCode() == 200);
  }
}
