package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tags are the keywords of public datasets. */
class CkanTagIT {

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    site.publish(
        "a", "Eins", "<https://other.example/a> dcat:keyword \"Rad/Weg\"@de, \"Auto\"@de .");
    site.publish("b", "Zwei", "<https://other.example/b> dcat:keyword \"Rad Weg\"@de .");
    site.publish(
        "c",
        "Geheim",
        "<https://other.example/c> dcat:keyword \"Entwurf\"@de .",
        TestSite.draft("c"));
  }

  @Test
  void aTagIsShownByNameAndById() {
    var tag = site.result("tag_show", Map.of("id", "Auto"));
    assertEquals("Auto", tag.get("display_name").asText());
    assertTrue(tag.get("vocabulary_id").isNull());
    assertEquals(tag, site.result("tag_show", Map.of("id", tag.get("id").asText())));
  }

  @Test
  void itsDatasetsStandThereWhenAskedFor() {
    assertTrue(site.result("tag_show", Map.of("id", "Rad Weg")).path("packages").isMissingNode());
    var tag = site.result("tag_show", Map.of("id", "Rad Weg", "include_datasets", "True"));
    assertEquals(2, tag.get("packages").size());
  }

  @Test
  void aTagOfDraftsAloneIsNoTag() {
    assertEquals(404, site.get("/api/3/action/tag_show?id=Entwurf").statusCode());
    assertEquals(0, site.result("tag_search", Map.of("query", "entwurf")).get("count").asInt());
  }

  @Test
  void aSearchForSeveralTextsFindsWhatHasAllOfThem() {
    var both =
        site.post(
            "/api/3/action/tag_search", "application/json", "{\"query\": [\"rad\", \"weg\"]}");
    assertEquals("Rad Weg", TestSite.json(both.body()).at("/result/results/0/name").asText());
    var none =
        site.post(
            "/api/3/action/tag_search", "application/json", "{\"query\": [\"rad\", \"auto\"]}");
    assertEquals(0, TestSite.json(none.body()).at("/result/count").asInt());
    assertEquals(0, site.result("tag_search", Map.of("query", "")).get("count").asInt());
  }

  @Test
  void thereAreNoVocabularies() {
    assertEquals(TestSite.json("[]"), site.result("vocabulary_list", Map.of()));
    assertEquals(404, site.get("/api/3/action/vocabulary_show?id=x").statusCode());
    assertEquals(
        "id not in data", site.action("vocabulary_show", Map.of()).at("/error/id/0").asText());
    assertEquals(404, site.get("/api/3/action/tag_list?vocabulary_id=x").statusCode());
  }
}
