package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.allmende.catalog.model.Triples;
import org.allmende.server.format.OutputFormat;
import org.allmende.server.format.OutputFormats;
import org.allmende.server.harvest.HarvestRoutes;
import org.allmende.server.http.HttpServer;
import org.allmende.server.http.Links;
import org.allmende.server.http.RequestObserver;
import org.allmende.server.http.RouteTable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsIT {
  @TempDir private Path directory;
  @AutoClose private RunningServer server;

  @BeforeEach
  void start() {
    server = RunningServer.start(directory);
  }

  @ParameterizedTest
  @CsvSource({
    "/catalog.ttl?page=0, 409, page must be",
    "/catalog.ttl?page=-1, 409, page must be",
    "/catalog.ttl?page=x, 409, page must be",
    "/catalog.ttl?after=-1, 409, after must be",
    "/catalog.ttl?after=x, 409, after must be",
    "/catalog.ttl?modified_since=gestern, 409, modified_since must be",
    "/catalog.ttl?profiles=schemaorg, 409, Unknown profile",
    "/catalog.ttl?q=title:(, 409, Search error",
    "/catalog.json, 404, Unknown format",
  })
  void answersABadCatalogAddressInPlainText(String path, int status, String words)
      throws Exception {
    var get = server.get(path, "Accept", "*/*");

    assertEquals(status, get.statusCode());
    assertTrue(get.body().contains(words), get.body());
    assertEquals(
        "text/plain;charset=utf-8", get.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(status, server.head(path).statusCode());
  }

  @Test
  void tellsAllThatIsWrongAtOnce() throws Exception {
    var body = server.get("/catalog.ttl?page=0&after=x&profiles=y").body();

    assertTrue(body.contains("page must be"), body);
    assertTrue(body.contains("after must be"), body);
    assertTrue(body.contains("Unknown profile"), body);
  }

  @Test
  void asksToComeAgainWhenAPageCannotBeComplete() throws Exception {
    var catalog = server.server().catalog();
    var routes =
        new HarvestRoutes(
            catalog,
            new Links(server.server().url()),
            new OutputFormats(List.of(BROKEN)),
            (q, fq) -> new long[0],
            1_000,
            server.server().statistics().harvesters());
    var settings = new HttpServer.Settings("127.0.0.1", 0, "", 1_000);
    try (var http =
        HttpServer.start(settings, RouteTable.of(List.of(routes)), RequestObserver.none())) {
      for (var method : new String[] {"GET", "HEAD"}) {
        var answer =
            RunningServer.send(method, "http://127.0.0.1:" + http.port() + "/catalog.broken");

        assertEquals(503, answer.statusCode());
        assertEquals("60", answer.headers().firstValue("Retry-After").orElseThrow());
        assertEquals(
            "text/plain;charset=utf-8", answer.headers().firstValue("Content-Type").orElseThrow());
      }
    }
  }

  private static final OutputFormat BROKEN =
      new OutputFormat() {
        @Override
        public List<String> suffixes() {
          return List.of("broken");
        }

        @Override
        public String mediaType() {
          return "text/turtle";
        }

        @Override
        public byte[] write(Triples triples) {
          throw new IllegalStateException("the disk is full");
        }
      };

  @Test
  void refusesALoopbackBaseUnderAPublicAddress() {
    server.publish("baum");
    server.close();

    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> RunningServer.start(directory, "catalog.url", "https://daten.example"));

    assertTrue(String.valueOf(error.getMessage()).contains("empty data directory"));
    server = RunningServer.start(directory);
  }
}
