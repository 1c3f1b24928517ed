package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.allmende.catalog.accounts.Capacity;
import org.allmende.server.TestSite;
import org.allmende.server.TestTokens;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Organizations, groups, members, users and tokens made and changed over the API. */
class CkanOrganizationWriteIT {

  @TempDir Path folder;
  @AutoClose private TestSite site;
  private String sysadmin;

  @BeforeEach
  void open() {
    site = TestSite.in(folder);
    sysadmin = TestTokens.sysadmin(site.catalog(), "chief");
  }

  @Test
  void anAnonymousCallerIsDeniedBeforeAnythingIsLookedAt() {
    assertEquals(403, call("organization_create", "stale", "{}").statusCode());
  }

  @Test
  void aSysadminMakesAnOrganizationAndIsItsAdmin() {
    var made = ok("organization_create", "{\"name\": \"amt\", \"description\": \"Wege\"}");
    assertTrue(made.contains("\"description\":\"Wege\""), made);
    assertTrue(made.contains("\"capacity\":\"admin\""), made);
    assertTrue(site.get("/api/3/action/organization_list").body().contains("\"amt\""));
    var shown = site.get("/api/3/action/organization_show?id=amt").body();
    assertTrue(!shown.contains("\"users\""), shown);
  }

  @Test
  void aNameIsGivenOnce() {
    ok("organization_create", "{\"name\": \"amt\"}");
    var again = call("group_create", sysadmin, "{\"name\": \"amt\"}");
    assertEquals(409, again.statusCode());
    assertTrue(again.body().contains("Group name already exists in database"), again.body());
    assertEquals(409, call("group_create", sysadmin, "{\"name\": \"tran\"}").statusCode());
  }

  @Test
  void whatDatasetsShowOfTheirOrganizationChangesWithIt() {
    site.publish("a", "Parks", "");
    ok("organization_patch", "{\"id\": \"stadt-anderswo\", \"description\": \"Am Meer\"}");
    var shown = site.get("/api/3/action/package_show?id=parks").body();
    assertTrue(shown.contains("\"description\":\"Am Meer\""), shown);
  }

  @Test
  void anOrganizationWithDatasetsStays() {
    site.publish("a", "Parks", "");
    var refused = call("organization_delete", sysadmin, "{\"id\": \"stadt-anderswo\"}");
    assertEquals(409, refused.statusCode());
    assertTrue(refused.body().contains("still has datasets"), refused.body());
  }

  @Test
  void aDeletedOrganizationIsSeenBySysadminsAlone() {
    ok("organization_create", "{\"name\": \"amt\"}");
    ok("organization_delete", "{\"id\": \"amt\"}");
    assertEquals(404, site.get("/api/3/action/organization_show?id=amt").statusCode());
    assertTrue(ok("organization_show", "{\"id\": \"amt\"}").contains("\"state\":\"deleted\""));
    ok("organization_purge", "{\"id\": \"amt\"}");
    assertEquals(404, call("organization_show", sysadmin, "{\"id\": \"amt\"}").statusCode());
  }

  @Test
  void anAdminManagesMembersAndAnEditorDoesNot() {
    ok("organization_create", "{\"name\": \"amt\"}");
    TestTokens.user(site.catalog(), "otto");
    var editor = TestTokens.member(site.catalog(), "erika", Capacity.EDITOR, "amt");
    var body = "{\"id\": \"amt\", \"username\": \"otto\", \"role\": \"member\"}";
    assertEquals(403, call("organization_member_create", editor, body).statusCode());
    assertEquals(200, call("organization_member_create", sysadmin, body).statusCode());
    assertTrue(ok("member_list", "{\"id\": \"amt\"}").contains("\"Member\""));
    ok("organization_member_delete", "{\"id\": \"amt\", \"username\": \"otto\"}");
    assertTrue(!ok("member_list", "{\"id\": \"amt\"}").contains("\"Member\""));
  }

  @Test
  void aDatasetIsPutIntoAGroupOfOurOwn() {
    site.publish("a", "Parks", "");
    ok("group_create", "{\"name\": \"gruen\", \"title\": \"Grün\"}");
    ok("member_create", "{\"id\": \"gruen\", \"object\": \"parks\", \"object_type\": \"package\"}");
    var shown = site.get("/api/3/action/package_show?id=parks").body();
    assertTrue(shown.contains("\"name\":\"gruen\""), shown);
  }

  @Test
  void aUserIsMadeShownAndTakenAway() {
    ok(
        "user_create",
        "{\"name\": \"erika\", \"email\": \"erika@town.example\", \"password\": \"12345678\"}");
    assertEquals(403, site.get("/api/3/action/user_show?id=erika").statusCode());
    assertTrue(ok("user_show", "{\"id\": \"erika\"}").contains("erika@town.example"));
    ok("user_delete", "{\"id\": \"erika\"}");
    var refused = call("user_create", sysadmin, "{\"name\": \"New Name\"}");
    assertEquals(409, refused.statusCode());
    assertTrue(refused.body().contains("\"email\":[\"Missing value\"]"), refused.body());
  }

  @Test
  void aTokenIsShownOnceAndCanBeRevoked() {
    var made = ok("api_token_create", "{\"user\": \"chief\", \"name\": \"laptop\"}");
    var secret = made.replaceAll("(?s).*\"token\":\\s*\"([^\"]+)\".*", "$1");
    assertEquals(200, call("user_show", secret, "{}").statusCode());
    assertTrue(!ok("api_token_list", "{\"user\": \"chief\"}").contains(secret));
    ok("api_token_revoke", "{\"token\": \"" + secret + "\"}");
    assertEquals(404, call("user_show", secret, "{}").statusCode());
  }

  private String ok(String action, String body) {
    var answer = call(action, sysadmin, body);
    assertEquals(200, answer.statusCode(), action + ": " + answer.body());
    return answer.body();
  }

  private HttpResponse<String> call(String action, String token, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(site.root() + "/api/3/action/" + action))
            .header("Content-Type", "application/json")
            .header("Authorization", token)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return site.send(request.build());
  }
}
