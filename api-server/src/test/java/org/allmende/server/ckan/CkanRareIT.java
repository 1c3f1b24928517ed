package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.allmende.server.TestSite;
import org.allmende.server.TestTokens;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The actions that few clients call answer as documented, not as if they were unknown. */
class CkanRareIT {

  @TempDir static Path folder;
  @AutoClose private static TestSite site;
  private static String sysadmin;
  private static String user;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    site.publish("a", "Eins", "");
    sysadmin = TestTokens.sysadmin(site.catalog(), "chef");
    user = TestTokens.user(site.catalog(), "gast");
  }

  private static JsonNode as(String token, String call) {
    return TestSite.json(site.get("/api/3/action/" + call, "Authorization", token).body());
  }

  @Test
  void nobodyFollowsAnything() {
    assertEquals(0, site.result("dataset_follower_count", Map.of("id", "eins")).asInt());
    assertEquals(
        0, site.result("organization_follower_count", Map.of("id", "stadt-anderswo")).asInt());
    assertEquals(0, site.result("user_followee_count", Map.of("id", "x")).asInt());
    assertEquals(404, site.get("/api/3/action/dataset_follower_count?id=x").statusCode());
    assertEquals(403, site.get("/api/3/action/am_following_dataset?id=eins").statusCode());
    assertEquals(TestSite.json("false"), as(user, "am_following_dataset?id=eins").get("result"));
    assertEquals(403, site.get("/api/3/action/dataset_follower_list?id=eins").statusCode());
    assertEquals(TestSite.json("[]"), as(sysadmin, "dataset_follower_list?id=eins").get("result"));
  }

  @Test
  void settingsAreForSysadmins() {
    assertEquals(403, site.get("/api/3/action/config_option_list").statusCode());
    assertEquals("Authorization Error", as(user, "job_list").at("/error/__type").asText());
    assertEquals(TestSite.json("[]"), as(sysadmin, "job_list").get("result"));
    var key = as(sysadmin, "config_option_list").at("/result/1").asText();
    assertTrue(as(sysadmin, "config_option_show?key=" + key).get("success").asBoolean());
    assertEquals(
        "Validation Error", as(sysadmin, "config_option_show?key=x").at("/error/__type").asText());
    assertEquals(
        "Not Found Error", as(sysadmin, "task_status_show?id=x").at("/error/__type").asText());
  }

  @Test
  void collaboratorsAreNotEnabled() {
    var answer = site.action("package_collaborator_list", Map.of("id", "eins"));
    assertEquals("Dataset collaborators not enabled", answer.at("/error/message").asText());
  }

  @Test
  void whatIsRefusedIsRefusedAfterTheRightsAreChecked() {
    var path = "/api/3/action/vocabulary_create";
    assertEquals(403, site.post(path, "application/json", "{}").statusCode());
    assertEquals(400, site.get(path).statusCode());
  }

  @Test
  void viewsAreNeverMadeAndNobodyIsToldAnError() {
    var root = new ApiClient(site, sysadmin);
    var id = root.show("eins").at("/resources/0/id").asText();
    assertEquals(
        TestSite.json("[]"), root.result("resource_view_create", "{'resource_id': '" + id + "'}"));
    assertEquals(
        TestSite.json("[]"),
        root.result("package_create_default_resource_views", "{'package': {'id': 'eins'}}"));
    assertEquals(403, new ApiClient(site, user).post("resource_view_clear", "{}").statusCode());
    assertEquals(404, root.post("resource_view_update", "{'id': 'x'}").statusCode());
    assertEquals(
        "409 {'package':['Missing value']}",
        root.error("package_create_default_resource_views", "{'package': 7}"));
  }

  @Test
  void aDatasetsRdfIsOneText() {
    var turtle = site.result("dcat_dataset_show", Map.of("id", "eins", "format", "ttl")).asText();
    assertTrue(turtle.contains("dcat:Dataset"), turtle);
    var xml = site.result("dcat_dataset_show", Map.of("id", "eins")).asText();
    assertTrue(xml.contains("<rdf:RDF"), xml);
    var wrong =
        site.action("dcat_dataset_show", Map.of("id", "eins", "format", "x", "profiles", "y"));
    assertEquals(409, site.get("/api/3/action/dcat_dataset_show?id=eins&format=x").statusCode());
    assertTrue(wrong.at("/error/format").isArray() && wrong.at("/error/profiles").isArray());
  }
}
