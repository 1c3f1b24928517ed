package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference of calls and the quick start say what is so: every example is asked. */
class ApiReferenceIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Not for programs, or another way to what the reference names. */
  private static final List<String> ELSEWHERE =
      List.of(
          "/health/",
          "/metrics",
          "/static/",
          "/api",
          "/de",
          "/en",
          "/robots.txt",
          "/sitemap",
          "/darstellung",
          "/package",
          "/organization/",
          "/group/",
          "/harvest",
          "/einbetten/",
          "/oembed",
          "/files/");

  @TempDir private static Path directory;
  @AutoClose private static RunningServer server;

  @BeforeAll
  static void start() throws InterruptedException {
    server = RunningServer.start(directory);
    server.publish("baeume", "<https://daten.example/baeume> dcat:keyword \"Bäume\"@de .");
    server.awaitFollowers();
  }

  private static Document page(String path) throws IOException, InterruptedException {
    var answer = server.get(path, "Accept", "text/html");
    assertEquals(200, answer.statusCode(), path);
    return Jsoup.parse(answer.body());
  }

  private static String local(String address) {
    return address.replace(server.server().url(), "");
  }

  private static JsonNode openApi() throws IOException, InterruptedException {
    return JSON.readTree(server.get("/api/openapi.json").body());
  }

  @Test
  void everyExampleAnswers() throws IOException, InterruptedException {
    var wrong = new ArrayList<String>();
    var examples = page("/entwickler/api").select("details.call a.more").eachAttr("href");
    for (var example : examples) {
      var status = server.get(local(example)).statusCode();
      if (!List.of(200, 302, 303).contains(status)) {
        wrong.add(status + " " + example);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(examples.size() > 45, examples.size() + " examples");
  }

  @Test
  void everyLineOfTheQuickStartAnswersWhatStandsBelowIt() throws IOException, InterruptedException {
    var lines =
        page("/entwickler").expectFirst("#start + p + pre").wholeText().strip().lines().toList();
    assertEquals(10, lines.size());
    for (var i = 0; i < lines.size(); i += 2) {
      var address = lines.get(i).replaceAll("curl '(.*)'", "$1");
      var answer = server.get(local(address)).body();
      var piece = lines.get(i + 1).substring(2);
      assertTrue(answer.contains(piece), address + " does not answer " + piece + ": " + answer);
    }
  }

  @Test
  void everyExampleOfTheDevelopersPageAnswers() throws IOException, InterruptedException {
    for (var example :
        page("/en/developers").select("section a.more[href^=http]").eachAttr("href")) {
      assertEquals(200, follow(example), example);
    }
  }

  private static int follow(String address) throws IOException, InterruptedException {
    var answer = server.get(local(address));
    return answer.statusCode() == 303
        ? server.get(local(answer.headers().firstValue("Location").orElseThrow())).statusCode()
        : answer.statusCode();
  }

  @Test
  void aFormLeadsToItsCallWithoutWhatWasLeftEmpty() throws IOException, InterruptedException {
    var answer =
        server.get("/entwickler/api/aufruf?aufruf=package_search&q=b%C3%A4ume&fq=&rows=2&fremd=1");
    assertEquals(303, answer.statusCode());
    assertEquals(
        "/api/3/action/package_search?q=b%C3%A4ume&rows=2",
        answer.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void aFormWithoutWhatTheAddressNeedsIsRefusedByName() throws IOException, InterruptedException {
    assertEquals(400, server.get("/entwickler/api/aufruf?aufruf=dataset&id=").statusCode());
    assertEquals(404, server.get("/entwickler/api/aufruf?aufruf=package_create").statusCode());
    var outside = server.get("/entwickler/api/aufruf?aufruf=dataset&id=%2F%2Fother.example%2F..");
    assertEquals(
        "/dataset/%2F%2Fother.example%2F..",
        outside.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void openApiNamesOnlyWhatIsAnswered() throws IOException, InterruptedException {
    var known = new TreeSet<String>();
    server.server().table().routes().forEach(r -> known.add(r.method() + " " + r.path()));
    var unknown = new ArrayList<String>();
    openApi()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          var template = path.getKey().replaceAll("/action/.*", "/action/{action}");
                          if (!known.contains(
                              method.toUpperCase(java.util.Locale.ROOT) + " " + template)) {
                            unknown.add(method + " " + path.getKey());
                          }
                        }));
    assertEquals(List.of(), unknown);
  }

  @Test
  void openApiNamesEveryAddressForPrograms() throws IOException, InterruptedException {
    var paths = openApi().path("paths");
    var missing = new ArrayList<String>();
    for (var route : server.server().table().routes()) {
      var path = route.path();
      var isForPrograms = path.matches(".*(\\.|\\{suffix}|/sparql$|/validate$|vorschlaege$).*");
      if (isForPrograms
          && ELSEWHERE.stream().noneMatch(path::startsWith)
          && !path.startsWith("/entwickler")
          && !paths.has(path)) {
        missing.add(path);
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void openApiHasWhatItsReadersNeed() throws IOException, InterruptedException {
    var text = openApi();
    assertEquals("3.1.0", text.path("openapi").asText());
    assertEquals(server.server().url(), text.at("/servers/0/url").asText());
    var names = new TreeSet<String>();
    for (var path : text.path("paths")) {
      for (var operation : path) {
        assertTrue(names.add(operation.path("operationId").asText()), "twice: " + operation);
        assertTrue(!operation.path("summary").asText().isBlank(), operation.toString());
        assertTrue(operation.path("responses").has("200"), operation.toString());
      }
    }
    var search = text.at("/paths/~1api~13~1action~1package_search/get/parameters");
    assertEquals("q", search.at("/0/name").asText());
    var create = text.at("/paths/~1api~13~1action~1package_create/post");
    assertTrue(create.has("security") && create.has("requestBody"), create.toString());
  }
}
