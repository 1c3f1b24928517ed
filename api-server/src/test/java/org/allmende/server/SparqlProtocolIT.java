package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparqlProtocolIT {
  private static final String COUNT =
      "SELECT (COUNT(*) AS ?n) { ?d a <http://www.w3.org/ns/dcat#Dataset> }";

  @TempDir private Path directory;
  @AutoClose private RunningServer server;

  @BeforeEach
  void start() throws InterruptedException {
    server = RunningServer.start(directory, "sparql.rows", "3", "sparql.timeout", "1s");
    server.publish("baum");
    server.publish("bank");
    server.awaitFollowers();
  }

  @Test
  void answersAGet() throws Exception {
    var answer = ask(COUNT);

    assertEquals(200, answer.statusCode());
    assertEquals("application/sparql-results+json;charset=utf-8", header(answer, "Content-Type"));
    assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
    assertTrue(answer.body().replace(" ", "").contains("\"value\":\"2\""), answer.body());
  }

  @Test
  void answersAPostedForm() throws Exception {
    var answer =
        server.post("/sparql", "application/x-www-form-urlencoded", "query=" + encode(COUNT));

    assertEquals(200, answer.statusCode());
  }

  @Test
  void answersAPostedQuery() throws Exception {
    assertEquals(
        200, server.post("/sparql", "application/sparql-query;charset=utf-8", COUNT).statusCode());
  }

  @Test
  void answersInTheSyntaxThatIsAccepted() throws Exception {
    assertEquals("n\r\n2\r\n", ask(COUNT, "Accept", "text/csv").body());
    assertEquals(
        "application/sparql-results+xml;charset=utf-8",
        header(ask(COUNT, "Accept", "application/xml"), "Content-Type"));
    assertEquals(
        "text/turtle;charset=utf-8",
        header(ask("CONSTRUCT WHERE { ?s a ?o }", "Accept", "text/turtle"), "Content-Type"));
    assertEquals(406, ask(COUNT, "Accept", "image/png").statusCode());
  }

  @Test
  void asksOneDatasetAsANamedGraph() throws Exception {
    var answer =
        ask("ASK { GRAPH <https://daten.example/baum> { <https://daten.example/baum> ?p ?o } }");

    assertTrue(answer.body().contains("true"), answer.body());
  }

  @Test
  void takesTheDefaultGraphOfTheProtocol() throws Exception {
    var graph = encode("https://daten.example/bank");
    var answer = server.get("/sparql?query=" + encode(COUNT) + "&default-graph-uri=" + graph);

    assertTrue(answer.body().replace(" ", "").contains("\"value\":\"1\""), answer.body());
  }

  @Test
  void cutsALongAnswer() throws Exception {
    assertEquals(4, ask("SELECT ?s { ?s ?p ?o }", "Accept", "text/csv").body().lines().count());
  }

  @Test
  void tellsWhereAQueryIsWrong() throws Exception {
    var answer = ask("SELEC ?s { ?s ?p ?o }");

    assertEquals(400, answer.statusCode());
    assertEquals("application/problem+json;charset=utf-8", header(answer, "Content-Type"));
    assertTrue(answer.body().contains("line 1"), answer.body());
  }

  @Test
  void tellsHowToAskWhenThereIsNoQuery() throws Exception {
    var answer = server.get("/sparql", "Accept", "text/html");

    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("/entwickler/sparql"), answer.body());
    var developers = server.get("/entwickler", "Accept", "text/html");
    assertTrue(developers.body().contains("/sparql?query="), developers.body());
  }

  @Test
  void neverChangesAnything() throws Exception {
    var form = "application/x-www-form-urlencoded";
    assertEquals(403, server.post("/sparql", form, "update=" + encode("CLEAR ALL")).statusCode());
    assertEquals(
        403, server.post("/sparql", "application/sparql-update", "CLEAR ALL").statusCode());
    assertEquals(400, ask("INSERT DATA { <a> <b> <c> }").statusCode());
  }

  @Test
  void asksNobodyElse() throws Exception {
    assertEquals(403, ask("SELECT * { SERVICE <http://127.0.0.1:1/x> { ?s ?p ?o } }").statusCode());
  }

  @Test
  void givesUpALongQuery() throws Exception {
    var answer =
        ask("SELECT (COUNT(*) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }");

    assertEquals(503, answer.statusCode(), answer.body());
  }

  @Test
  void answersABrowsersPreflight() throws Exception {
    var answer =
        RunningServer.send("OPTIONS", server.address("/sparql"), "Origin", "https://other.example");

    assertEquals(204, answer.statusCode());
    assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
  }

  private HttpResponse<String> ask(String query, String... headers) throws Exception {
    return server.get("/sparql?query=" + encode(query), headers);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
