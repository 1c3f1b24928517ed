package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.allmende.server.http.Brotli;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Style sheet and scripts in the codings that a client accepts. */
class PackedFilesIT {
  @TempDir private static Path directory;
  @AutoClose private static RunningServer server;
  private static String style;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.start(directory);
    style =
        Jsoup.parse(server.get("/", "Accept", "text/html").body())
            .select("link[rel=stylesheet]")
            .attr("href");
  }

  private static HttpResponse<byte[]> style(String accepted, String... more) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.server().port() + style))
              .header("Accept-Encoding", accepted);
      if (more.length > 0) {
        request.headers(more);
      }
      return client.send(request.build(), BodyHandlers.ofByteArray());
    }
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static void requireBrotli() {
    Assumptions.assumeTrue(Brotli.isAvailable(), "no Brotli on this machine: skipped");
  }

  @Test
  void holdTheSameInEveryCoding() throws Exception {
    var plain = style("identity");
    var gzip = style("gzip");

    assertEquals("", header(plain, "Content-Encoding"));
    assertEquals("gzip", header(gzip, "Content-Encoding"));
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(gzip.body()))) {
      assertArrayEquals(plain.body(), unpacked.readAllBytes());
    }
    requireBrotli();
    var brotli = style("gzip, br");
    assertEquals("br", header(brotli, "Content-Encoding"));
    assertArrayEquals(plain.body(), Decoder.decompress(brotli.body()).getDecompressedData());
    assertTrue(brotli.body().length < gzip.body().length, "the smaller of the two");
  }

  @Test
  void comeInTheCodingThatIsMostWelcome() throws Exception {
    requireBrotli();
    for (var accepted : List.of("br", "gzip, deflate, br, zstd", "*", "gzip;q=0.5, br;q=0.5")) {
      assertEquals("br", header(style(accepted), "Content-Encoding"), accepted);
    }
    for (var accepted : List.of("gzip", "br;q=0, gzip", "br;q=0.1, gzip;q=0.9", "*, br;q=0")) {
      assertEquals("gzip", header(style(accepted), "Content-Encoding"), accepted);
    }
    for (var accepted : List.of("identity", "br;q=0, gzip;q=0", "zstd")) {
      assertEquals("", header(style(accepted), "Content-Encoding"), accepted);
    }
  }

  @Test
  void haveATagForEachCodingAndAreSentOnce() throws Exception {
    requireBrotli();
    var tags =
        List.of(
            header(style("identity"), "ETag"),
            header(style("gzip"), "ETag"),
            header(style("br"), "ETag"));

    assertEquals(3, tags.stream().distinct().count(), tags::toString);
    for (var tag : tags) {
      var answer = style("br", "If-None-Match", tag);
      assertEquals(304, answer.statusCode(), tag);
      assertEquals("Accept-Encoding", header(answer, "Vary"));
    }
    assertEquals("public, max-age=31536000, immutable", header(style("br"), "Cache-Control"));
  }
}
