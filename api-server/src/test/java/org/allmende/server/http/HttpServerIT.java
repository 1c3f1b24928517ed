package org.allmende.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class HttpServerIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final BlockingQueue<String> observed = new LinkedBlockingQueue<>();
  @AutoClose private HttpServer server = start("");

  private HttpServer start(String rootPath) {
    var table =
        RouteTable.of(
            List.of(
                routes ->
                    routes
                        .get("/echo", ctx -> Answers.text(ctx, "got " + ctx.queryString()))
                        .get("/long", ctx -> Answers.text(ctx, "x".repeat(5_000)))
                        .get("/thing/{id}.ttl", ctx -> Answers.text(ctx, "turtle"))
                        .get("/thing/{id}", ctx -> Answers.text(ctx, ctx.pathParam("id")))
                        .get(
                            "/tagged",
                            ctx -> {
                              if (!ETags.isAnswered(ctx, "\"t\"")) {
                                Answers.text(ctx, "body");
                              }
                            })
                        .get(
                            "/tagged/long",
                            ctx -> {
                              if (!ETags.isAnswered(ctx, "\"t\"")) {
                                Answers.text(ctx, "x".repeat(5_000));
                              }
                            })
                        .get("/open/thing", ctx -> Answers.text(ctx, "for all"))
                        .post("/open/thing", ctx -> Answers.text(ctx, "for all"))
                        .open("/open/")
                        .get(
                            "/streamed",
                            ctx ->
                                Answers.stream(
                                    ctx,
                                    "text/plain",
                                    out -> {
                                      var length = Integer.parseInt(ctx.queryParam("length"));
                                      out.write(new byte[length]);
                                      if (ctx.queryParam("broken") != null) {
                                        throw Problem.of(409, "too late").asException();
                                      }
                                    }))
                        .get(
                            "/broken",
                            ctx -> {
                              throw new IOException("a secret of the house");
                            })
                        .get(
                            "/catalog.ttl",
                            ctx -> {
                              throw Problem.ofParameter(409, "page", "page must be 1 or more")
                                  .asException();
                            })
                        .post("/written", ctx -> Answers.text(ctx, ctx.body()))
                        .problems("/catalog", ProblemWriter.text())));
    return HttpServer.start(
        new HttpServer.Settings("127.0.0.1", 0, rootPath, 1_000),
        table,
        (method, route, status, duration) -> observed.add(method + " " + route + " " + status));
  }

  @Test
  void givesThePackedFormATagOfItsOwn() throws Exception {
    var plain = send("GET", "/tagged/long");
    var packed = send("GET", "/tagged/long", "Accept-Encoding", "gzip");

    assertEquals("\"t\"", header(plain, "ETag"));
    assertEquals("\"t-gzip\"", header(packed, "ETag"));
    assertEquals("Accept-Encoding", header(plain, "Vary"));
    assertEquals("Accept-Encoding", header(packed, "Vary"));
  }

  @Test
  void answersNotModifiedToWhoHasEitherForm() throws Exception {
    for (var tag : List.of("\"t\"", "\"t-gzip\"")) {
      var answer = send("GET", "/tagged/long", "If-None-Match", "W/" + tag);

      assertEquals(304, answer.statusCode());
      assertEquals(tag, header(answer, "ETag"));
      assertEquals("Accept-Encoding", header(answer, "Vary"));
    }
    assertEquals(200, send("GET", "/tagged/long", "If-None-Match", "\"u-gzip\"").statusCode());
  }

  @Test
  void letsScriptsOfAnySiteReadWhatIsOpen() throws Exception {
    var answer = send("GET", "/open/thing");
    var preflight = send("OPTIONS", "/open/thing");

    assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
    assertEquals(204, preflight.statusCode());
    assertEquals("*", header(preflight, "Access-Control-Allow-Origin"));
    assertEquals("GET, HEAD, POST, OPTIONS", header(preflight, "Access-Control-Allow-Methods"));
    assertEquals("", header(send("GET", "/echo"), "Access-Control-Allow-Origin"));
  }

  @Test
  void tellsTheLengthOfAShortStreamAlone() throws Exception {
    var shortOne = send("GET", "/streamed?length=1000");
    var longOne = send("GET", "/streamed?length=300000");

    assertEquals("1000", header(shortOne, "Content-Length"));
    assertEquals("", header(longOne, "Content-Length"));
    assertEquals(300_000, longOne.body().length());
  }

  @Test
  void answersAnErrorThatShowsBeforeTheFirstByteLeaves() throws Exception {
    assertEquals(409, send("GET", "/streamed?length=1000&broken=1").statusCode());
  }

  @Test
  void answersHeadLikeGetWithoutBody() throws Exception {
    var get = send("GET", "/long");
    var head = send("HEAD", "/long");

    assertEquals(get.statusCode(), head.statusCode());
    assertEquals(get.headers().map().keySet(), head.headers().map().keySet());
    assertEquals("5000", head.headers().firstValue("Content-Length").orElseThrow());
    assertEquals("", head.body());
  }

  @Test
  void compressesALongTextForThoseWhoAcceptGzip() throws Exception {
    var answer = send("GET", "/long", "Accept-Encoding", "gzip");

    assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElseThrow());
    assertEquals("Accept-Encoding", answer.headers().firstValue("Vary").orElseThrow());
    assertTrue(answer.body().length() < 1_000);
  }

  @Test
  void tellsAProblemAsJson() throws Exception {
    var answer = send("GET", "/nowhere");

    assertEquals(404, answer.statusCode());
    assertEquals("application/problem+json;charset=utf-8", contentType(answer));
    assertEquals(
        "{\"title\":\"Not found\",\"status\":404,\"detail\":\"There is nothing at /nowhere.\"}",
        answer.body());
  }

  @Test
  void tellsAProblemInTheShapeOfItsAddress() throws Exception {
    var answer = send("GET", "/catalog.ttl");

    assertEquals(409, answer.statusCode());
    assertEquals("text/plain;charset=utf-8", contentType(answer));
    assertEquals(409, send("HEAD", "/catalog.ttl").statusCode());
    assertEquals("text/plain;charset=utf-8", contentType(send("GET", "/catalog.json")));
  }

  @Test
  void tellsWhichMethodsAreAnswered() throws Exception {
    var answer = send("DELETE", "/written");

    assertEquals(405, answer.statusCode());
    assertTrue(answer.body().contains("POST"), answer.body());
  }

  @Test
  void keepsTheReasonOfAFailureInTheLog() throws Exception {
    var answer = send("GET", "/broken");

    assertEquals(500, answer.statusCode());
    assertFalse(answer.body().contains("secret"));
  }

  @Test
  void answers304ToThoseWhoHaveIt() throws Exception {
    var answer = send("GET", "/tagged", "If-None-Match", "\"a\", \"t\"");

    assertEquals(304, answer.statusCode());
    assertEquals("\"t\"", answer.headers().firstValue("ETag").orElseThrow());
    assertEquals("", answer.body());
  }

  @Test
  void triesTheMoreSpecialRouteFirst() throws Exception {
    assertEquals("turtle", send("GET", "/thing/a.b.ttl").body());
    assertEquals("a.b", send("GET", "/thing/a.b").body());
  }

  @Test
  void collapsesDoubleSlashes() throws Exception {
    assertEquals("a", send("GET", "//thing//a").body());
  }

  @Test
  void acceptsAnAddressOf16Kilobytes() throws Exception {
    assertEquals(200, send("GET", "/echo?q=" + "x".repeat(16 * 1024)).statusCode());
  }

  @Test
  void acceptsOddCharactersInAQuery() throws Exception {
    var answer = raw("GET /echo?q=a|b\"{}[]^`<>\\ü%zz HTTP/1.1");

    assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
  }

  @Test
  void refusesABodyThatIsTooLarge() throws Exception {
    var request =
        HttpRequest.newBuilder(address("/written"))
            .POST(HttpRequest.BodyPublishers.ofString("x".repeat(2_000)))
            .build();

    assertEquals(413, CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
  }

  @Test
  void answersBelowARootPathAlone() throws Exception {
    server.close();
    server = start("/ckan");

    assertEquals("a", send("GET", "/ckan/thing/a").body());
    assertEquals(404, send("GET", "/thing/a").statusCode());
    assertEquals("text/plain;charset=utf-8", contentType(send("GET", "/ckan/catalog.ttl")));
  }

  @Test
  void tellsTheObserverTheRouteAndNotTheAddress() throws Exception {
    send("GET", "/thing/a");
    send("GET", "/nowhere");

    assertEquals("GET /thing/{id} 200", observed.poll(5, TimeUnit.SECONDS));
    assertEquals("GET none 404", observed.poll(5, TimeUnit.SECONDS));
  }

  @Test
  void saysNothingAboutItsMaker() throws Exception {
    assertTrue(send("GET", "/thing/a").headers().firstValue("Server").isEmpty());
  }

  private HttpResponse<String> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address(path)).method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private String raw(String requestLine) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      var request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String contentType(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }
}
