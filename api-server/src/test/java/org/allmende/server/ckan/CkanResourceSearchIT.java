package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resources are found by parts of their texts. */
class CkanResourceSearchIT {

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    site.publish("alpha", "Eins", "");
    site.publish("beta", "Zwei", "");
    site.publish("gamma", "Drei", "", TestSite.draft("gamma"));
  }

  @Test
  void aPartOfATextInAnyCaseIsEnough() {
    var found = site.result("resource_search", Map.of("query", "url:ALPHA.c"));
    assertEquals(1, found.get("count").asInt());
    var id = found.at("/results/0/id").asText();
    assertEquals(site.result("resource_show", Map.of("id", id)), found.at("/results/0"));
  }

  @Test
  void allTermsMustHold() {
    var both = "/api/3/action/resource_search?query=name:tab&query=url:beta";
    assertEquals(1, TestSite.json(site.get(both).body()).at("/result/count").asInt());
  }

  @Test
  void theCountIgnoresTheLimitAndTheOrderIsThatOfTheField() {
    var found = site.result("resource_search", Map.of("query", "name:tabelle", "order_by", "url"));
    assertEquals(2, found.get("count").asInt());
    assertTrue(found.at("/results/0/url").asText().endsWith("alpha.csv"));
    var second =
        site.result(
            "resource_search",
            Map.of("query", "name:tabelle", "order_by", "url", "limit", "1", "offset", "1"));
    assertEquals(2, second.get("count").asInt());
    assertEquals(found.at("/results/1"), second.at("/results/0"));
    assertEquals(1, second.get("results").size());
  }

  @Test
  void whatIsWrongIsToldInOneText() {
    assertEquals("Missing value", error(Map.of()));
    assertEquals("Must be <field>:<value> pair(s)", error(Map.of("query", "alpha")));
    assertEquals(
        "Field \"color\" not recognised in resource_search.", error(Map.of("query", "color:red")));
  }

  private static String error(Map<String, String> parameters) {
    return site.action("resource_search", parameters).at("/error/query").asText();
  }

  @Test
  void aSearchThatTakesTooLongIsAnErrorAndNoPartOfAnAnswer() {
    var asked = new CkanSite(site.catalog(), site::search, site.position(), site.packages());
    var search = new ResourceSearch(asked, Duration.ofNanos(-1));
    var terms = List.of(new ResourceSearch.Term("url", "alpha"));
    var refused =
        assertThrows(CkanException.class, () -> search.run(terms, Optional.empty(), 0, 10));
    assertEquals("Search Error", refused.type());
  }

  @Test
  void aResourceHasNoViews() {
    var id = site.result("package_show", Map.of("id", "eins")).at("/resources/0/id").asText();
    assertEquals(
        TestSite.json("[]"), site.result("resource_view_list", Map.of("id", id, "limit", "5")));
    assertEquals(404, site.get("/api/3/action/resource_view_list?id=nowhere").statusCode());
    assertEquals(404, site.get("/api/3/action/resource_view_show?id=nowhere").statusCode());
  }
}
