package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.allmende.catalog.accounts.Capacity;
import org.allmende.server.TestSite;
import org.allmende.server.TestTokens;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What organizations and groups show and hold beside their texts ({@code ckan-api.md} 4.4, 8.4).
 */
class CkanGroupPartsIT {

  @TempDir Path folder;
  @AutoClose private TestSite site;
  private ApiClient chief;

  @BeforeEach
  void open() {
    site = TestSite.in(folder);
    site.publish("a", "Parks", "");
    site.publish("b", "Wiesen", "");
    chief = new ApiClient(site, TestTokens.sysadmin(site.catalog(), "chief"));
    chief.result("group_create", "{'name': 'oben'}");
    chief.result(
        "group_create",
        "{'name': 'gruen', 'title': 'Grün', 'extras': [{'key': 'a', 'value': 'b'}],"
            + " 'groups': [{'name': 'oben'}], 'packages': [{'id': 'parks'}]}");
  }

  private JsonNode shown(String more) {
    return chief.result("group_show", "{'id': 'gruen'" + more + "}");
  }

  @Test
  void aGroupShowsThePartsThatAreAskedFor() {
    var whole = shown("");
    assertEquals("b", whole.at("/extras/0/value").asText());
    assertEquals("oben", whole.at("/groups/0/name").asText());
    assertEquals("chief", whole.at("/users/0/name").asText());
    assertTrue(whole.has("num_followers") && !whole.has("member_count") && !whole.has("packages"));
    var bare =
        shown(
            ", 'include_extras': 'False', 'include_groups': 'no', 'include_users': 0,"
                + " 'include_followers': false, 'include_dataset_count': false,"
                + " 'include_member_count': true, 'include_datasets': 'yes'");
    for (var key : List.of("extras", "groups", "users", "num_followers", "package_count")) {
      assertFalse(bare.has(key), key);
    }
    assertEquals(1, bare.path("member_count").asInt());
    assertEquals("parks", bare.at("/packages/0/name").asText());
  }

  @Test
  void aListShowsNoPartsUnlessTheyAreAskedFor() {
    var listed =
        chief.result("group_list", "{'all_fields': true, 'groups': 'gruen', 'type': 'group'}");
    for (var key : List.of("extras", "groups", "users", "member_count")) {
      assertFalse(listed.get(0).has(key), key);
    }
    var whole =
        chief
            .result(
                "group_list",
                "{'all_fields': true, 'groups': ['gruen'], 'include_extras': true,"
                    + " 'include_groups': true, 'include_users': true,"
                    + " 'include_member_count': true}")
            .get(0);
    assertEquals("a", whole.at("/extras/0/key").asText());
    assertEquals("oben", whole.at("/groups/0/name").asText());
    assertEquals("admin", whole.at("/users/0/capacity").asText());
    assertEquals(1, whole.path("member_count").asInt());
    assertEquals(0, chief.result("group_list", "{'type': 'other'}").size());
    assertEquals(0, site.result("group_list", Map.of("limit", "0")).size());
  }

  @Test
  void aGroupIsMadeAndReplacedWithItsDatasets() {
    assertEquals("gruen", chief.show("parks").at("/groups/0/name").asText());
    chief.result("group_patch", "{'id': 'gruen', 'packages': [{'name': 'wiesen'}]}");
    assertEquals(0, chief.show("parks").path("groups").size());
    assertEquals("gruen", chief.show("wiesen").at("/groups/0/name").asText());
    chief.result("group_update", "{'id': 'gruen', 'name': 'gruen'}");
    assertEquals("gruen", chief.show("wiesen").at("/groups/0/name").asText());
    assertEquals(
        "409 {'packages':[{},{'id':['Not found: Dataset']}]}",
        chief.error(
            "group_create", "{'name': 'x-1', 'packages': [{'id': 'parks'}, {'id': 'nix'}]}"));
    assertEquals(404, site.get("/api/3/action/group_show?id=x-1").statusCode());
  }

  @Test
  void nobodyPutsDatasetsIntoAGroupThatHeMayNotEdit() {
    var guest = new ApiClient(site, TestTokens.user(site.catalog(), "gast"));
    var json = "{'name': 'x-1', 'packages': [{'id': 'parks'}]}";
    assertEquals(403, guest.post("group_create", json).statusCode());
    assertEquals(404, site.get("/api/3/action/group_show?id=x-1").statusCode());
    var editor =
        new ApiClient(
            site, TestTokens.member(site.catalog(), "erika", Capacity.EDITOR, "stadt-anderswo"));
    var made = editor.result("group_create", json);
    assertEquals(1, made.path("package_count").asInt());
  }

  @Test
  void aDatasetNamesAGroupOfOurOwnByNameAndById() {
    var id = shown("").path("id").asText();
    for (var group : List.of("'name': 'gruen'", "'id': 'gruen'", "'id': '" + id + "'")) {
      var patch = "{'id': 'wiesen', 'groups': [{" + group + "}]}";
      var patched = chief.result("package_patch", patch);
      assertEquals("gruen", patched.at("/groups/0/name").asText(), group);
      assertEquals(id, patched.at("/groups/0/id").asText());
      chief.result("package_update", "{'id': 'wiesen', 'groups': []}");
    }
    assertEquals(0, chief.show("wiesen").path("groups").size());
    assertEquals(
        404,
        chief.post("package_patch", "{'id': 'wiesen', 'groups': [{'id': 'nix'}]}").statusCode());
  }

  @Test
  void aGroupStandsBelowAnotherOne() {
    var put = "{'id': 'oben', 'object': 'gruen', 'object_type': 'group'}";
    assertEquals("group", chief.result("member_create", put).path("table_name").asText());
    var list = chief.result("member_list", "{'id': 'oben', 'object_type': 'group'}");
    assertEquals(shown("").path("id"), list.at("/0/0"));
    chief.result("member_delete", put);
    assertEquals(0, chief.result("member_list", "{'id': 'oben', 'object_type': 'group'}").size());
    assertEquals(409, chief.post("member_create", put.replace("'gruen'", "'oben'")).statusCode());
  }

  @Test
  void aPictureComesAsAFileAndGoesAgain() {
    var form =
        """
        --B\r
        Content-Disposition: form-data; name="id"\r
        \r
        gruen\r
        --B\r
        Content-Disposition: form-data; name="image_upload"; filename="%s"\r
        \r
        bytes\r
        --B--\r
        """;
    var type = "multipart/form-data; boundary=B";
    var body = BodyPublishers.ofString(form.formatted("Logo.png"));
    var changed = ApiClient.result(chief.send("group_patch", type, body));
    var address = changed.path("image_display_url").asText();
    var path = address.substring("https://daten.example".length());
    assertEquals("bytes", site.get(path).body());
    assertTrue(path.endsWith("/logo.png"), path);
    chief.result("group_patch", "{'id': 'gruen', 'clear_upload': true}");
    assertEquals("", shown("").path("image_url").asText());
    var drawing = BodyPublishers.ofString(form.formatted("logo.svg"));
    assertEquals(409, chief.send("group_patch", type, drawing).statusCode());
  }
}
