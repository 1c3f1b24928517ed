package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.allmende.server.TestSite;
import org.allmende.server.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What it means that a field is not named, in each of the actions that change ({@code 8.1}). */
class CkanUpdateAbsenceIT extends EditedSite {

  private static final String FULL =
      """
      {'name': 'baeume', 'title': 'Bäume', 'notes': 'Alle.', 'url': 'https://x.example/',
       'license_id': 'cc-by', 'owner_org': 'stadt-anderswo', 'tags': [{'name': 'Baum'}],
       'groups': [{'name': 'envi'}], 'extras': [{'key': 'farbe', 'value': 'grün'}],
       'resources': [{'url': 'https://x.example/a.csv', 'name': 'A'},
                     {'url': 'https://x.example/b.csv', 'name': 'B'}]}
      """;

  @BeforeEach
  void open() {
    editor.result("package_create", FULL);
  }

  @Test
  void anUpdateClearsTextsTagsAndExtrasAndLeavesTheRest() {
    var updated = editor.result("package_update", "{'id': 'baeume', 'title': 'Neu'}");
    assertEquals("Neu", updated.path("title").asText());
    assertTrue(updated.path("notes").isNull());
    assertTrue(updated.path("url").isNull());
    assertTrue(updated.path("license_id").isNull());
    assertEquals(0, updated.path("tags").size());
    assertEquals(0, updated.path("extras").size());
    assertEquals("envi", updated.at("/groups/0/name").asText());
    assertEquals(2, updated.path("resources").size());
    assertEquals("stadt-anderswo", updated.at("/organization/name").asText());
    assertEquals("baeume", updated.path("name").asText());
  }

  @Test
  void aPatchLeavesAllThatItDoesNotName() {
    var before = editor.show("baeume");
    var patched = editor.result("package_patch", "{'id': 'baeume', 'notes': 'Neu.'}");
    assertEquals("Neu.", patched.path("notes").asText());
    for (var key : PackageForm.CLEARED) {
      if (!key.equals("notes")) {
        assertEquals(before.path(key), patched.path(key), key);
      }
    }
    assertEquals(before.path("extras"), patched.path("extras"));
    assertEquals(before.path("tags"), patched.path("tags"));
  }

  @Test
  void resourcesAreMatchedByTheirIds() {
    var first = editor.show("baeume").at("/resources/0/id").asText();
    var patched =
        editor.result(
            "package_patch",
            "{'id': 'baeume', 'resources': [{'url': 'https://x.example/neu'}, {'id': '"
                + first
                + "', 'url': 'https://x.example/a2.csv'}]}");
    assertEquals(2, patched.path("resources").size());
    assertEquals("https://x.example/neu", patched.at("/resources/0/url").asText());
    assertEquals(first, patched.at("/resources/1/id").asText());
    assertEquals("https://x.example/a2.csv", patched.at("/resources/1/url").asText());
    assertEquals(1, patched.at("/resources/1/position").asInt());
  }

  @Test
  void withoutIdOrNameNothingIsUpdated() {
    assertEquals("409 {'id':['Missing value']}", editor.error("package_update", "{'title': 'x'}"));
    assertEquals(404, editor.post("package_update", "{'id': 'nix'}").statusCode());
  }

  @Test
  void theJsonThatIsShownChangesNothing() {
    var shown = editor.show("baeume");
    var before = site.catalog().ledger().read(snapshot -> snapshot.lastSequence());
    assertEquals(shown, editor.result("package_update", shown));
    assertEquals(before, site.catalog().ledger().read(snapshot -> snapshot.lastSequence()));
  }

  @Test
  void anotherNameLeadsThereAndTheOldOneStillDoes() {
    editor.result("package_patch", "{'id': 'baeume', 'name': 'alle-baeume'}");
    assertEquals("alle-baeume", editor.show("alle-baeume").path("name").asText());
    assertEquals("alle-baeume", editor.show("baeume").path("name").asText());
    assertEquals(
        "409 {'name':['That URL is already in use.']}",
        editor.error("package_patch", "{'id': 'altes', 'name': 'baeume'}"));
  }

  @Test
  void aDeletedDatasetIsGoneFromSearchAndItsMembersStillSeeIt() {
    assertTrue(editor.result("package_delete", "{'id': 'baeume'}").isNull());
    assertEquals(
        0, site.result("package_search", Map.of("q", "name:baeume")).path("count").asInt());
    assertEquals("deleted", editor.show("baeume").path("state").asText());
    assertEquals(403, site.get("/api/3/action/package_show?id=baeume").statusCode());
    var back = editor.result("package_patch", "{'id': 'baeume', 'state': 'active'}");
    assertEquals("active", back.path("state").asText());
    assertEquals(200, site.get("/api/3/action/package_show?id=baeume").statusCode());
  }

  @Test
  void aPurgedDatasetIsUnknown() {
    assertEquals(403, editor.post("dataset_purge", "{'id': 'baeume'}").statusCode());
    var root = new ApiClient(site, TestTokens.sysadmin(site.catalog(), "root"));
    assertTrue(root.result("dataset_purge", "{'id': 'baeume'}").isNull());
    assertEquals(404, root.post("package_show", "{'id': 'baeume'}").statusCode());
  }

  @Test
  void resourcesAreReorderedAndTheNamedOnesComeFirst() {
    var last = editor.show("baeume").at("/resources/1/id").asText();
    var order =
        editor.result("package_resource_reorder", "{'id': 'baeume', 'order': ['" + last + "']}");
    assertEquals(last, order.at("/order/0").asText());
    assertEquals("B", editor.show("baeume").at("/resources/0/name").asText());
  }

  @Test
  void datasetsOfAnOrganizationAreMadePrivateTogether() {
    assertTrue(
        editor
            .result("bulk_update_private", "{'datasets': ['baeume'], 'org_id': 'stadt-anderswo'}")
            .isNull());
    assertTrue(editor.show("baeume").path("private").asBoolean());
    assertEquals(
        0, site.result("package_search", Map.of("q", "name:baeume")).path("count").asInt());
  }

  @Test
  void aWriteNamesWhatItChanged() {
    var answer = editor.post("package_patch", "{'id': 'baeume', 'notes': 'x'}");
    var id = editor.show("baeume").path("id");
    assertEquals(id, TestSite.json(answer.body()).at("/changed_entities/packages/0"));
  }
}
