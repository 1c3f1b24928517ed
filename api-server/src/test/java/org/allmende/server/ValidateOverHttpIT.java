package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.allmende.server.http.HttpServer;
import org.allmende.server.http.RequestObserver;
import org.allmende.server.http.RouteTable;
import org.allmende.vocab.profile.Profile;
import org.apache.jena.riot.Lang;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateOverHttpIT {
  private static final String UNTITLED =
      """
      @prefix dcat: <http://www.w3.org/ns/dcat#> .
      <https://daten.example/baum> a dcat:Dataset .
      """;

  private static final String NO_DATASET = "<https://a.example/> <https://b.example/> \"c\" .";

  @TempDir static Path directory;
  @AutoClose private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.start(directory, "limits.validate-size", "256KiB");
  }

  @Test
  void reportsViolationsWithStatus200() throws Exception {
    var answer = server.post("/validate", "text/turtle", UNTITLED);

    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("application/json;charset=utf-8", header(answer, "Content-Type"));
    var report = json(answer);
    assertEquals(false, report.path("conforms").asBoolean());
    assertTrue(report.path("violations").asInt() > 0);
    assertTrue(report.findValuesAsText("rule").contains("dataset-title-missing"), answer.body());
  }

  @Test
  void saysYesToADocumentWithoutViolation() throws Exception {
    var answer = server.post("/validate", "text/turtle", NO_DATASET);

    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(json(answer).path("conforms").asBoolean());
  }

  @Test
  void holdsOnlyToTheProfileAskedFor() throws Exception {
    var raw = server.post("/validate?profile=raw", "text/turtle", UNTITLED);

    assertTrue(json(raw).path("conforms").asBoolean());
  }

  @Test
  void answersInTheFormAndLanguageAskedFor() throws Exception {
    var german = post(UNTITLED, "Accept", "text/plain");
    var english = post(UNTITLED, "Accept", "text/plain", "Accept-Language", "fr, en-GB;q=0.9");
    var turtle = post(UNTITLED, "Accept", "text/turtle");

    assertTrue(german.body().contains("Dokument: nicht gültig."), german.body());
    assertEquals("de", header(german, "Content-Language"));
    assertTrue(english.body().contains("Document: not valid."), english.body());
    assertEquals("en", header(english, "Content-Language"));
    assertTrue(RunningServer.parse(turtle.body(), Lang.TURTLE).size() > 5, turtle.body());
    assertEquals(406, post(UNTITLED, "Accept", "image/png").statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/turtle|<https://a.example/> a <http://www.w3.org/ns/dcat#Dataset> .",
        "application/n-triples|<https://a.example/>"
            + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
            + " <http://www.w3.org/ns/dcat#Dataset> .",
        "application/ld+json|{\"@id\": \"https://a.example/\","
            + " \"@type\": \"http://www.w3.org/ns/dcat#Dataset\"}",
        "application/rdf+xml|<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
            + "<d:Dataset xmlns:d='http://www.w3.org/ns/dcat#' r:about='https://a.example/'/>"
            + "</r:RDF>",
      })
  void readsEverySyntaxWithAndWithoutItsType(String type, String document) throws Exception {
    for (var sent : new String[] {type, "application/octet-stream", "text/plain"}) {
      var answer = server.post("/validate", sent, document);

      assertEquals(200, answer.statusCode(), answer.body());
      assertEquals(false, json(answer).path("conforms").asBoolean(), sent);
    }
  }

  @Test
  void namesTheProfilesThereAre() throws Exception {
    var answer = server.post("/validate?profile=schemaorg", "text/turtle", UNTITLED);

    assertEquals(409, answer.statusCode());
    assertTrue(answer.body().contains(Profile.known()), answer.body());
    assertEquals("profile", json(answer).path("parameter").asText());
  }

  @Test
  void namesTheMediaTypesThatItReads() throws Exception {
    var picture = server.post("/validate", "image/png", "x");
    var packed =
        server.post(
            "/validate",
            BodyPublishers.ofString(UNTITLED),
            "Content-Type",
            "text/turtle",
            "Content-Encoding",
            "gzip");

    assertEquals(415, picture.statusCode());
    assertTrue(picture.body().contains("application/rdf+xml"), picture.body());
    assertEquals(415, packed.statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/turtle|'<https://a.example/> a ;'|line: 1, col:",
        "application/rdf+xml|'<r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">'|"
            + "line 1, column",
        "application/ld+json|'{\"@id\": \"https://a.example/\"'|line 1, column",
        "application/n-triples|'<https://a.example/> <https://b.example/> .'|line: 1, col:",
      })
  void tellsWhereADocumentIsBroken(String type, String document, String place) throws Exception {
    var answer = server.post("/validate", type, document);

    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains(place), answer.body());
    assertTrue(header(answer, "Content-Type").startsWith("application/problem+json"));
  }

  @Test
  void givesNoReportAboutHalfADocument() throws Exception {
    var lines = NO_DATASET + "\nthis is no triple\n";

    var answer = server.post("/validate", "application/n-triples", lines);

    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("this is no triple"), answer.body());
  }

  @Test
  void tellsWhichIrisItMended() throws Exception {
    var answer =
        server.post("/validate", "text/turtle", "<https://a.example/x y> <https://b.example/> 1 .");

    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(
        json(answer).path("notes").path(0).asText().contains("https://a.example/x y"),
        answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/rdf+xml|<!DOCTYPE r SYSTEM \"ADDRESS\"><r/>",
        "application/rdf+xml|<!DOCTYPE r [<!ENTITY e SYSTEM \"ADDRESS\">]><r>&e;</r>",
        "application/ld+json|{\"@context\": \"ADDRESS\", \"@id\": \"https://a.example/\"}",
      })
  void fetchesNothingThatADocumentNames(String typeAndDocument) throws Exception {
    var asked = new AtomicInteger();
    var routes =
        new RouteTable()
            .get(
                "/trap",
                ctx -> {
                  asked.incrementAndGet();
                  ctx.result("{}");
                });
    var settings = new HttpServer.Settings("127.0.0.1", 0, "", 1_000);
    try (var trap = HttpServer.start(settings, routes, RequestObserver.none())) {
      var parts = typeAndDocument.split("\\|", 2);
      var address = "http://127.0.0.1:" + trap.port() + "/trap";

      var answer = server.post("/validate", parts[0], parts[1].replace("ADDRESS", address));

      assertEquals(400, answer.statusCode());
      assertTrue(answer.body().contains("fetched"), answer.body());
      assertEquals(0, asked.get());
    }
  }

  @Test
  void defusesAnEntityBomb() throws Exception {
    var bomb = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"boom\">");
    for (var i = 1; i < 12; i++) {
      bomb.append("<!ENTITY a%d \"%s\">".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
    }
    bomb.append("]><r>&a11;</r>");

    var answer = server.post("/validate", "application/rdf+xml", bomb.toString());

    assertEquals(400, answer.statusCode(), answer.body());
  }

  @ParameterizedTest
  @CsvSource({
    "text/turtle, <https://a.example/> <https://b.example/> [ <https://b.example/>",
    "text/turtle, <https://a.example/> <https://b.example/> (",
    "application/ld+json, '{\"https://b.example/\": '",
    "application/rdf+xml, <a xmlns='https://b.example/'>",
  })
  void refusesEndlessNesting(String type, String opening) throws Exception {
    var level = opening.substring(opening.lastIndexOf(' ') + 1);
    var step =
        switch (type) {
          case "text/turtle" -> level.equals("(") ? "(" : "[ <https://b.example/> ";
          default -> opening.strip() + " ";
        };

    var answer = server.post("/validate", type, opening + step.repeat(5_000));

    assertEquals(400, answer.statusCode(), answer.body());
  }

  @Test
  void refusesWhatIsTooLargeWhetherItsSizeIsToldOrNot() throws Exception {
    var large = (NO_DATASET + "\n").repeat(10_000).getBytes(StandardCharsets.UTF_8);

    var told = server.post("/validate", BodyPublishers.ofByteArray(large));
    var untold =
        server.post(
            "/validate", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));

    assertEquals(413, told.statusCode(), told.body());
    assertEquals(413, untold.statusCode(), untold.body());
    assertTrue(told.body().contains("limits.validate-size"), told.body());
  }

  @Test
  void readsADocumentOfUntoldSize() throws Exception {
    var bytes = UNTITLED.getBytes(StandardCharsets.UTF_8);

    var answer =
        server.post(
            "/validate", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));

    assertEquals(200, answer.statusCode(), answer.body());
  }

  @Test
  void countsAllFindingsAndShowsTheWorst() throws Exception {
    var document = new StringBuilder("@prefix dcat: <http://www.w3.org/ns/dcat#> .\n");
    for (var i = 0; i < 3_000; i++) {
      document.append("<https://a.example/%d> a dcat:Dataset .%n".formatted(i));
    }

    var report = json(server.post("/validate", "text/turtle", document.toString()));

    assertEquals(10_000, report.path("shown").asInt());
    assertEquals(10_000, report.path("findings").size());
    assertTrue(report.path("violations").asInt() + report.path("warnings").asInt() > 10_000);
  }

  @Test
  void isAskedByPostAlone() throws Exception {
    assertEquals(405, server.get("/validate").statusCode());
  }

  private static HttpResponse<String> post(String document, String... headers) throws Exception {
    return server.post("/validate", BodyPublishers.ofString(document), headers);
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("none");
  }
}
