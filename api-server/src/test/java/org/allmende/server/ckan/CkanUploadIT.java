package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.allmende.catalog.accounts.Capacity;
import org.allmende.catalog.files.FileStore.StoredFile;
import org.allmende.server.TestSite;
import org.allmende.server.TestTokens;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is sent lies on disk, is described, and comes back ({@code ckan-api.md} 9). */
class CkanUploadIT {

  @TempDir Path folder;
  @AutoClose private TestSite site;
  private ApiClient editor;
  private String token;

  @BeforeEach
  void open() {
    site = TestSite.in(folder);
    site.publish("old", "Altes", "");
    token = TestTokens.member(site.catalog(), "erika", Capacity.EDITOR, "stadt-anderswo");
    editor = new ApiClient(site, token);
    editor.result("package_create", "{'name': 'baeume', 'owner_org': 'stadt-anderswo'}");
  }

  @Test
  void anUploadIsDescribedAndComesBack() {
    var made = uploaded("Bäume 2024 (neu).CSV", "a,b\n1,2\n");
    assertEquals("upload", made.path("url_type").asText());
    assertEquals(8, made.path("size").asInt());
    assertEquals("text/csv", made.path("mimetype").asText());
    assertEquals("CSV", made.path("format").asText());
    assertEquals(64, made.path("hash").asText().length());
    assertTrue(made.path("url").asText().endsWith("/download/baume-2024-neu.csv"));
    assertEquals("a,b\n1,2\n", download(made).body());
    var stored = download(made).headers().firstValue("Last-Modified").orElseThrow();
    assertTrue(stored.matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [0-9:]{8} GMT"), stored);
    var part = site.get(path(made), "Range", "bytes=4-6");
    assertEquals(206, part.statusCode());
    assertEquals("1,2", part.body());
  }

  @Test
  void theResourceAsItIsShownChangesNothingWhenItComesBack() {
    var made = uploaded("a.csv", "a,b\n");
    var before = editor.show("baeume").path("metadata_modified");
    editor.result("resource_update", made);
    assertEquals(before, editor.show("baeume").path("metadata_modified"));
    var thin =
        editor.result(
            "resource_update",
            "{'id': '%s', 'url': '%s'}"
                .formatted(made.path("id").asText(), made.path("url").asText()));
    assertEquals(made.path("hash"), thin.path("hash"));
    assertEquals("a,b\n", download(thin).body());
  }

  @Test
  void aReplacedFileKeepsItsOldContentUnderItsHash() {
    var old = uploaded("a.csv", "old");
    var now =
        ApiClient.result(
            form("resource_patch", field("id", old.path("id").asText()) + file("b.csv", "neu")));
    assertEquals("neu", download(now).body());
    assertEquals("old", site.get("/files/" + old.path("hash").asText() + "/a.csv").body());
  }

  @Test
  void aPageOfSomebodyIsNeverShownInThisSite() {
    var answer = download(uploaded("x.html", "<script>alert(1)</script>"));
    assertTrue(answer.headers().firstValue("Content-Disposition").orElse("").startsWith("attach"));
    assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
    var drawing = download(uploaded("x.svg", "<svg/>"));
    assertTrue(drawing.headers().firstValue("Content-Disposition").orElse("").startsWith("attach"));
  }

  @Test
  void aFileOfAPrivateDatasetIsForItsOrganizationAlone() {
    var made = uploaded("a.csv", "geheim");
    editor.result("package_patch", "{'id': 'baeume', 'private': true}");
    assertEquals(403, site.get(path(made)).statusCode());
    assertEquals("geheim", site.get(path(made), "Authorization", token).body());
  }

  @Test
  void nobodyOpensAPrivateFileByNamingItsHash() {
    var secret = uploaded("a.csv", "geheim");
    editor.result("package_patch", "{'id': 'baeume', 'private': true}");
    editor.result("package_create", "{'name': 'spion', 'owner_org': 'stadt-anderswo'}");
    var hash = secret.path("hash").asText();
    var url = secret.path("url").asText().replace("/resource/", "/resource/x");
    var refused = "'Is that of a file of another dataset. Upload the file here'";

    for (var named : List.of(hash, " " + hash.toUpperCase(Locale.ROOT))) {
      var resource = "{'package_id': 'spion', 'url': '%s', 'hash': '%s'}".formatted(url, named);
      var answer = editor.error("resource_create", resource);
      assertTrue(answer.startsWith("409") && answer.contains(refused), answer);
    }
    var elsewhere =
        editor.result(
            "resource_create",
            "{'package_id': 'spion', 'url': 'https://x.example/a.csv', 'hash': '%s'}"
                .formatted(hash));
    var moved =
        editor.error(
            "resource_patch",
            "{'id': '%s', 'url': '%s'}".formatted(elsewhere.path("id").asText(), url));
    assertTrue(moved.contains(refused), moved);
    editor.result("package_patch", "{'id': 'baeume', 'title': 'Seine eigene behaelt man'}");
  }

  @Test
  void anUploadGivesWayToAnAddress() {
    var made = uploaded("a.csv", "a");
    var linked =
        editor.result(
            "resource_patch",
            "{'id': '%s', 'clear_upload': 'true', 'url': 'https://x.example/a.csv'}"
                .formatted(made.path("id").asText()));
    assertTrue(linked.path("url_type").isNull());
    assertTrue(linked.path("size").isNull());
    assertEquals(302, site.get(path(made)).statusCode());
  }

  @Test
  void aFormWithoutAFileIsAFormAllTheSame() {
    var made =
        ApiClient.result(
            form(
                "resource_create",
                field("package_id", "baeume") + field("url", "https://x.example/a.json")));
    assertEquals("JSON", made.path("format").asText());
  }

  @Test
  void anonymousCallersSendNoFileToDisk() {
    var body = field("package_id", "baeume") + file("a.csv", "x") + "--B--\r\n";
    var answer =
        site.post("/api/3/action/resource_create", "multipart/form-data; boundary=B", body);
    assertEquals(403, answer.statusCode());
    assertFalse(folder.resolve("files").toFile().exists());
  }

  @Test
  void whatIsRefusedLeavesNoFileBehind() throws IOException {
    assertEquals(409, form("resource_create", file("a.csv", "neu")).statusCode());
    assertEquals(404, form("resource_patch", field("id", "nix") + file("a.csv", "n")).statusCode());
    assertEquals(200, form("package_patch", field("id", "baeume") + file("a", "x")).statusCode());
    assertEquals(0, filesKept());
    var made = uploaded("a.csv", "neu");
    assertEquals(409, form("resource_create", file("b.csv", "neu")).statusCode());
    assertEquals("neu", download(made).body());
    assertEquals(1, filesKept());
  }

  @Test
  void aPurgedDatasetTakesItsFilesWithItButNotThoseOfOthers() throws IOException {
    var old = uploaded("a.csv", "alt");
    ApiClient.result(
        form("resource_patch", field("id", old.path("id").asText()) + file("a.csv", "neu")));
    editor.result("package_create", "{'name': 'wiesen', 'owner_org': 'stadt-anderswo'}");
    var shared =
        ApiClient.result(
            form("resource_create", field("package_id", "wiesen") + file("c.csv", "neu")));
    assertEquals(2, filesKept());
    var root = new ApiClient(site, TestTokens.sysadmin(site.catalog(), "root"));
    root.result("dataset_purge", "{'id': 'baeume'}");
    assertEquals(404, site.get("/files/" + old.path("hash").asText() + "/a.csv").statusCode());
    assertEquals("neu", download(shared).body());
    root.result("dataset_purge", "{'id': 'wiesen'}");
    assertEquals(0, filesKept());
  }

  private long filesKept() throws IOException {
    try (var files = Files.walk(Files.createDirectories(folder.resolve("files")))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void aBrokenFormIsToldInWords() {
    var answer =
        editor.send(
            "resource_create",
            "multipart/form-data; boundary=B",
            BodyPublishers.ofString("--B\r\nContent-Disposition: form-data; name=\"upload\""));
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("multipart form"), answer.body());
  }

  @Test
  void aNameIsMadePlainAndNeverAPath() {
    assertEquals("passwd", upload("../../etc/passwd").mungedName());
    assertEquals("a-b.csv", upload("C:\\x\\A  b.csv").mungedName());
    assertEquals("a__", upload("ä").mungedName());
  }

  private static CkanUpload upload(String name) {
    return new CkanUpload(name, new StoredFile("0".repeat(64), 0));
  }

  private JsonNode uploaded(String name, String content) {
    return ApiClient.result(
        form("resource_create", field("package_id", "baeume") + file(name, content)));
  }

  private HttpResponse<String> form(String action, String parts) {
    return editor.send(
        action, "multipart/form-data; boundary=B", BodyPublishers.ofString(parts + "--B--\r\n"));
  }

  private static String field(String name, String value) {
    return "--B\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  private static String file(String name, String content) {
    return "--B\r\nContent-Disposition: form-data; name=\"upload\"; filename=\""
        + name
        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        + content
        + "\r\n";
  }

  private HttpResponse<String> download(JsonNode resource) {
    return site.get(path(resource));
  }

  private static String path(JsonNode resource) {
    return resource.path("url").asText().substring("https://daten.example".length());
  }
}
