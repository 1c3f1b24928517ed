package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CkanSearchIT {

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    site.publish(
        "trees", "Straßenbaumkataster", "<https://other.example/trees> dcat:keyword \"Grün\"@de .");
    site.publish(
        "budget",
        "Haushaltsplan",
        "<https://other.example/budget> dcat:keyword \"open data\"@de .");
    site.publish("secret", "Geheimer Haushalt", "", TestSite.draft("secret"));
    site.withdraw(site.publish("old", "Alter Haushalt", ""));
  }

  private static List<String> names(Map<String, String> parameters) {
    return names(site.result("package_search", parameters));
  }

  private static List<String> names(JsonNode result) {
    return StreamSupport.stream(result.get("results").spliterator(), false)
        .map(p -> p.get("name").asText())
        .sorted()
        .toList();
  }

  @Test
  void wordsAreFoundInAnyCaseAndSpelling() {
    assertEquals(List.of("strassenbaumkataster"), names(Map.of("q", "strassenbaumkataster")));
    assertEquals(List.of("strassenbaumkataster"), names(Map.of("q", "Straßenbaum*")));
  }

  @Test
  void draftsAndWithdrawnDatasetsAreNotFound() {
    assertEquals(List.of("haushaltsplan"), names(Map.of("q", "Haushalt*")));
    assertEquals(List.of(), names(Map.of("fq", "+state:draft")));
  }

  @Test
  void allSpellingsOfEverythingFindEverything() {
    for (var q : List.of("", "*:*", "*", "\"\"", "''")) {
      assertEquals(2, names(Map.of("q", q)).size(), q);
    }
  }

  @Test
  void aColonInTheWordsMakesThemAFieldQuery() {
    assertEquals(List.of("haushaltsplan"), names(Map.of("q", "tags:\"open data\"")));
    assertEquals(
        List.of("strassenbaumkataster"),
        names(Map.of("q", "organization:stadt-anderswo AND -tags:\"open data\"")));
  }

  @Test
  void aFilterThatIsGivenTwiceCountsTwice() {
    var answer =
        site.get("/api/3/action/package_search?fq=res_format:CSV&fq=name:haushaltsplan").body();
    assertEquals(List.of("haushaltsplan"), names(TestSite.json(answer).get("result")));
  }

  @Test
  void aPlusInTheAddressIsASpaceBeforeTheFilter() {
    var answer = site.get("/api/3/action/package_search?fq=+name:haushaltsplan").body();
    assertEquals(1, TestSite.json(answer).get("result").get("count").asInt());
  }

  @Test
  void wordsNeverFailOnOddPunctuation() {
    for (var q : List.of("\"Haushaltsplan", "(((", "Haushaltsplan]", "+++", "\\", "-", "%")) {
      assertTrue(site.action("package_search", Map.of("q", q)).get("success").asBoolean(), q);
    }
  }

  @Test
  void aResultIsIdenticalToPackageShow() {
    var found = site.result("package_search", Map.of("fq", "name:haushaltsplan"));
    assertEquals(
        site.result("package_show", Map.of("id", "haushaltsplan")), found.get("results").get(0));
  }

  @Test
  void flCutsResultsToTheFieldsNamed() {
    var found =
        site.result("package_search", Map.of("fq", "name:haushaltsplan", "fl", "name,guid"));
    assertEquals(
        TestSite.json("{\"name\":\"haushaltsplan\",\"guid\":\"https://other.example/budget\"}"),
        found.get("results").get(0));
  }

  @Test
  void aNewDatasetIsFoundAtOnce() {
    var entry = site.publish("new", "Wochenmarkt", "");
    assertEquals(List.of("wochenmarkt"), names(Map.of("q", "Wochenmarkt")));
    site.withdraw(entry);
    assertEquals(List.of(), names(Map.of("q", "Wochenmarkt")));
  }
}
