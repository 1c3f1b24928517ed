package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.allmende.sample.Samples;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way once: the sample town from its files to harvester, CKAN client, SPARQL and page.
 */
class SampleTownIT {

  private static final int DATASETS = 15;

  @TempDir static Path directory;
  @AutoClose private static RunningServer server;
  private static CommandRun second;

  @BeforeAll
  static void harvest() throws Exception {
    var config = Samples.copyTo(directory.resolve("town"));
    var first = CommandRun.of(directory, "harvest", "--config", config.toString());
    assertEquals(0, first.exitCode(), first.out() + first.err());
    second = CommandRun.of(directory, "harvest", "--config", config.toString());
    server = RunningServer.configured(directory, config, "4");
    server.awaitFollowers();
  }

  @Test
  void givesAHarvesterEveryDatasetExactlyOnce() throws Exception {
    var walked = CatalogWalk.datasets(new CatalogWalk(server).pages());
    assertEquals(DATASETS, walked.size());
    assertEquals(DATASETS, new HashSet<>(walked).size());
  }

  @Test
  void givesTheSameSetToHarvestersCkanClientsAndSparql() throws Exception {
    var walked = new TreeSet<>(CatalogWalk.datasets(new CatalogWalk(server).pages()));
    assertEquals(walked, irisFoundByCkan());
    assertEquals(walked, irisFoundBySparql());
  }

  @Test
  void hasNothingThatTheOfficialShapesCallAViolation() throws Exception {
    var shapes = OfficialShapes.require();
    for (var page : new CatalogWalk(server).pages()) {
      assertEquals(java.util.List.of(), shapes.violations(page));
    }
  }

  @Test
  void writesNothingWhenTheSameIsHarvestedAgain() {
    assertEquals(0, second.exitCode(), second.out() + second.err());
    var sequences =
        server.server().catalog().entriesAfter(0, 100, false).stream()
            .map(entry -> entry.revision().sequence())
            .toList();
    assertEquals(DATASETS, sequences.size());
    assertEquals(DATASETS, sequences.stream().mapToLong(Long::longValue).max().orElseThrow());
  }

  @Test
  void servesEveryFileItDescribes() throws Exception {
    for (var dataset : results().path("results")) {
      for (var resource : dataset.path("resources")) {
        var url = resource.path("url").asText();
        if (url.startsWith(server.server().url())) {
          var path = url.substring(server.server().url().length());
          assertEquals(200, server.head(path).statusCode(), url);
        }
      }
    }
  }

  @Test
  void showsADatasetOnAPage() throws Exception {
    var name = results().path("results").path(0).path("name").asText();
    var page = server.get("/datensatz/" + name);
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("<h1"), page.body());
  }

  @Test
  void tellsWhatColumnsMeanFromTheMappingToThePage() throws Exception {
    var page = Jsoup.parse(server.get("/en/dataset/ladestationen-fuer-elektrofahrzeuge").body());
    var tables = page.select("details:contains(What the 39 columns mean)");
    assertEquals(1, tables.size(), "what several files have in common is told once");
    var row = page.expectFirst("details tr:has(code:matchesOwn(^power_kw$))");
    assertEquals("power_kw Rated power Of all charge points together. Number kW", row.text());
    assertTrue(page.select(".file").text().contains("The columns mean the same as in"));

    var file = page.select(".file:has(details) h3 a").attr("href");
    assertTrue(server.get(file).body().contains("Rated power"), file);
  }

  @Test
  void namesTheTownWhereADatasetIsAboutIt() throws Exception {
    var page = Jsoup.parse(server.get("/datensatz/ladestationen-fuer-elektrofahrzeuge").body());
    assertEquals("Musterstadt", page.select(".side dt:contains(Ort) + dd").text());
  }

  private static JsonNode results() throws Exception {
    var answer = server.get("/api/3/action/package_search?rows=100");
    assertEquals(200, answer.statusCode(), answer.body());
    return new ObjectMapper().readTree(answer.body()).path("result");
  }

  /** The IRI of a package: its extra {@code uri}, else {base}/dataset/{id}. */
  private static Set<String> irisFoundByCkan() throws Exception {
    var iris = new TreeSet<String>();
    for (var dataset : results().path("results")) {
      var id = dataset.path("id").asText();
      var iri = server.server().catalog().identity().datasetUri(id).value();
      for (var extra : dataset.path("extras")) {
        if (extra.path("key").asText().equals("uri")) {
          iri = extra.path("value").asText();
        }
      }
      iris.add(iri);
    }
    return iris;
  }

  private static Set<String> irisFoundBySparql() throws Exception {
    var query = "SELECT ?d { ?d a <http://www.w3.org/ns/dcat#Dataset> }";
    var answer =
        server.get(
            "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
            "Accept",
            "text/csv");
    assertEquals(200, answer.statusCode(), answer.body());
    return new TreeSet<>(answer.body().lines().skip(1).toList());
  }
}
