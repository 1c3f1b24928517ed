package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.model.CatalogRecord;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFLanguages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream of changes, as a partner copies it. */
class ChangesIT {
  private static final String AS = "https://www.w3.org/ns/activitystreams#";

  @Test
  void tellsEachPublicRevisionOnce(@TempDir Path folder) throws Exception {
    try (var server = RunningServer.start(folder)) {
      var first = server.publish("a");
      server.publish("b");
      server.publish("a", "<https://daten.example/a> dcat:keyword 'Neu' .");
      server.server().catalog().withdraw(List.of(first), Optional.empty());

      var lines = lines(server, "/changes.jsonl");
      assertEquals(
          List.of("published a", "published b", "published a", "withdrawn a"),
          lines.stream().map(ChangesIT::summary).toList());
      assertTrue(lines.get(2).path("hash").asText().matches("[0-9a-f]{64}"));
      assertFalse(lines.get(3).has("hash"), "a tombstone tells nothing of what was there");

      var rest = lines(server, "/changes.jsonl?after=" + lines.get(1).path("sequence").asLong());
      assertEquals(lines.subList(2, 4), rest);
      assertEquals(
          List.of(),
          lines(server, "/changes.jsonl?after=" + lines.get(3).path("sequence").asLong()));
    }
  }

  @Test
  void hidesWhatIsPrivateButLeavesATombstoneOfWhatWasPublic(@TempDir Path folder) throws Exception {
    try (var server = RunningServer.start(folder)) {
      var closed = CatalogRecord.own(Instant.now()).withPrivate(true);
      server.publish("never", closed);
      server.publish("once");
      server.publish("once", closed);
      server.publish("once", closed, "<https://daten.example/once> dcat:keyword 'geheim' .");
      assertEquals(
          List.of("published once", "withdrawn once"),
          lines(server, "/changes.jsonl").stream().map(ChangesIT::summary).toList());
    }
  }

  @Test
  void leadsFromPageToPage(@TempDir Path folder) throws Exception {
    try (var server = RunningServer.start(folder)) {
      for (var name : List.of("a", "b", "c")) {
        server.publish(name);
      }
      var seen = new ArrayList<String>();
      var next = Optional.of("/changes.jsonl?limit=2");
      while (next.isPresent()) {
        lines(server, next.get()).forEach(line -> seen.add(summary(line)));
        next = server.get(next.get()).headers().firstValue("Link").map(link -> path(server, link));
      }
      assertEquals(List.of("published a", "published b", "published c"), seen);
    }
  }

  @Test
  void answers304WhileNothingChanged(@TempDir Path folder) throws Exception {
    try (var server = RunningServer.start(folder)) {
      server.publish("a");
      var tag = server.get("/changes.jsonl").headers().firstValue("ETag").orElseThrow();
      assertEquals(304, server.get("/changes.jsonl", "If-None-Match", tag).statusCode());
      server.publish("b");
      assertEquals(200, server.get("/changes.jsonl", "If-None-Match", tag).statusCode());
    }
  }

  @Test
  void saysTheSameAsAnEventStream(@TempDir Path folder) throws Exception {
    try (var server = RunningServer.start(folder)) {
      var first = server.publish("a");
      server.publish("a", "<https://daten.example/a> dcat:keyword 'Neu' .");
      server.server().catalog().withdraw(List.of(first), Optional.empty());
      for (var address : List.of("/changes.ttl", "/changes.jsonld")) {
        var graph =
            RunningServer.parse(server.get(address).body(), RDFLanguages.filenameToLang(address));
        for (var activity : List.of("Create", "Update", "Delete")) {
          assertTrue(
              graph.contains(Node.ANY, Node.ANY, NodeFactory.createURI(AS + activity)), activity);
        }
        assertEquals(
            3, graph.stream(Node.ANY, NodeFactory.createURI(AS + "object"), first.node()).count());
      }
      assertEquals(
          "text/turtle",
          server
              .get("/changes", "Accept", "text/turtle")
              .headers()
              .firstValue("Content-Type")
              .orElse("")
              .replaceAll(";.*", ""));
    }
  }

  @Test
  void refusesWhatIsNoSequenceNumber(@TempDir Path folder) throws Exception {
    try (var server = RunningServer.start(folder)) {
      assertEquals(409, server.get("/changes.jsonl?after=gestern").statusCode());
      assertEquals(404, server.get("/changes.csv").statusCode());
    }
  }

  private static String summary(JsonNode line) {
    var iri = line.path("dataset").asText();
    return line.path("change").asText() + " " + iri.substring(iri.lastIndexOf('/') + 1);
  }

  private static String path(RunningServer server, String link) {
    return link.replaceFirst("^<" + server.server().url(), "").replaceFirst(">.*", "");
  }

  private static List<JsonNode> lines(RunningServer server, String path) throws Exception {
    var answer = server.get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    var lines = new ArrayList<JsonNode>();
    for (var line : answer.body().lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }
}
