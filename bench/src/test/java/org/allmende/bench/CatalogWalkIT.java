package org.allmende.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.javalin.Javalin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogWalkIT {

  private static final int PAGES = 3;
  private static final String PADDING = "ä".repeat(100_000);

  private final Javalin server =
      Javalin.create(
              config -> {
                config.startup.showJavalinBanner = false;
                config.routes.get(
                    "/catalog.rdf",
                    ctx -> {
                      var page = ctx.queryParamAsClass("page", Integer.class).getOrDefault(1);
                      // Written piece by piece, so that it goes out in chunks.
                      var out = ctx.res().getOutputStream();
                      out.write(page(page).getBytes(StandardCharsets.UTF_8));
                      out.flush();
                      out.write(PADDING.getBytes(StandardCharsets.UTF_8));
                    });
                config.routes.get("/short", ctx -> ctx.result("short"));
              })
          .start("127.0.0.1", 0);
  private final InetSocketAddress address =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());

  private static String page(int number) {
    var datasets =
        "<dcat:Dataset rdf:about=\"https://a.example/1\"/>"
            + "<rdf:type rdf:resource=\"http://www.w3.org/ns/dcat#Dataset\"/>".repeat(number - 1);
    var next =
        "<hydra:next>https://daten.example/catalog.rdf?page="
            + (number + 1)
            + "&amp;after="
            + number
            + "</hydra:next>";
    return datasets + (number < PAGES ? next : "");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void followsNextToTheLastPage() throws IOException {
    var walk = CatalogWalk.run(address, "rdf");

    assertEquals(PAGES, walk.pages());
    assertEquals(1 + 2 + 3, walk.datasets());
  }

  @Test
  void aPageThatFailsEndsTheWalk() {
    server.stop();

    assertThrows(IOException.class, () -> CatalogWalk.run(address, "rdf"));
  }

  @Test
  void oneConnectionReadsAnswersInChunksAndByLength() throws IOException {
    try (var connection = HttpConnection.open(address)) {
      for (var i = 0; i < 3; i++) {
        var chunked = new ByteArrayOutputStream();
        var first = connection.exchange(HttpConnection.get("/catalog.rdf?page=3", ""), chunked);
        var whole = new ByteArrayOutputStream();
        connection.exchange(HttpConnection.get("/short", ""), whole);

        assertEquals(page(3) + PADDING, chunked.toString(StandardCharsets.UTF_8));
        assertEquals(chunked.size(), first.bytes());
        assertEquals("short", whole.toString(StandardCharsets.UTF_8));
      }
    }
  }
}
