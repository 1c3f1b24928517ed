package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparqlPageIT {
  @TempDir static Path directory;
  @AutoClose private static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.start(directory);
    server.publish("eins");
    server.publish("roh", "<https://daten.example/roh> dct:title \"<b>fett</b>\"@en .");
    server.awaitFollowers();
  }

  private static HttpResponse<String> ask(String query) throws Exception {
    return server.get(
        "/entwickler/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
  }

  private static Document answer(String query) throws Exception {
    return Jsoup.parse(ask(query).body());
  }

  @Test
  void showsRowsAsATableAndLeadsToThemAsFiles() throws Exception {
    var page = answer("SELECT ?d ?t WHERE { ?d <http://purl.org/dc/terms/title> ?t } ORDER BY ?t");

    assertEquals(
        "d t",
        page.select("thead th").eachText().stream().reduce("", (a, b) -> (a + " " + b).strip()));
    assertTrue(page.select("tbody td").eachText().contains("<b>fett</b>"), page.text());
    var csv = page.select("section .forms a:contains(CSV)").attr("href");
    var file = server.get(csv);
    assertTrue(file.headers().firstValue("Content-Type").orElse("").startsWith("text/csv"));
    assertTrue(file.body().startsWith("d,t"), file.body());
  }

  @Test
  void keepsAQueryThatCannotBeReadAndSaysWhy() throws Exception {
    var refused = ask("SELECT");
    var page = Jsoup.parse(refused.body());

    assertEquals(400, refused.statusCode());
    assertEquals("SELECT", page.select("textarea").text());
    assertTrue(page.select("[role=alert]").text().contains("SPARQL 1.1"), page.text());
    assertTrue(page.title().startsWith("Fehler: "), page.title());
  }

  @Test
  void answersYesOrNoAndTriplesAsText() throws Exception {
    assertEquals("Ja", answer("ASK { ?s ?p ?o }").select("pre").text());
    var triples = answer("CONSTRUCT WHERE { ?s <http://purl.org/dc/terms/title> ?o }");
    assertTrue(triples.select("pre").text().contains("eins"), triples.text());
  }

  @Test
  void everyExampleHasAnAnswer() throws Exception {
    var page = Jsoup.parse(server.get("/en/developers/sparql").body());
    var examples = page.select("main a[href*=query]").eachAttr("href");

    assertTrue(examples.size() >= 4);
    for (var example : examples) {
      assertEquals(200, server.get(example).statusCode(), example);
    }
  }
}
