package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.riot.Lang;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source of the settings file, harvested once, as CKAN's harvest API tells of it. */
class HarvestApiIT {

  @TempDir static Path folder;
  @AutoClose private static RunningServer server;

  @BeforeAll
  static void harvest() throws IOException, InterruptedException {
    var data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(
        folder.resolve("kreis.ttl"),
        """
        @prefix dcat: <http://www.w3.org/ns/dcat#> .
        @prefix dct: <http://purl.org/dc/terms/> .
        <https://kreis.example/d1> a dcat:Dataset ; dct:title "Radwege"@de ;
          dct:description "Alle Radwege."@de ; dcat:distribution <https://kreis.example/d1/csv> .
        <https://kreis.example/d1/csv> a dcat:Distribution ;
          dct:license <http://dcat-ap.de/def/licenses/dl-zero-de/2.0> ;
          dcat:accessURL <https://kreis.example/d1.csv> .
        """);
    var settings =
        Files.writeString(
            data.resolve("allmende.yaml"),
            """
            organizations: [{name: stadt, title: Stadt}]
            sources:
              - {id: Kreis, format: dcat, location: ../kreis.ttl, every: 24h}
            """);
    var run = CommandRun.of(folder, "harvest", "--config", settings.toString());
    assertEquals(0, run.exitCode(), run.out() + run.err());
    server = RunningServer.start(data);
    server.awaitFollowers();
  }

  private static JsonNode action(String call) throws IOException, InterruptedException {
    return TestSite.json(server.get("/api/3/action/" + call).body());
  }

  private static JsonNode result(String call) throws IOException, InterruptedException {
    var answer = action(call);
    assertTrue(answer.path("success").asBoolean(), answer.toString());
    return answer.get("result");
  }

  private static JsonNode search(String filter) throws IOException, InterruptedException {
    return result("package_search?fq=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
  }

  @Test
  void theSourceIsShownWithItsStatusAndWithoutItsFolder() throws Exception {
    var source = result("harvest_source_show?id=kreis");
    assertEquals("harvest", source.get("type").asText());
    assertEquals("dcat_rdf", source.get("source_type").asText());
    assertEquals("DAILY", source.get("frequency").asText());
    assertEquals("file:kreis.ttl", source.get("url").asText());
    assertEquals("stadt", source.at("/organization/name").asText());
    assertEquals(1, source.at("/status/job_count").asInt());
    assertEquals(1, source.at("/status/total_datasets").asInt());
    assertEquals("Finished", source.at("/status/last_job/status").asText());
    assertEquals(1, source.at("/status/last_job/stats/added").asInt());
    assertFalse(source.toString().contains(folder.toString()));
  }

  @Test
  void theSourceIsADatasetForThoseWhoAskForTheTypeAlone() throws Exception {
    var found = search("+dataset_type:harvest");
    assertEquals(1, found.get("count").asInt());
    var id = found.at("/results/0/id").asText();
    assertEquals(found.at("/results/0"), result("package_show?id=" + id));
    assertEquals(0, search("+dataset_type:harvest -name:kreis").get("count").asInt());
    assertEquals(1, search("dataset_type:dataset").get("count").asInt());
    assertEquals(1, search("-dataset_type:harvest").get("count").asInt());
    assertEquals("radwege", result("package_list").get(0).asText());
    assertEquals(1, result("package_list").size());
  }

  @Test
  void theListTellsWhenTheSourceIsHarvestedNext() throws Exception {
    var listed = result("harvest_source_list?only_active=true");
    assertEquals(1, listed.size());
    assertTrue(listed.at("/0/next_run").isTextual());
    assertEquals(0, result("harvest_source_list?only_to_run=true").size());
    assertEquals(0, result("harvest_source_list?organization_id=other").size());
  }

  @Test
  void aHarvestedDatasetSaysWhereItCameFrom() throws Exception {
    var dataset = result("package_show?id=radwege");
    var source = result("harvest_source_show?id=Kreis");
    assertEquals(source.get("id"), extra(dataset, "harvest_source_id"));
    assertEquals("Kreis", extra(dataset, "harvest_source_title").asText());
    assertEquals("https://kreis.example/d1", extra(dataset, "guid").asText());
    var found = search("harvest_source_id:" + source.get("id").asText());
    assertEquals(dataset, found.at("/results/0"));
  }

  private static JsonNode extra(JsonNode dataset, String key) {
    for (var extra : dataset.get("extras")) {
      if (extra.get("key").asText().equals(key)) {
        return extra.get("value");
      }
    }
    throw new AssertionError("no extra " + key + " in " + dataset);
  }

  @Test
  void anObjectIsWhatTheSourceSaid() throws Exception {
    var id = extra(result("package_show?id=radwege"), "harvest_object_id").asText();
    var object = result("harvest_object_show?id=" + id);
    assertEquals("added", object.get("report_status").asText());
    assertTrue(object.get("current").asBoolean());
    assertEquals("https://kreis.example/d1", object.get("guid").asText());
    assertEquals(object, result("harvest_object_show?dataset_id=radwege"));
    assertEquals(
        id, result("harvest_object_list?source_id=kreis&only_current=true").get(0).asText());
    var document = server.get("/harvest/object/" + id);
    assertEquals("text/turtle;charset=utf-8", document.headers().firstValue("Content-Type").get());
    var said = RunningServer.parse(Files.readString(folder.resolve("kreis.ttl")), Lang.TURTLE);
    assertTrue(said.isIsomorphicWith(RunningServer.parse(document.body(), Lang.TURTLE)));
  }

  @Test
  void whatIsUnknownIsNotFound() throws Exception {
    assertEquals(404, server.get("/api/3/action/harvest_source_show?id=nowhere").statusCode());
    assertEquals(404, server.get("/api/3/action/harvest_object_show?id=nowhere").statusCode());
    assertEquals(404, server.get("/api/3/action/harvest_job_show?id=nowhere").statusCode());
    assertEquals(404, server.get("/harvest/nowhere").statusCode());
    assertEquals(404, server.get("/harvest/object/nowhere").statusCode());
    assertEquals(409, server.get("/api/3/action/harvest_object_list").statusCode());
  }

  @Test
  void jobsAreForThoseWhoMayEditTheSource() throws Exception {
    assertEquals(403, server.get("/api/3/action/harvest_job_list?source_id=kreis").statusCode());
    assertEquals(403, server.get("/api/3/action/harvest_job_list").statusCode());
    assertEquals(403, server.get("/api/3/action/harvest_log_list").statusCode());
    var create = server.post("/api/3/action/harvest_job_create", "application/json", "{}");
    assertEquals(403, create.statusCode());
  }

  @Test
  void theKindsOfSourcesAreNamed() throws Exception {
    var kinds = result("harvesters_info_show");
    assertEquals("ckan", kinds.at("/0/name").asText());
    assertEquals("Text", kinds.at("/0/form_config_interface").asText());
  }

  @Test
  void thePagesLeadToTheSameFacts() throws Exception {
    var all = server.get("/harvest");
    assertEquals(303, all.statusCode());
    assertEquals("/api/3/action/harvest_source_list", all.headers().firstValue("Location").get());
    var one = server.get("/harvest/kreis").headers().firstValue("Location").get();
    assertEquals(200, server.get(one).statusCode());
  }
}
