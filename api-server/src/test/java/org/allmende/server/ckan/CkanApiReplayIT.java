package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.allmende.server.TestSite;
import org.allmende.server.TestTokens;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code ckanapi} sends, to the letter, without the program: both headers with the token, JSON
 * in ASCII, multipart forms of uploads, truths in Python's words. {@code CkanApiIT} asks the
 * program itself where there is one.
 */
class CkanApiReplayIT {

  private static final String BOUNDARY = "5bd53f3d8c1c4b5d9a3f1b2c4d5e6f70";

  @TempDir Path folder;
  @AutoClose private TestSite site;
  private String token;

  @BeforeEach
  void open() {
    site = TestSite.in(folder);
    for (var name : List.of("Eins", "Zwei", "Drei")) {
      site.publish(name, name, "");
    }
    token = TestTokens.sysadmin(site.catalog(), "chief");
  }

  private HttpRequest.Builder request(String action) {
    return HttpRequest.newBuilder(URI.create(site.root() + "/api/action/" + action))
        .header("User-Agent", "ckanapi/4.11 (+https://github.com/ckan/ckanapi)")
        .header("Accept", "*/*")
        .header("X-CKAN-API-Key", token)
        .header("Authorization", token);
  }

  private HttpResponse<String> post(String action, String json) {
    return site.send(
        request(action)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(ascii(json.replace('\'', '"'))))
            .build());
  }

  /** As Python's {@code json.dumps} writes it. */
  private static String ascii(String json) {
    var escaped = new StringBuilder();
    json.chars().forEach(c -> escaped.append(c < 0x80 ? "" + (char) c : "\\u%04x".formatted(c)));
    return escaped.toString();
  }

  private JsonNode result(String action, String json) {
    return ApiClient.result(post(action, json));
  }

  private JsonNode get(String action, String query) {
    var builder =
        HttpRequest.newBuilder(URI.create(site.root() + "/api/action/" + action + "?" + query));
    return ApiClient.result(site.send(builder.header("Authorization", token).GET().build()));
  }

  @Test
  void searchAsksForPagesOfAThousandUntilOneIsEmpty() {
    var names = new ArrayList<String>();
    var page = result("package_search", "{'q': 'title:*', 'start': 0, 'rows': 1000}");
    while (!page.path("results").isEmpty()) {
      page.path("results").forEach(dataset -> names.add(dataset.path("name").asText()));
      page =
          result(
              "package_search",
              "{'q': 'title:*', 'start': %d, 'rows': 1000}".formatted(names.size()));
    }
    assertEquals(List.of("drei", "eins", "zwei"), names.stream().sorted().toList());
    assertEquals(3, page.path("count").asInt());
  }

  @Test
  void aDumpIsTheSameByGetAndByPost() {
    var asked = "{'include_private': false, 'include_drafts': false, 'include_deleted': false}";
    var names = result("package_list", asked);
    assertEquals(
        names,
        get("package_list", "include_private=False&include_drafts=False&include_deleted=False"));
    for (var name : names) {
      var options = "'include_datasets': false, 'include_password_hash': true";
      assertEquals(
          get(
              "package_show",
              "id=%s&include_datasets=False&include_password_hash=True&include_users=False"
                  .formatted(name.asText())),
          result(
              "package_show", "{'id': %s, %s, 'include_users': false}".formatted(name, options)));
    }
    assertEquals("chief", result("user_list", "{'all_fields': false}").get(0).asText());
    for (var group : get("organization_list", "")) {
      var shown =
          get(
              "organization_show",
              "id=" + group.asText() + "&include_users=True&include_datasets=False");
      assertTrue(shown.has("users") && !shown.has("packages"), shown.toString());
    }
  }

  @Test
  void aLoadLooksByIdAndNameThenMakesOrReplaces() {
    var shown = (ObjectNode) get("package_show", "id=eins");
    shown.put("id", "3c5f5a0e-1111-4222-8333-444455556666").put("name", "neu");
    shown.withArray("resources").removeAll();
    Edits.setExtra(shown, "uri", "");
    for (var key : List.of("id", "name")) {
      var asked = "{'id': %s, 'include_datasets': false}".formatted(shown.path(key));
      assertEquals("Not Found Error", type(post("package_show", asked)));
    }
    assertEquals("neu", result("package_create", shown.toString()).path("name").asText());
    shown.put("title", "Bäume & Wälder €");
    var updated = result("package_update", shown.toString());
    assertEquals("Bäume & Wälder €", updated.path("title").asText());
    assertEquals(shown.path("extras"), updated.path("extras"));
  }

  @Test
  void anUploadIsAFormOfTextsAndItsFile() {
    var form =
        field("package_id", "eins")
            + field("name", "Höhe")
            + "--%s\r\nContent-Disposition: form-data; name=\"upload\"; filename=\"Bäume.csv\"\r\n\r\n"
                .formatted(BOUNDARY)
            + "art,höhe\r\n\r\n--Linde,12\r\n"
            + "\r\n--%s--\r\n".formatted(BOUNDARY);
    var made = upload("resource_create", form);
    assertEquals("upload", made.path("url_type").asText());
    assertEquals("Höhe", made.path("name").asText());
    assertTrue(made.path("url").asText().endsWith("/download/baume.csv"), made.toString());
    assertEquals(25, made.path("size").asInt());
    var older =
        field("id", made.path("id").asText())
            + "--%s\r\nContent-Disposition: form-data; name=\"upload\"; filename*=utf-8''Ulme%%C3%%A9.json\r\n\r\n{}"
                .formatted(BOUNDARY)
            + "\r\n--%s--\r\n".formatted(BOUNDARY);
    var patched = upload("resource_patch", older);
    assertTrue(patched.path("url").asText().endsWith("/download/ulmee.json"), patched.toString());
    assertEquals(2, patched.path("size").asInt());
    assertEquals("Höhe", patched.path("name").asText());
  }

  private static String field(String name, String value) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, name, value);
  }

  private JsonNode upload(String action, String form) {
    return ApiClient.result(
        site.send(
            request(action)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(form))
                .build()));
  }

  @Test
  void eachErrorNamesItsTypeAndSaysTheRestBehindAColon() {
    assertEquals("Validation Error", type(post("package_create", "{'name': 'A B'}")));
    assertEquals("Search Query Error", type(post("package_search", "{'limit': 3}")));
    assertEquals("Search Error", type(post("package_search", "{'q': 'title:('}")));
    assertEquals("Not Found Error", type(post("group_show", "{'id': 'nowhere'}")));
    token = "stale";
    assertEquals("Authorization Error", type(post("package_delete", "{'id': 'eins'}")));
    var unknown = post("no_such_action", "{}");
    assertEquals(400, unknown.statusCode());
    assertTrue(TestSite.json(unknown.body()).isTextual(), unknown.body());
  }

  private static String type(HttpResponse<String> answer) {
    var error = TestSite.json(answer.body()).path("error");
    var message = error.path("message").asText();
    assertTrue(
        message.isEmpty() || message.equals("Not found") || message.contains(": "), answer.body());
    return error.path("__type").asText();
  }
}
