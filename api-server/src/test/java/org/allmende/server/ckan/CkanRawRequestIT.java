package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as clients in the field write them, which no HTTP library of ours would send. */
class CkanRawRequestIT {

  private static final String SEARCH = "/api/3/action/package_search?";

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    site.publish("a", "Grün", "<https://other.example/a> dcat:keyword \"Grün\"@de , \"a b\"@de .");
    site.publish("b", "Blau", "");
  }

  private static String ask(String bytes) throws IOException {
    var at = URI.create(site.root());
    try (var socket = new Socket(at.getHost(), at.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String get(String path) throws IOException {
    return ask("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fq=tags:\"Grün\"",
        "fq=tags:Gr%C3%BCn",
        "fq=tags:\"a%20b\"",
        "fq=tags:\"a+b\"",
        "q=grün",
        "fq=num_tags:[1%20TO%20*]",
        "fq=num_tags:{0+TO+*}",
        "fq=metadata_modified:[2024-01-01T00:00:00Z+TO+*]&fq=name:gruen",
        "facet.field=[\"tags\",\"groups\"]&fq=name:gruen",
        "fq=name:gruen|",
        "fq=name:gruen^2",
        "q=gr%FCn+OR+name",
        "q=grün&sort=name%20asc",
        "q=grün&sort=name+asc&x",
        "q=100%+OR+grün"
      })
  void whatIsNotEscapedIsRead(String query) throws IOException {
    var answer = get(SEARCH + query);
    var wrong = query.contains("|") || query.endsWith("&x");
    if (!wrong && !query.contains("%FC")) {
      assertTrue(answer.contains("\"count\":1"), answer);
    }
    assertTrue(answer.contains("\"help\""), answer);
  }

  @Test
  void anAddressMayHaveSixteenKilobytes() throws IOException {
    var answer = get(SEARCH + "q=gr%C3%BCn&ext_x=" + "a".repeat(16_000));
    assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
  }

  @Test
  void aLongerOneIsRefusedInPeace() throws IOException {
    var answer = get(SEARCH + "q=" + "a".repeat(80_000));
    assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
  }

  @Test
  void oneConnectionAnswersManyRequestsInTheirOrder() throws IOException {
    var one = "GET /api/3/action/package_show?id=gruen HTTP/1.1\r\nHost: x\r\n\r\n";
    var other =
        "GET //api/3//action/package_show?id=blau HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    var answers = ask(one + one + other);
    assertEquals(4, answers.split("HTTP/1.1 200").length, answers);
    assertTrue(answers.indexOf("\"Grün\"") < answers.indexOf("\"Blau\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/3/action/%",
        "/api/3/action/%zz",
        "/api/3/action/%FF",
        "/api/3/action/a%2Fb",
        "/api/3/action/a%00b",
        "/api/3/action/..%2f..%2fetc",
        "/api/3/action/package_show?%",
        "/api/3/action/package_show?id=%",
        "/api/3/action/package_show?id=%C3%28",
        "/api/3/action/package_show?=&&=x&id",
        "/api/3/action/package_show;jsessionid=1?id=gruen",
        "/api/3/action/package_list?callback=%",
        "/api/3/action/package_list?callback=" + "a[b]",
        "/api/3/action/",
        "/api/3/action",
        "/api/9/action/package_list",
        "/xx/api/3/action/package_list",
        "/api/%",
        "/%E0%A4%A"
      })
  void oddAddressesAreNeverTheServersFault(String path) throws IOException {
    var answer = get(path);
    assertTrue(answer.matches("(?s)HTTP/1\\.1 [24].*"), path + "\n" + answer);
    if (path.startsWith("/api")) {
      assertTrue(!answer.contains("<html"), answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=nonsense",
        "application/json; charset=\"",
        "application/json; charset=utf-16",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "application/x-www-form-urlencoded; charset=latin1",
        "text/plain",
        "a/b/c",
        ";;;",
        "\u0001"
      })
  void oddContentTypesAreNeverTheServersFault(String type) throws IOException {
    var body = "{\"id\":\"gruen\"}";
    var answer =
        ask(
            "POST /api/3/action/package_show HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Type: "
                + type
                + "\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body);
    assertTrue(answer.matches("(?s)HTTP/1\\.1 [24].*"), type + "\n" + answer);
  }

  @Test
  void halfASurrogateIsNoCharacter() {
    for (var parameter : new String[] {"q", "sort", "fq", "\\ud800", "facet.field", "id", "fl"}) {
      var body = "{\"" + parameter + "\":[\"x\\ud83d y\",\"\\udc00\"]}";
      for (var action : new String[] {"package_search", "package_show", "tag_list"}) {
        var answer = site.post("/api/3/action/" + action, "application/json", body);
        assertTrue(answer.statusCode() < 500, action + " " + body + " " + answer.body());
      }
    }
  }
}
