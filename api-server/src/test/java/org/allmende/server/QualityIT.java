package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quality of descriptions, for machines. */
class QualityIT {
  private static final String DQV = "http://www.w3.org/ns/dqv#";

  @Test
  void saysWhichEditsGainMost(@TempDir Path folder) throws Exception {
    try (var server = RunningServer.start(folder)) {
      server.publish("baum");
      var quality = json(server, "/datensatz/baum/qualitaet.json");
      assertEquals(405, quality.path("maximum").asInt());
      assertEquals(3, quality.path("edits").size());
      var gains = quality.path("edits");
      assertTrue(gains.get(0).path("gain").asDouble() >= gains.get(2).path("gain").asDouble());

      var before = quality.path("points").asDouble();
      server.publish("baum", "<https://daten.example/baum> dcat:keyword 'Baum', 'Park' .");
      var after = json(server, "/datensatz/baum/qualitaet.json").path("points").asDouble();
      assertEquals(30, after - before, 0.01, "keywords give 30 points");
    }
  }

  @Test
  void addsUpTheCatalogAndEachPublisher(@TempDir Path folder) throws Exception {
    try (var server = RunningServer.start(folder)) {
      server.publish("baum");
      server.publish("park", "<https://daten.example/park> dcat:keyword 'Baum' .");
      var catalog = json(server, "/qualitaet.json");
      assertEquals(2, catalog.path("datasets").asInt());
      var keywords = catalog.path("dimensions").get(0).path("indicators").get(0);
      assertEquals("keywordAvailability", keywords.path("code").asText());
      assertEquals(1, keywords.path("passed").asInt());
      assertEquals(2, keywords.path("of").asInt());

      var name = catalog.path("publishers").get(0).path("publisher").asText();
      var publisher = json(server, "/qualitaet.json?herausgeber=" + name + "&lang=en");
      assertEquals(2, publisher.path("datasets").asInt());
      assertEquals("Findability", publisher.path("dimensions").get(0).path("label").asText());
      assertEquals(404, server.get("/qualitaet.json?herausgeber=niemand").statusCode());
    }
  }

  @Test
  void saysTheSameInTheDataQualityVocabulary(@TempDir Path folder) throws Exception {
    try (var server = RunningServer.start(folder)) {
      var uri = server.publish("baum");
      var graph =
          RunningServer.parse(server.get("/datensatz/baum/qualitaet.ttl").body(), Lang.TURTLE);
      var property = NodeFactory.createURI(DQV + "hasQualityMeasurement");
      var measurements = graph.stream(uri.node(), property, Node.ANY).count();
      var judged = 0;
      for (var dimension : json(server, "/datensatz/baum/qualitaet.json").path("dimensions")) {
        for (var indicator : dimension.path("indicators")) {
          judged += indicator.path("of").asInt() > 0 ? 1 : 0;
        }
      }
      assertEquals(judged + 1, measurements, "one for each indicator, one for the points");
      assertEquals(404, server.get("/datensatz/baum/qualitaet.csv").statusCode());
    }
  }

  private static JsonNode json(RunningServer server, String path) throws Exception {
    var answer = server.get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    return new ObjectMapper().readTree(answer.body());
  }
}
