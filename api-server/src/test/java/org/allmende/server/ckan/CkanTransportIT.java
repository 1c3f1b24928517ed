package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CkanTransportIT {

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder, "/ckan");
    site.publish("a", "Eins", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/3/action/package_list",
        "/api/action/package_list",
        "/de/api/3/action/package_list",
        "/en/api/action/package_list",
        "//api/3/action/package_list"
      })
  void everyFormOfTheAddressAnswersAlike(String path) {
    var answer = site.get(path, "Accept", "text/html");
    assertEquals(200, answer.statusCode());
    assertEquals(
        "application/json;charset=utf-8",
        answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""));
    assertEquals(
        TestSite.json(
            """
            {"help": "https://daten.example/ckan/api/3/action/help_show?name=package_list",
             "success": true, "result": ["eins"]}
            """),
        TestSite.json(answer.body()));
  }

  @Test
  void theVersionIsThatOfTheAddress() {
    assertEquals("{\"version\": 3}", site.get("/api/3").body());
    assertEquals("{\"version\": 2}", site.get("/api/2/").body());
    assertEquals("{\"version\": 1}", site.get("/api").body());
  }

  @Test
  void readingActionsTakeAPostInEveryClothing() {
    var path = "/api/3/action/package_show";
    for (var type : new String[] {"application/json", "application/x-www-form-urlencoded", ""}) {
      assertEquals(200, site.post(path, type, "{\"id\":\"eins\"}").statusCode(), type);
    }
    assertEquals(
        200, site.post(path, "application/x-www-form-urlencoded", "id=eins&x=y").statusCode());
    assertEquals(200, site.post(path + "?id=eins", "application/json", "").statusCode());
  }

  @Test
  void multipartFieldsAreParameters() {
    var body = "--X\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\neins\r\n--X--\r\n";
    assertEquals(
        200,
        site.post("/api/3/action/package_show", "multipart/form-data; boundary=X", body)
            .statusCode());
  }

  @Test
  void aCallbackWrapsTheAnswer() {
    var answer = site.get("/api/3/action/package_list?callback=show");
    assertTrue(answer.body().startsWith("show({") && answer.body().endsWith("});"), answer.body());
    assertTrue(
        answer
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .startsWith("application/javascript"));
    assertTrue(site.get("/api/3/action/package_list?callback=%3Cb%3E").body().startsWith("{"));
  }

  @Test
  void otherSitesMayRead() {
    var answer = site.get("/api/3/action/package_list", "Origin", "https://other.example");
    assertEquals("*", answer.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    var preflight =
        HttpRequest.newBuilder(URI.create(site.root() + "/api/3/action/package_list"))
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("Origin", "https://other.example")
            .build();
    assertEquals(204, site.send(preflight).statusCode());
    assertTrue(
        site.get("/api/3/action/package_list")
            .headers()
            .firstValue("Access-Control-Allow-Origin")
            .isEmpty());
  }

  @Test
  void headAnswersWithoutABody() {
    var head =
        HttpRequest.newBuilder(URI.create(site.root() + "/api/3/action/package_list"))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();
    var answer = site.send(head);
    assertEquals(200, answer.statusCode());
    assertEquals("", answer.body());
  }

  @Test
  void theOldStatusAddressHasNoEnvelope() {
    assertEquals(
        "2.11.3", TestSite.json(site.get("/api/util/status").body()).get("ckan_version").asText());
  }

  @Test
  void aDatasetsJsonHasAnAddressOfItsOwn() {
    assertEquals("eins", TestSite.json(site.get("/dataset/eins.json").body()).get("name").asText());
  }
}
