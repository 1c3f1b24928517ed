package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CkanErrorsIT {

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
  }

  @Test
  void anUnknownActionIsABareString() {
    var answer = site.get("/api/3/action/package_crate");
    assertEquals(400, answer.statusCode());
    assertEquals("\"Bad request: Action name not known: package_crate\"", answer.body());
  }

  @Test
  void aBodyThatIsNoJsonIsABareString() {
    var answer = site.post("/api/3/action/package_show", "application/json", "{\"id\":");
    assertEquals(400, answer.statusCode());
    assertTrue(
        answer.body().startsWith("\"Bad request: JSON Error: Error decoding JSON data."),
        answer.body());
  }

  @Test
  void whatIsNotThereIsNotFound() {
    var answer = site.get("/api/3/action/package_show?id=nothing");
    assertEquals(404, answer.statusCode());
    assertEquals(
        TestSite.json(
            """
            {"help": "https://daten.example/api/3/action/help_show?name=package_show",
             "success": false,
             "error": {"__type": "Not Found Error", "message": "Not found"}}
            """),
        TestSite.json(answer.body()));
  }

  @Test
  void aMissingIdIsNamedTheWayCkanNamesIt() {
    var answer = site.get("/api/3/action/package_show");
    assertEquals(409, answer.statusCode());
    assertEquals(
        TestSite.json("{\"__type\":\"Validation Error\",\"name_or_id\":[\"Missing value\"]}"),
        TestSite.json(answer.body()).get("error"));
  }

  @Test
  void aDraftIsThereButNotForEverybody() {
    var entry = site.publish("draft", "Entwurf", "", TestSite.draft("draft"));
    assertEquals(
        403, site.get("/api/3/action/package_show?id=" + entry.addresses().id()).statusCode());
    assertEquals(403, site.get("/dataset/" + entry.addresses().name() + ".json").statusCode());
  }

  @Test
  void aQueryThatCannotBeReadIsASearchError() {
    var answer = site.get("/api/3/action/package_search?fq=(organization:a");
    assertEquals(409, answer.statusCode());
    var error = TestSite.json(answer.body()).get("error");
    assertEquals("Search Error", error.get("__type").asText());
    assertTrue(error.get("message").asText().startsWith("Search error: "), error.toString());
  }

  @Test
  void localParametersAreRefused() {
    var answer = site.action("package_search", Map.of("q", "{!xmlparser v='<x/>'}"));
    assertEquals("Search Error", answer.at("/error/__type").asText());
  }

  @Test
  void anotherMethodIsNotAllowedAndStillJson() {
    var answer =
        site.send(
            java.net.http.HttpRequest.newBuilder(
                    java.net.URI.create(site.root() + "/api/3/action/package_list"))
                .DELETE()
                .build());
    assertEquals(405, answer.statusCode());
    assertTrue(TestSite.json(answer.body()).isTextual());
    assertFalse(answer.body().contains("<html"));
  }

  @Test
  void helpForAnUnknownActionIsNotFound() {
    var answer = site.action("help_show", Map.of("name", "x"));
    assertEquals("Not found: Action function not found", answer.at("/error/message").asText());
  }
}
