package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allmende.catalog.model.CatalogRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One Allmende harvests another as a CKAN: a source is made over the API, a job is asked for and
 * runs, and the second says of each dataset what the first says.
 */
class CkanRoundTripIT {

  private static final String OWN_GROUP = "{\"name\": \"stadtteile\", \"title\": \"Stadtteile\"}";

  @TempDir static Path folder;
  private static RunningServer first;
  private static RunningServer second;
  private static String token;

  @BeforeAll
  static void harvest() throws Exception {
    first = RunningServer.start(Files.createDirectories(folder.resolve("first")));
    var firstToken = TestTokens.sysadmin(first.server().catalog(), "chef");
    call(first, firstToken, "group_create", OWN_GROUP);
    publish();
    var data = Files.createDirectories(folder.resolve("second"));
    Files.writeString(
        data.resolve("allmende.yaml"), "fetch: {allow-private: [127.0.0.1], pause: 0s}\n");
    second = RunningServer.start(data);
    second.server().harvestOnSchedule();
    token = TestTokens.sysadmin(second.server().catalog(), "chef");
    call("group_create", OWN_GROUP);
    call(
        "harvest_source_create",
        """
        {"name": "erster", "title": "Der erste", "source_type": "ckan", "url": "%s"}
        """
            .formatted(first.address("")));
  }

  private static void publish() throws InterruptedException {
    first.publish(
        "reich",
        """
        <https://daten.example/reich> dcat:keyword "Rad"@de, "Weg"@de ;
          dcat:landingPage <https://daten.example/reich.html> ; dcat:version "2.1" ;
          dct:issued "2020-05-01"^^xsd:date ;
          dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/ANNUAL> ;
          dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "2020-01-01"^^xsd:date ;
            dcat:endDate "2020-12-31"^^xsd:date ] ;
          dcat:contactPoint [ a vcard:Organization ; vcard:fn "Tiefbauamt" ;
            vcard:hasEmail <mailto:tiefbau@daten.example> ] ;
          dct:spatial [ a dct:Location ; dcat:bbox "POLYGON((11 53,12 53,12 54,11 54,11 53))"^^gsp:wktLiteral ] ;
          dcatde:contributorID <http://dcat-ap.de/def/contributors/testkommune> .
        <https://daten.example/reich#csv> dct:format <http://publications.europa.eu/resource/authority/file-type/CSV> ;
          dcat:byteSize "1234"^^xsd:nonNegativeInteger ;
          dcat:downloadURL <https://daten.example/reich.csv> ;
          dct:description "Eine Zeile je Weg."@de .
        """);
    first.publish(
        "eigenes",
        CatalogRecord.own(Instant.now())
            .withExtras(Map.of("farbe", "grün", "zahl", "3"))
            .withGroups(List.of("stadtteile")));
    first.publish("arm");
    first.publish("umlaute-äöü".replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"));
    first.awaitFollowers();
  }

  @AfterAll
  static void close() {
    first.close();
    second.close();
  }

  private static JsonNode call(String action, String body) throws Exception {
    return call(second, token, action, body);
  }

  private static JsonNode call(RunningServer server, String secret, String action, String body)
      throws Exception {
    var answer =
        server.post(
            "/api/3/action/" + action,
            HttpRequest.BodyPublishers.ofString(body),
            "Content-Type",
            "application/json",
            "Authorization",
            secret);
    var json = TestSite.json(answer.body());
    assertTrue(json.path("success").asBoolean(), answer.body());
    return json.get("result");
  }

  /** Asks for a job and asks how far it is until it has ended. */
  private static JsonNode run() throws Exception {
    var job = call("harvest_job_create", "{\"source_id\": \"erster\"}");
    var id = "{\"id\": \"" + job.get("id").asText() + "\"}";
    var end = Instant.now().plus(Duration.ofSeconds(30));
    while (Set.of("New", "Running").contains(job.get("status").asText())) {
      assertTrue(Instant.now().isBefore(end), () -> "the job does not end");
      job = call("harvest_job_show", id);
    }
    second.awaitFollowers();
    return job;
  }

  @Test
  void theSecondSaysWhatTheFirstSays() throws Exception {
    var job = run();
    assertEquals("Finished", job.get("status").asText(), job.toString());
    assertEquals(4, job.at("/stats/added").asInt(), job.toString());
    var theirs = datasets(first);
    assertEquals(4, theirs.names().size());
    theirs.assertSame(datasets(second));
    var status = call("harvest_source_show_status", "{\"id\": \"erster\"}");
    assertEquals(4, status.get("total_datasets").asInt());
    var again = run();
    assertEquals(4, again.at("/stats/not modified").asInt(), again.toString());
    assertEquals(List.of(), errors(again));
  }

  private static List<JsonNode> errors(JsonNode job) throws Exception {
    var report = call("harvest_job_report", "{\"id\": \"" + job.get("id").asText() + "\"}");
    assertTrue(report.get("object_errors").isEmpty(), report.toString());
    return report.findValues("message");
  }

  private static ComparablePackages datasets(RunningServer server) throws Exception {
    var answer = server.get("/api/3/action/package_search?rows=100&sort=id+asc");
    return ComparablePackages.of(TestSite.json(answer.body()).at("/result/results"));
  }
}
