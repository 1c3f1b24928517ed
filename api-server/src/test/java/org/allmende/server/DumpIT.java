package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.allmende.vocab.profile.Profile;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dumps that are kept ready. */
class DumpIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void holdsEveryPublicDatasetInEachFormat(@TempDir Path folder) throws Exception {
    try (var server = RunningServer.start(folder)) {
      var first = server.publish("baum");
      server.publish("park");
      var catalog = server.server().catalog();
      assertTrue(server.server().dumps().await(2, PATIENCE), "no dump was written");
      var expected = GraphFactory.createDefaultGraph();
      for (var entry : catalog.entriesAfter(0, 10, true)) {
        catalog.describe(entry, Profile.DCAT_AP_DE).graph().stream().forEach(expected::add);
      }

      var quads = DatasetGraphFactory.create();
      RDFParser.fromString(text(server, "catalog.nq.gz"), Lang.NQUADS).parse(quads);
      assertTrue(quads.containsGraph(first.node()));
      assertTrue(quads.getUnionGraph().isIsomorphicWith(expected), "N-Quads");
      var turtle = RDFParser.fromString(text(server, "catalog.ttl.gz"), Lang.TURTLE).toGraph();
      assertTrue(turtle.isIsomorphicWith(expected), "Turtle");
      var json = RDFParser.fromString(text(server, "catalog.jsonld.gz"), Lang.JSONLD).toGraph();
      assertTrue(json.isIsomorphicWith(expected), "JSON-LD");
      var packages = text(server, "catalog.ckan.jsonl.gz").lines().toList();
      assertEquals(2, packages.size());
      assertEquals("baum", new ObjectMapper().readTree(packages.getFirst()).path("name").asText());
    }
  }

  @Test
  void tellsTheHashOfEachFile(@TempDir Path folder) throws Exception {
    try (var server = RunningServer.start(folder)) {
      server.publish("baum");
      assertTrue(server.server().dumps().await(1, PATIENCE), "no dump was written");
      var index = new ObjectMapper().readTree(server.get("/dump/index.json").body());
      assertEquals(4, index.path("files").size());
      for (var file : index.path("files")) {
        var bytes = server.bytes("/dump/" + file.path("name").asText()).body();
        var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        assertEquals(HexFormat.of().formatHex(hash), file.path("sha256").asText());
        assertEquals(bytes.length, file.path("bytes").asLong());
      }
      var part = server.get("/dump/catalog.nq.gz", "Range", "bytes=0-1");
      assertEquals(206, part.statusCode());
    }
  }

  @Test
  void standsWithItsHashesOnThePageForDevelopers(@TempDir Path folder) throws Exception {
    try (var server = RunningServer.start(folder)) {
      server.publish("baum");
      assertTrue(server.server().dumps().await(1, PATIENCE), "no dump was written");
      var index = new ObjectMapper().readTree(server.get("/dump/index.json").body());
      var page = Jsoup.parse(server.get("/entwickler").body());
      var rows = page.select("section[aria-labelledby=bulk] tbody tr");

      assertEquals(4, rows.size());
      for (var i = 0; i < rows.size(); i++) {
        assertEquals(
            index.path("files").path(i).path("sha256").asText(), rows.get(i).select("code").text());
        assertEquals(200, server.head(rows.get(i).select("a").attr("href")).statusCode());
      }
      for (var told : List.of("requests", "limits", "log")) {
        assertEquals(1, page.select("section[aria-labelledby=" + told + "] p").size(), told);
      }
    }
  }

  @Test
  void isWrittenAnewWhenSomethingChangedAndItIsOldEnough(@TempDir Path folder) throws Exception {
    try (var server = RunningServer.start(folder, "dumps.every", "1s")) {
      server.publish("baum");
      assertTrue(server.server().dumps().await(1, PATIENCE), "no first dump");
      server.publish("park");
      assertTrue(server.server().dumps().await(2, PATIENCE), "no second dump");
      assertEquals(2, text(server, "catalog.ckan.jsonl.gz").lines().count());
    }
  }

  @Test
  void saysWhenTheFirstIsNotWrittenYetAndThrowsHalfADumpAway(@TempDir Path folder)
      throws Exception {
    var half = Files.createDirectories(folder.resolve("dump").resolve("1"));
    Files.writeString(half.resolve("catalog.nq.gz"), "half");
    try (var server = RunningServer.start(folder)) {
      var answer = server.get("/dump/catalog.nq.gz");
      assertEquals(503, answer.statusCode());
      assertTrue(answer.headers().firstValue("Retry-After").isPresent());
      assertEquals(404, server.get("/dump/catalog.zip").statusCode());
    }
  }

  private static String text(RunningServer server, String name)
      throws IOException, InterruptedException {
    var answer = server.bytes("/dump/" + name);
    assertEquals(200, answer.statusCode(), name);
    assertEquals(List.of("application/gzip"), answer.headers().allValues("Content-Type"));
    try (var in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
