package org.allmende.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntFunction;

/** How long CKAN's long answers and its writes take, asked one after the other. */
final class CkanMeasure {

  private static final Duration PAGE_TARGET = Duration.ofMillis(150);
  private static final Duration LIST_TARGET = Duration.ofMillis(300);
  private static final Duration PATCH_TARGET = Duration.ofMillis(15);
  private static final int WARM_UP = 5;

  /** Writes run through much code that computes at full speed only after a while. */
  private static final int WARM_UP_OF_WRITES = 300;

  private static final int TIMES = 40;

  private final InetSocketAddress address;
  private final CatalogGenerator generator;
  private final int size;
  private final String token;

  /**
   * @param size how many datasets the catalog has
   * @param token of somebody who may change all of them
   */
  CkanMeasure(InetSocketAddress address, CatalogGenerator generator, int size, String token) {
    this.address = address;
    this.generator = generator;
    this.size = size;
    this.token = token;
  }

  void run(ResultTable results) throws IOException {
    try (var connection = HttpConnection.open(address)) {
      report("package_search, rows=1000", PAGE_TARGET, times(connection, this::page), results);
      report("package_list", LIST_TARGET, times(connection, i -> list()), results);
      report("package_patch, found by the next search", PATCH_TARGET, patches(connection), results);
    }
  }

  /** Another page each time, so that no answer is one that was kept. */
  private byte[] page(int i) {
    var start = size < 2_000 ? 0 : i * 1_000 % (size - 1_000);
    return action("package_search?rows=1000&sort=id+asc&start=" + start);
  }

  private static byte[] list() {
    return action("package_list");
  }

  private static byte[] action(String call) {
    return HttpConnection.get("/api/3/action/" + call, "");
  }

  private static void report(String name, Duration target, Latencies times, ResultTable results) {
    var median = times.percentile(0.5);
    results.add(
        name + ": p50, p99 of " + times.count(),
        ResultTable.millis(median) + ", " + ResultTable.millis(times.percentile(0.99)),
        "p50 " + ResultTable.millis(target),
        median.compareTo(target) <= 0);
  }

  private static Latencies times(HttpConnection connection, IntFunction<byte[]> request)
      throws IOException {
    var times = new Latencies();
    for (var i = 0; i < WARM_UP + TIMES; i++) {
      var begun = System.nanoTime();
      requireDone(connection.exchange(request.apply(i), OutputStream.nullOutputStream()), "it");
      if (i >= WARM_UP) {
        times.note(System.nanoTime() - begun);
      }
    }
    return times;
  }

  /** Each time a word that no dataset had: whoever finds it finds what was just written. */
  private Latencies patches(HttpConnection connection) throws IOException {
    var times = new Latencies();
    for (var i = 0; i < WARM_UP_OF_WRITES + TIMES; i++) {
      var word = "wort" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
      var begun = System.nanoTime();
      requireDone(connection.exchange(patch(i, word), OutputStream.nullOutputStream()), "a patch");
      requireFound(connection, word);
      if (i >= WARM_UP_OF_WRITES) {
        times.note(System.nanoTime() - begun);
      }
    }
    return times;
  }

  private byte[] patch(int i, String word) {
    var id = generator.id(i * 31 % size);
    var body = "{\"id\":\"" + id + "\",\"notes\":\"Neu beschrieben: " + word + "\"}";
    var head =
        "POST /api/3/action/package_patch HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
            + token
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    return (head + body).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void requireFound(HttpConnection connection, String word) throws IOException {
    var answer = new ByteArrayOutputStream();
    var search = action("package_search?rows=0&q=notes:" + word);
    requireDone(connection.exchange(search, answer), "a search");
    if (!answer.toString(StandardCharsets.UTF_8).contains("\"count\":1")) {
      throw new IOException("what was just written was not found by the next search");
    }
  }

  private static void requireDone(HttpConnection.Answer answer, String what) throws IOException {
    if (answer.status() != 200) {
      throw new IOException(what + " was answered with status " + answer.status());
    }
  }
}
