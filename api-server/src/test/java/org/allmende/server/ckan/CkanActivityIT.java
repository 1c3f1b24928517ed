package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happened to a dataset, how it was then, and the way back. */
class CkanActivityIT extends EditedSite {

  @BeforeEach
  void open() {
    editor.result(
        "package_create", "{'name': 'baeume', 'title': 'Eins', 'owner_org': 'stadt-anderswo'}");
    editor.result("package_patch", "{'id': 'baeume', 'title': 'Zwei'}");
  }

  @Test
  void eachRevisionOfADatasetIsAnActivityNewestFirst() {
    var list = site.result("package_activity_list", Map.of("id", "baeume"));
    assertEquals(2, list.size());
    assertEquals("changed package", list.at("/0/activity_type").asText());
    assertEquals("Zwei", list.at("/0/data/package/title").asText());
    assertEquals("new package", list.at("/1/activity_type").asText());
    var erika = site.catalog().accounts().find("erika").orElseThrow().id();
    assertEquals(erika, list.at("/1/user_id").asText());
  }

  @Test
  void whatHappenedAnywhereIsListedAndWindowed() {
    assertEquals(3, site.result("recently_changed_packages_activity_list", Map.of()).size());
    var second =
        site.result("recently_changed_packages_activity_list", Map.of("offset", "1", "limit", "1"));
    assertEquals("Eins", second.at("/0/data/package/title").asText());
    assertEquals(
        3, site.result("organization_activity_list", Map.of("id", "stadt-anderswo")).size());
    assertEquals(2, site.result("user_activity_list", Map.of("id", "erika")).size());
  }

  @Test
  void whatHappenedInAGroupOfOurOwnIsListed() {
    editor.result("group_create", "{'name': 'gruen'}");
    editor.result("package_patch", "{'id': 'baeume', 'groups': [{'name': 'gruen'}]}");
    var list = site.result("group_activity_list", Map.of("id", "gruen"));
    assertEquals("baeume", list.at("/0/data/package/name").asText());
    assertEquals(1, list.size());
  }

  @Test
  void aDatasetIsShownAndBroughtBackAsItWas() {
    var first = site.result("package_activity_list", Map.of("id", "baeume")).at("/1/id").asText();
    var then = site.result("package_show", Map.of("id", "baeume", "activity_id", first));
    assertEquals("Eins", then.path("title").asText());
    var activity = site.result("activity_show", Map.of("id", first));
    assertEquals("Eins", activity.at("/data/package/title").asText());
    var back = editor.result("package_restore", "{'id': 'baeume', 'activity_id': '" + first + "'}");
    assertEquals("Eins", back.path("title").asText());
    assertEquals("Eins", editor.show("baeume").path("title").asText());
  }

  @Test
  void whatWasNotPublicThenIsNotShownNow() {
    editor.result("package_patch", "{'id': 'baeume', 'private': true, 'title': 'Geheim'}");
    assertEquals(403, site.get("/api/3/action/package_activity_list?id=baeume").statusCode());
    editor.result("package_patch", "{'id': 'baeume', 'private': false, 'title': 'Offen'}");
    var list = site.result("package_activity_list", Map.of("id", "baeume"));
    assertEquals(3, list.size());
    assertEquals(4, editor.result("package_activity_list", "{'id': 'baeume'}").size());
  }

  @Test
  void anUnknownActivityIsNotFound() {
    assertEquals(404, site.get("/api/3/action/activity_show?id=nix").statusCode());
    assertEquals(
        404,
        site.get("/api/3/action/activity_show?id=00000000-0000-8000-8000-000000000001")
            .statusCode());
  }
}
