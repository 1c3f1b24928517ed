package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationIT {
  @TempDir private Path directory;
  @AutoClose private RunningServer server;

  @BeforeEach
  void start() {
    server = RunningServer.start(directory);
    server.publish("baum");
  }

  @ParameterizedTest
  @CsvSource({"/", "/catalog"})
  void givesTheCatalogToThoseWhoAcceptRdf(String path) throws Exception {
    var answer = server.get(path, "Accept", "application/ld+json, text/html;q=0.5");

    assertEquals(200, answer.statusCode());
    assertEquals(
        "application/ld+json;charset=utf-8",
        answer.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(
        server.server().url() + "/catalog.jsonld",
        answer.headers().firstValue("Content-Location").orElseThrow());
    assertTrue(answer.headers().allValues("Vary").contains("Accept"));
  }

  @Test
  void leadsPeopleFromTheCatalogToTheStartPage() throws Exception {
    var answer = server.get("/catalog", "Accept", "text/html");

    assertEquals(303, answer.statusCode());
    assertTrue(answer.headers().firstValue("Location").orElseThrow().endsWith("/"));
  }

  @Test
  void letsASuffixBeatTheAcceptHeader() throws Exception {
    var answer = server.get("/catalog.nt", "Accept", "text/turtle");

    assertEquals(
        "application/n-triples;charset=utf-8",
        answer.headers().firstValue("Content-Type").orElseThrow());
  }

  @Test
  void answersHeadWithTheHeadersOfGet() throws Exception {
    for (var path : new String[] {"/catalog.rdf", "/dataset/baum.jsonld", "/dataset/baum"}) {
      var get = server.get(path);
      var head = server.head(path);

      assertEquals(get.statusCode(), head.statusCode(), path);
      assertEquals("", head.body(), path);
      for (var name : new String[] {"Content-Type", "Content-Length", "ETag", "Location"}) {
        assertEquals(get.headers().firstValue(name), head.headers().firstValue(name), path);
      }
    }
  }
}
