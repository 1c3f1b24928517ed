package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.allmende.server.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code package_create} takes, and what it refuses in which words. */
class CkanCreateIT extends EditedSite {

  private static final String FULL =
      """
      {'name': 'baeume', 'title': 'Bäume', 'notes': 'Alle *Bäume*.', 'url': 'https://x.example/',
       'version': '1.2', 'author': 'Amt', 'author_email': 'amt@x.example',
       'maintainer': 'Pflege', 'maintainer_email': 'p@x.example', 'license_id': 'cc-by',
       'owner_org': 'stadt-anderswo', 'tags': [{'name': 'Kataster'}, {'name': 'Baum'}],
       'groups': [{'name': 'envi'}],
       'extras': [{'key': 'farbe', 'value': 'grün'}, {'key': 'frequency', 'value': 'ANNUAL'},
                  {'key': 'temporal_start', 'value': '2020-01-01'}],
       'resources': [{'url': 'x.example/a.csv', 'name': 'Tabelle', 'size': '12',
                      'resource_type': 'file', 'ordnung': {'a': 1}},
                     {'url': 'https://x.example/b', 'format': 'application/json'}]}
      """;

  private ApiClient sysadmin;

  @BeforeEach
  void open() {
    sysadmin = new ApiClient(site, TestTokens.sysadmin(site.catalog(), "root"));
  }

  @Test
  void everyFieldComesBackAsItWasSent() {
    var sent = PackageForm.of(ApiClient.json(FULL));
    var made = editor.result("package_create", FULL);
    var back = PackageForm.of(made);
    assertEquals(sent.texts().get("license_id"), back.texts().get("license_id"));
    assertEquals(sent.extras(), back.extras());
    assertEquals(sent.tags(), back.tags());
    assertEquals(sent.groups(), back.groups());
    for (var key : PackageForm.CLEARED) {
      assertEquals(sent.text(key), back.text(key), key);
    }
    assertEquals("http://x.example/a.csv", made.at("/resources/0/url").asText());
    assertEquals("CSV", made.at("/resources/0/format").asText());
    assertEquals(12, made.at("/resources/0/size").asInt());
    assertEquals("file", made.at("/resources/0/resource_type").asText());
    assertEquals(1, made.at("/resources/0/ordnung/a").asInt());
    assertEquals("JSON", made.at("/resources/1/format").asText());
    assertEquals("stadt-anderswo", made.at("/organization/name").asText());
    assertEquals(made, editor.show("baeume"));
  }

  @Test
  void aNewDatasetIsFoundByTheNextSearch() {
    editor.result("package_create", FULL);
    var found = site.result("package_search", Map.of("q", "name:baeume"));
    assertEquals(1, found.path("count").asInt());
    assertEquals("Bäume", found.at("/results/0/title").asText());
  }

  @Test
  void theDescriptionSaysInDcatWhatTheJsonSays() {
    editor.result("package_create", FULL);
    var view = site.catalog().find("baeume").orElseThrow().view();
    assertEquals("Stadt Anderswo", view.publisher().orElseThrow().name().in("de").orElseThrow());
    assertEquals("http://dcat-ap.de/def/licenses/cc-by", view.license().orElseThrow());
    assertEquals("ANNUAL", view.frequency().orElseThrow().code());
    assertEquals(2, view.distributions().size());
    assertEquals("ENVI", view.themes().getFirst().code());
  }

  @Test
  void anonymousCallersAreDeniedBeforeAnythingIsLookedAt() {
    var answer = site.post("/api/3/action/package_create", "application/json", "{\"name\": 1}");
    assertEquals(403, answer.statusCode());
  }

  @Test
  void whoEditsNoOrganizationIsDenied() {
    var nobody = new ApiClient(site, TestTokens.user(site.catalog(), "otto"));
    assertEquals(403, nobody.post("package_create", "{}").statusCode());
    assertEquals(403, nobody.post("package_create", FULL).statusCode());
  }

  @Test
  void allWrongFieldsAreToldAtOnce() {
    assertEquals(
        "409 {'name':['Missing value'],"
            + "'author_email':['Email a..b@x is not a valid format'],"
            + "'owner_org':['An organization must be provided'],"
            + "'tags':['Tag \\'a\\' length is less than minimum 2'],"
            + "'extras':[{'key':['Missing value']},{}],"
            + "'resources':[{},{'size':['Invalid integer']}]}",
        editor.error(
            "package_create",
            """
            {'author_email': 'a..b@x', 'tags': [{'name': 'a'}],
             'extras': [{'value': '1'}, {'key': 'k', 'value': '2'}],
             'resources': [{'url': 'a'}, {'size': 'viel'}]}
            """));
  }

  @Test
  void eachBadNameIsRefusedInItsOwnWords() {
    assertEquals("409 {'name':['Must be at least 2 characters long']}", named("'a'"));
    assertEquals(
        "409 {'name':['Must be purely lowercase alphanumeric (ascii) characters and these"
            + " symbols: -_']}",
        named("'Bäume'"));
    assertEquals("409 {'name':['That name cannot be used']}", named("'new'"));
    assertEquals("409 {'name':['Names must be strings']}", named("7"));
    assertEquals("409 {'name':['That URL is already in use.']}", named("'altes'"));
    assertEquals(
        "409 {'name':['Name must be a maximum of 100 characters long']}",
        named("'" + "a".repeat(101) + "'"));
  }

  private String named(String name) {
    return editor.error("package_create", "{'name': " + name + ", 'owner_org': 'stadt-anderswo'}");
  }

  @Test
  void withoutAWordAboutItsTypeItIsADataset() {
    var made = made("{'name': 'ohne', 'owner_org': 'stadt-anderswo', 'type': ''}");
    assertEquals("dataset", made.path("type").asText());
    assertEquals(
        "dataset", made("{'name': 'ab', 'owner_org': 'stadt-anderswo'}").at("/type").asText());
    var found = site.result("package_search", Map.of("fq", "dataset_type:dataset name:ohne"));
    assertEquals(1, found.path("count").asInt());
  }

  private JsonNode made(String json) {
    return editor.result("package_create", json);
  }

  @Test
  void aDeletedDatasetThatLostItsNameIsShownByItsId() {
    var first = made("{'name': 'ab', 'owner_org': 'stadt-anderswo'}").path("id").asText();
    editor.result("package_delete", "{'id': 'ab'}");
    assertEquals("ab", editor.show(first).path("name").asText());
    made("{'name': 'ab', 'owner_org': 'stadt-anderswo'}");
    assertEquals(first, editor.show(first).path("name").asText());
  }

  @Test
  void anUnknownOrganizationAndGroupAreTold() {
    assertEquals(
        "409 {'owner_org':['Organization does not exist']}",
        editor.error("package_create", "{'name': 'ab', 'owner_org': 'nirgends'}"));
    assertEquals(
        404,
        editor
            .post(
                "package_create",
                "{'name': 'ab', 'owner_org': 'stadt-anderswo', 'groups': [{'name': 'nix'}]}")
            .statusCode());
  }

  @Test
  void twoExtrasOfOneKeyAndOnesNamedLikeAFieldAreRefused() {
    assertEquals(
        "409 {'extras_validation':['Duplicate key \\'x\\''],"
            + "'extras':[{},{},{'key':['There is a schema field with the same name']}]}",
        editor.error(
            "package_create",
            """
            {'name': 'ab', 'owner_org': 'stadt-anderswo', 'extras': [{'key': 'x', 'value': '1'},
             {'key': 'x', 'value': '2'}, {'key': 'title', 'value': '3'}]}
            """));
  }

  @Test
  void aTextWhereAListBelongsIsAnIntegrityError() {
    var answer = editor.post("package_create", "{'name': 'ab', 'resources': 'x'}");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("Integrity Error"));
  }

  @Test
  void onlySysadminsChooseAnId() {
    var withId = "{'id': 'Alte-ID_7', 'name': 'ab', 'owner_org': 'stadt-anderswo'}";
    assertEquals(
        "409 {'id':['The input field id was not expected.']}",
        editor.error("package_create", withId));
    assertEquals("Alte-ID_7", sysadmin.result("package_create", withId).path("id").asText());
  }

  @Test
  void aPackageOfAnotherPortalIsTakenAsItIs() {
    var foreign = editor.show("altes").deepCopy();
    ((ObjectNode) foreign).put("name", "kopie").remove("id");
    for (var extra : foreign.path("extras")) {
      if (extra.path("key").asText().equals("uri")) {
        ((ObjectNode) extra).put("value", "https://x.example/kopie");
      }
    }
    for (var resource : foreign.path("resources")) {
      ((ObjectNode) resource).remove("uri");
    }
    var made = editor.result("package_create", foreign);
    assertEquals(foreign.path("title"), made.path("title"));
    assertFalse(made.path("id").asText().isEmpty());
    assertEquals(
        "https://x.example/kopie", site.catalog().find("kopie").orElseThrow().uri().value());
  }

  @Test
  void aDatasetWithoutTitleIsCalledByItsName() {
    var made = editor.result("package_create", "{'name': 'ab-c', 'owner_org': 'stadt-anderswo'}");
    assertEquals("ab-c", made.path("title").asText());
  }

  @Test
  void aNameIsFreeWhenItsDatasetWasTakenOut() {
    editor.result("package_create", FULL);
    editor.result("package_delete", "{'id': 'baeume'}");
    editor.result("package_delete", "{'id': 'baeume'}");
    var again = editor.result("package_create", FULL);
    assertEquals(again.path("id"), editor.show("baeume").path("id"));
  }
}
