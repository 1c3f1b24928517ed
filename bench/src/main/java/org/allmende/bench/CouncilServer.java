package org.allmende.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Plays a council's OParl server with any number of papers, a hundred a page, each with a file and
 * a consultation. It takes its time for a page, as such servers do; nothing is kept in memory.
 */
final class CouncilServer implements AutoCloseable {

  private static final int PAGE = 100;
  private static final String SCHEMA = "https://schema.oparl.org/1.1/";

  private final HttpServer server;
  private final int papers;
  private final Duration delay;

  private CouncilServer(HttpServer server, int papers, Duration delay) {
    this.server = server;
    this.papers = papers;
    this.delay = delay;
  }

  static CouncilServer start(int papers, Duration delay) throws IOException {
    var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var council = new CouncilServer(HttpServer.create(here, 0), papers, delay);
    council.server.createContext("/", council::answer);
    council.server.start();
    return council;
  }

  int papers() {
    return papers;
  }

  int pages() {
    return (papers + PAGE - 1) / PAGE;
  }

  String system() {
    return at("/system");
  }

  String page(int number) {
    return at("/papers?page=" + number);
  }

  private String at(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = body(exchange.getRequestURI().toString()).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String body(String address) throws IOException {
    if (address.startsWith("/papers")) {
      pause();
      return papers(Integer.parseInt("0" + address.replaceFirst("^.*page=(\\d+).*$|^.*$", "$1")));
    }
    return switch (address) {
      case "/system" ->
          "{\"id\":\"%s\",\"type\":\"%sSystem\",\"body\":\"%s\"}"
              .formatted(system(), SCHEMA, at("/bodies"));
      case "/bodies" -> list(body(), "");
      default -> list("", "");
    };
  }

  private String body() {
    return ("{\"id\":\"%s\",\"type\":\"%sBody\",\"name\":\"Musterstadt\",\"ags\":\"13099001\","
            + "\"organization\":\"%s\",\"meeting\":\"%s\",\"paper\":\"%s\"}")
        .formatted(at("/body/1"), SCHEMA, at("/organizations"), at("/meetings"), at("/papers"));
  }

  private void pause() throws IOException {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private String papers(int asked) {
    var number = Math.max(1, asked);
    var first = (number - 1) * PAGE;
    var all =
        IntStream.range(first, Math.min(papers, first + PAGE))
            .mapToObj(this::paper)
            .collect(Collectors.joining(","));
    return list(all, number < pages() ? page(number + 1) : "");
  }

  private String paper(int n) {
    return """
    {"id":"%1$s/%3$d","type":"%2$sPaper","name":"Vorlage über den Ausbau der Straße Nummer %3$d","reference":"2026/%3$d",\
    "date":"2026-01-15","paperType":"Beschlussvorlage","created":"2026-01-15T08:00:00+01:00","modified":"2026-02-01T08:%4$02d:00+01:00",\
    "mainFile":{"id":"%5$s/%3$d","type":"%2$sFile","name":"Vorlage","fileName":"vorlage-%3$d.pdf","mimeType":"application/pdf","size":48210,\
    "accessUrl":"%5$s/%3$d.pdf","created":"2026-01-15T08:00:00+01:00","modified":"2026-01-15T08:00:00+01:00"},\
    "consultation":[{"id":"%6$s/%3$d","type":"%2$sConsultation","paper":"%1$s/%3$d","authoritative":true,"role":"Entscheidung"}]}\
    """
        .formatted(at("/paper"), SCHEMA, n, n % 60, at("/file"), at("/consultation"));
  }

  private static String list(String data, String next) {
    return "{\"data\":[%s],\"links\":{%s}}"
        .formatted(data, next.isEmpty() ? "" : "\"next\":\"" + next + "\"");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
