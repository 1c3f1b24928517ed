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

/** What was typed so far finds what it may become. */
class CkanAutocompleteIT {

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    site.publish("a", "Straßenbäume", "<https://other.example/a> dcat:keyword \"Baum\"@de .");
    site.publish(
        "b", "Baumfällungen", "<https://other.example/b> dcat:keyword \"Baumpflege\"@de .");
    site.publish("c", "Radwege", "<https://other.example/c> dcat:keyword \"Rad\"@de .");
  }

  @Test
  void aDatasetIsFoundByItsName() {
    var found = site.result("package_autocomplete", Map.of("q", "baumf"));
    assertEquals(
        TestSite.json(
            """
            [{"name":"baumfaellungen","title":"Baumfällungen","match_field":"name",
              "match_displayed":"baumfaellungen"}]
            """),
        found);
  }

  @Test
  void aDatasetIsFoundByItsTitle() {
    var found = site.result("package_autocomplete", Map.of("q", "Straßenb"));
    assertEquals("title", found.at("/0/match_field").asText());
    assertEquals("Straßenbäume (strassenbaeume)", found.at("/0/match_displayed").asText());
  }

  @Test
  void aDatasetIsFoundOnceAndNoMoreThanAskedFor() {
    assertEquals(2, site.result("package_autocomplete", Map.of("q", "b", "limit", "2")).size());
    assertEquals(0, site.result("package_autocomplete", Map.of("q", "b", "limit", "0")).size());
  }

  @Test
  void somethingMustBeTyped() {
    var answer = site.action("package_autocomplete", Map.of());
    assertEquals("Missing value", answer.at("/error/q/0").asText());
  }

  @Test
  void organizationsAndGroupsAreFoundByAPartOfTheirTitle() {
    var organizations = site.result("organization_autocomplete", Map.of("q", "ANDERS"));
    assertEquals("stadt-anderswo", organizations.at("/0/name").asText());
    var groups = site.result("group_autocomplete", Map.of("q", "verkehr"));
    assertEquals("tran", groups.at("/0/name").asText());
  }

  @Test
  void tagsAndFormatsAreFoundByAPart() {
    assertEquals(
        TestSite.json("[\"Baum\",\"Baumpflege\"]"),
        site.result("tag_autocomplete", Map.of("query", "baum")));
    assertEquals(TestSite.json("[\"csv\"]"), site.result("format_autocomplete", Map.of("q", "c")));
  }

  @Test
  void theAddressesOfOldPagesAnswerLikewise() {
    for (var prefix : new String[] {"/api/util", "/api/1/util", "/api/2/util"}) {
      var answer = site.get(prefix + "/dataset/autocomplete?incomplete=radw&limit=1");
      assertEquals(
          "radwege", TestSite.json(answer.body()).at("/ResultSet/Result/0/name").asText(), prefix);
    }
    var tags = site.get("/api/2/util/tag/autocomplete?incomplete=rad").body();
    assertEquals(
        TestSite.json("{\"ResultSet\":{\"Result\":[{\"Name\":\"Rad\"}]}}"), TestSite.json(tags));
    var formats = site.get("/api/2/util/resource/format_autocomplete?incomplete=cs").body();
    assertEquals("csv", TestSite.json(formats).at("/ResultSet/Result/0/Format").asText());
    var group = site.get("/api/2/util/group/autocomplete?q=tran").body();
    assertTrue(TestSite.json(group).isArray());
  }
}
