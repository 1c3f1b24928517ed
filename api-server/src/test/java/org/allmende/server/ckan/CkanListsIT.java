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

class CkanListsIT {

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    site.publish(
        "a",
        "Eins",
        """
        <https://other.example/a> dcat:keyword "Rad/Weg"@de, "Auto"@de ;
          dcat:theme <http://publications.europa.eu/resource/authority/data-theme/TRAN> .
        """);
  }

  @Test
  void organizationsAreThePublishers() {
    assertEquals(TestSite.json("[\"stadt-anderswo\"]"), site.result("organization_list", Map.of()));
    var full = site.result("organization_list", Map.of("all_fields", "true")).get(0);
    assertEquals("Stadt Anderswo", full.get("display_name").asText());
    assertEquals(1, full.get("package_count").asInt());
  }

  @Test
  void anOrganizationIsShownByNameAndById() {
    var byName =
        site.result(
            "organization_show", Map.of("id", "stadt-anderswo", "include_datasets", "true"));
    assertEquals("eins", byName.at("/packages/0/name").asText());
    var id = byName.get("id").asText();
    assertEquals(
        "stadt-anderswo", site.result("organization_show", Map.of("id", id)).get("name").asText());
    assertEquals(404, site.get("/api/3/action/group_show?id=" + id).statusCode());
  }

  @Test
  void groupsAreTheThemes() {
    var groups = site.result("group_list", Map.of("all_fields", "true", "sort", "package_count"));
    assertEquals(13, groups.size());
    assertEquals("tran", groups.get(0).get("name").asText());
    assertEquals(1, groups.get(0).get("package_count").asInt());
    assertEquals("Verkehr", site.result("group_show", Map.of("id", "tran")).get("title").asText());
  }

  @Test
  void anOrderThatDoesNotExistIsNamed() {
    var answer = site.action("group_list", Map.of("sort", "color"));
    assertEquals("Cannot sort by field color", answer.at("/error/sort/0").asText());
  }

  @Test
  void tagsHaveOnlyLettersThatEveryCkanTakes() {
    assertEquals(TestSite.json("[\"Auto\",\"Rad Weg\"]"), site.result("tag_list", Map.of()));
    assertEquals(TestSite.json("[\"Rad Weg\"]"), site.result("tag_list", Map.of("query", "rad")));
  }

  @Test
  void licensesAreThoseOfDcatApDe() {
    var licenses = site.result("license_list", Map.of());
    assertTrue(licenses.size() >= 30);
    assertTrue(licenses.get(0).get("id").asText().startsWith("http://dcat-ap.de/def/licenses/"));
    assertTrue(licenses.get(0).get("domain_data").isBoolean());
  }

  @Test
  void theIdsOfOtherCkansAreLicensesToo() {
    var titles = new java.util.HashMap<String, String>();
    for (var license : site.result("license_list", Map.of())) {
      titles.put(license.get("id").asText(), license.get("title").asText());
    }
    assertEquals(titles.get("http://dcat-ap.de/def/licenses/odbl"), titles.get("odc-odbl"));
    for (var id : java.util.List.of("notspecified", "cc-zero", "uk-ogl", "other-closed")) {
      assertTrue(titles.containsKey(id), id);
    }
  }

  @Test
  void wholeDatasetsAreListedAsInTheSearch() {
    var listed = site.result("current_package_list_with_resources", Map.of());
    assertEquals(site.result("package_show", Map.of("id", "eins")), listed.get(0));
    assertEquals(0, site.result("current_package_list_with_resources", Map.of("page", "2")).size());
    var answer = site.action("current_package_list_with_resources", Map.of("page", "0"));
    assertEquals("Must be a positive integer", answer.at("/error/page/0").asText());
  }

  @Test
  void aGroupsDatasetsAreListed() {
    assertEquals(
        "eins", site.result("group_package_show", Map.of("id", "tran")).at("/0/name").asText());
    assertEquals(404, site.get("/api/3/action/group_package_show?id=nowhere").statusCode());
  }

  @Test
  void datasetsHaveNoRelationshipsOfCkansKind() {
    assertEquals(
        TestSite.json("[]"), site.result("package_relationships_list", Map.of("id", "eins")));
    assertEquals(404, site.get("/api/3/action/package_relationships_list?id=x").statusCode());
  }

  @Test
  void everybodyMayRead() {
    assertEquals(TestSite.json("true"), site.result("site_read", Map.of()));
  }

  @Test
  void theSiteSaysWhichCkanItIsLike() {
    var status = site.result("status_show", Map.of());
    assertEquals("2.11.3", status.get("ckan_version").asText());
    assertEquals("https://daten.example", status.get("site_url").asText());
  }

  @Test
  void everyActionHasHelp() {
    assertTrue(site.result("help_show", Map.of("name", "tag_list")).asText().contains("tags"));
  }

  @Test
  void aResourceIsShownAsInItsDataset() {
    var inDataset = site.result("package_show", Map.of("id", "eins")).at("/resources/0");
    assertEquals(
        inDataset, site.result("resource_show", Map.of("id", inDataset.get("id").asText())));
  }
}
