package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import org.allmende.catalog.accounts.Capacity;
import org.allmende.server.TestSite;
import org.allmende.server.TestTokens;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources of harvests that are made, changed and taken out over the API. */
class CkanHarvestSourceIT {

  @TempDir Path folder;
  @AutoClose private TestSite site;
  private String sysadmin;

  @BeforeEach
  void open() {
    site = TestSite.in(folder);
    site.publish("a", "Eins", "");
    sysadmin = TestTokens.sysadmin(site.catalog(), "chef");
  }

  private JsonNode post(String token, String action, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(site.root() + "/api/3/action/" + action))
            .header("Authorization", token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return TestSite.json(site.send(request).body());
  }

  private JsonNode create(String more) {
    return post(
        sysadmin,
        "harvest_source_create",
        """
        {"name": "nachbar", "url": "https://nachbar.example", "source_type": "ckan",
         "title": "Nachbarstadt", "frequency": "WEEKLY"%s}
        """
            .formatted(more));
  }

  @Test
  void aSourceIsMadeAndShown() {
    var made = create(", \"owner_org\": \"stadt-anderswo\"").get("result");
    assertEquals("WEEKLY", made.get("frequency").asText());
    assertEquals("stadt-anderswo", made.at("/organization/name").asText());
    assertTrue(made.get("active").asBoolean());
    assertEquals(made, site.result("harvest_source_show", Map.of("id", "nachbar")));
    assertEquals(
        made, site.result("harvest_source_show", Map.of("url", "https://nachbar.example")));
    assertEquals(made, site.result("package_show", Map.of("id", "nachbar")));
    assertEquals(1, site.result("harvest_source_list", Map.of()).size());
  }

  @Test
  void allThatIsWrongIsToldTogether() {
    var answer =
        post(
            sysadmin,
            "harvest_source_create",
            """
            {"name": "Ä", "url": "file:///etc/passwd", "source_type": "csv", "frequency": "HOURLY",
             "config": "{\\"default_extras\\": {}}", "owner_org": "nirgends"}
            """);
    assertEquals("Validation Error", answer.at("/error/__type").asText());
    for (var key :
        new String[] {"name", "url", "source_type", "frequency", "config", "owner_org"}) {
      assertTrue(answer.at("/error/" + key).isArray(), key + " in " + answer);
    }
  }

  @Test
  void aNameOrAnAddressIsTakenOnce() {
    create("");
    var again = create("");
    assertEquals("That URL is already in use.", again.at("/error/name/0").asText());
    assertTrue(again.at("/error/url/0").asText().startsWith("There already is a Harvest Source"));
    var other =
        post(
            sysadmin,
            "harvest_source_create",
            "{\"name\":\"eins\",\"url\":\"https://x.example\",\"source_type\":\"ckan\"}");
    assertEquals("That URL is already in use.", other.at("/error/name/0").asText());
  }

  @Test
  void aPatchKeepsWhatAnUpdateDrops() {
    create("");
    var patched = post(sysadmin, "harvest_source_patch", "{\"id\":\"nachbar\",\"active\":false}");
    assertEquals("Nachbarstadt", patched.at("/result/title").asText());
    assertEquals("WEEKLY", patched.at("/result/frequency").asText());
    var updated =
        post(
            sysadmin,
            "harvest_source_update",
            "{\"id\":\"nachbar\",\"url\":\"https://neu.example\",\"source_type\":\"dcat_rdf\"}");
    assertEquals("MANUAL", updated.at("/result/frequency").asText());
    assertEquals("nachbar", updated.at("/result/name").asText());
    assertTrue(updated.at("/result/active").asBoolean());
  }

  @Test
  void onlyThoseWhoMayEditItsOrganizationMayTouchASource() {
    var editor = TestTokens.member(site.catalog(), "ed", Capacity.EDITOR, "stadt-anderswo");
    var stranger = TestTokens.user(site.catalog(), "fremd");
    var body =
        "{\"name\":\"neu\",\"url\":\"https://neu.example\",\"source_type\":\"ckan\",\"owner_org\":\"stadt-anderswo\"}";
    assertEquals(
        "Authorization Error",
        post(stranger, "harvest_source_create", body).at("/error/__type").asText());
    assertTrue(post(editor, "harvest_source_create", body).get("success").asBoolean());
    assertEquals(
        "Authorization Error",
        post(stranger, "harvest_source_delete", "{\"id\":\"neu\"}").at("/error/__type").asText());
    assertTrue(post(editor, "harvest_source_delete", "{\"id\":\"neu\"}").get("result").isNull());
    assertEquals(404, site.get("/api/3/action/harvest_source_show?id=neu").statusCode());
  }

  @Test
  void aJobWaitsOnceAndCanBeTakenBack() {
    create("");
    var job = post(sysadmin, "harvest_job_create", "{\"source_id\":\"nachbar\"}").get("result");
    assertEquals("New", job.get("status").asText());
    var again = post(sysadmin, "harvest_job_create", "{\"source_id\":\"nachbar\"}");
    assertTrue(again.at("/error/source_id/0").asText().contains("unfinished job"));
    var id = "{\"id\":\"" + job.get("id").asText() + "\"}";
    assertEquals(job, post(sysadmin, "harvest_job_show", id).get("result"));
    var aborted = post(sysadmin, "harvest_job_abort", id).get("result");
    assertEquals("Aborted", aborted.get("status").asText());
    assertEquals(aborted, post(sysadmin, "harvest_job_list", "{}").at("/result/0"));
  }

  @Test
  void anInactiveSourceGetsNoJob() {
    create(", \"active\": \"false\"");
    var answer = post(sysadmin, "harvest_job_create", "{\"source_id\":\"nachbar\"}");
    assertEquals(
        "Can not create jobs on inactive sources", answer.at("/error/source_id/0").asText());
  }

  @Test
  void aClearedSourceHasNoDatasets() {
    create("");
    var answer = post(sysadmin, "harvest_source_clear", "{\"id\":\"nachbar\"}");
    assertTrue(answer.at("/result/id").isTextual());
    assertEquals(
        0,
        site.result("harvest_source_show_status", Map.of("id", "nachbar"))
            .get("total_datasets")
            .asInt());
  }
}
