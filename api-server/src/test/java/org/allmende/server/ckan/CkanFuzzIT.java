package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.allmende.server.TestSite;
import org.allmende.server.TestTokens;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked, the answer is the documented one, soon, and never the server's fault. */
class CkanFuzzIT {

  private static final long SEED = 20_261_122;
  private static final int REQUESTS = 20_000;
  private static final int CLIENTS = 4;
  private static final Duration SOON = Duration.ofSeconds(1);

  /** Asked one by one, so that what is allocated meanwhile belongs to the one request. */
  private static final int MEASURED = 1_500;

  private static final long MOST_BYTES_ALLOCATED = 64L * 1024 * 1024;

  /** More than the objects of the requests themselves could ever take. */
  private static final long MOST_BYTES_KEPT = 64L * 1024 * 1024;

  @TempDir static Path folder;
  @AutoClose private static TestSite site;
  private static String token;
  private static List<CkanAction> actions;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    site.publish("a", "Eins", "<https://other.example/a> dcat:keyword \"Grün\"@de .");
    site.publish("b", "Zwei", "");
    site.publish("c", "Drei", "", TestSite.draft("c"));
    token = TestTokens.sysadmin(site.catalog(), "admin");
    actions = site.ckan().actions();
  }

  @Test
  void noneOfManyGeneratedRequestsFailsTheServer() throws InterruptedException {
    System.out.println("fuzz: seed " + SEED + ", " + actions.size() + " actions");
    var wrong = new ConcurrentLinkedQueue<String>();
    var before = bytesKept();
    var clients = new ArrayList<Thread>();
    for (var i = 0; i < CLIENTS; i++) {
      var seed = SEED + i;
      clients.add(Thread.ofPlatform().start(() -> ask(seed, wrong)));
    }
    for (var client : clients) {
      client.join();
    }
    assertEquals(List.of(), wrong.stream().limit(20).toList());
    assertTrue(bytesKept() - before < MOST_BYTES_KEPT, "the server keeps what it was asked");
  }

  @Test
  void noGeneratedRequestAllocatesMuch() {
    var requests = new Requests(new FuzzValues(new SplittableRandom(SEED - 1)));
    var wrong = new ConcurrentLinkedQueue<String>();
    try (var client = HttpClient.newHttpClient()) {
      for (var i = 0; i < MEASURED; i++) {
        checkMeasured(client, requests.next(), wrong);
      }
    }
    assertEquals(List.of(), wrong.stream().limit(20).toList());
  }

  /** All that was allocated for it, on both sides; other work counts once, not three times. */
  private static void checkMeasured(HttpClient client, Asked asked, Queue<String> wrong) {
    var least = Long.MAX_VALUE;
    for (var attempt = 0; attempt < 3 && least > MOST_BYTES_ALLOCATED; attempt++) {
      var before = bytesAllocated();
      check(client, asked, wrong);
      least = Math.min(least, bytesAllocated() - before);
    }
    if (least > MOST_BYTES_ALLOCATED) {
      wrong.add(least + " bytes " + asked);
    }
  }

  private static long bytesAllocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
  }

  private static long bytesKept() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void ask(long seed, Queue<String> wrong) {
    var requests = new Requests(new FuzzValues(new SplittableRandom(seed)));
    try (var client = HttpClient.newHttpClient()) {
      for (var i = 0; i < REQUESTS / CLIENTS; i++) {
        check(client, requests.next(), wrong);
      }
    } catch (AssertionError e) {
      wrong.add(e.getMessage() + " " + e.getCause());
    }
  }

  /** A slow answer counts when it is slow again: this machine has other work, too. */
  private static void check(HttpClient client, Asked asked, Queue<String> wrong) {
    var took = Duration.ZERO;
    for (var attempt = 0; attempt < 3; attempt++) {
      var started = System.nanoTime();
      var answer = send(client, asked.request());
      took = Duration.ofNanos(System.nanoTime() - started);
      if (answer.statusCode() >= 500 || !isJson(answer.body())) {
        wrong.add(answer.statusCode() + " " + asked + " → " + Excerpt.of(answer.body()));
        return;
      }
      if (took.compareTo(SOON) <= 0) {
        return;
      }
    }
    wrong.add(took + " " + asked);
  }

  private static boolean isJson(String body) {
    return body.startsWith("{") || body.startsWith("\"") || body.contains("({");
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer to " + request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** A request and what to print of it. */
  private record Asked(HttpRequest request, String body) {
    @Override
    public String toString() {
      return request.method() + " " + request.uri() + " " + Excerpt.of(body);
    }
  }

  /** Requests in every clothing. */
  private record Requests(FuzzValues values) {

    Asked next() {
      var action =
          values.oneIn(2)
              ? "package_search"
              : values.any(actions).name() + (values.oneIn(50) ? "x" : "");
      var path = site.root() + "/api/3/action/" + action;
      var query = values.oneIn(4) ? "" : "?" + form();
      return switch (values.any(List.of(0, 0, 1, 2, 3, 4))) {
        case 0 -> asked(HttpRequest.newBuilder(URI.create(path + "?" + form())).GET(), "");
        case 1 -> post(path, "application/json", values.object(0));
        case 2 -> post(path + query, "application/x-www-form-urlencoded", form());
        case 3 -> post(path, "application/x-www-form-urlencoded", values.object(0));
        default ->
            post(path + query, values.oneIn(2) ? "text/plain" : "application/json", values.text());
      };
    }

    private Asked post(String path, String type, String body) {
      var request = HttpRequest.newBuilder(URI.create(path)).POST(BodyPublishers.ofString(body));
      return asked(request.header("Content-Type", type), body);
    }

    private Asked asked(HttpRequest.Builder request, String body) {
      if (values.oneIn(5)) {
        request.header("Authorization", values.oneIn(3) ? "no-such-token" : token);
      }
      return new Asked(request.timeout(Duration.ofSeconds(30)).build(), body);
    }

    private String form() {
      var form = new StringBuilder();
      do {
        form.append(form.isEmpty() ? "" : "&")
            .append(escaped(values.name()))
            .append("=")
            .append(escaped(values.oneIn(6) ? values.json(3) : values.text()));
      } while (form.length() < 8_000 && !values.oneIn(3));
      return form.length() > 12_000 ? "q=long" : form.toString();
    }

    private static String escaped(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  private static List<String> monsters() {
    var filters = "\"name:eins\",".repeat(70_000);
    return List.of(
        "{\"fq_list\":[" + filters + "\"a:b\"]}",
        "{\"q\":\"" + "wort ".repeat(180_000) + "\"}",
        "{\"q\":\"" + "a".repeat(900_000) + "\"}",
        "{\"q\":\"title:" + "(".repeat(150_000) + "\"}",
        "{\"q\":\"title:" + "*a".repeat(90_000) + "\"}",
        "{\"q\":\"" + "\\\"".repeat(400_000) + "\"}",
        "{\"q\":\"" + "~^".repeat(90_000) + "x\"}",
        "{\"q\":\"" + "+-".repeat(90_000) + "\"}",
        "{\"sort\":\"" + "name asc,".repeat(90_000) + "\"}",
        "{\"facet.field\":[" + "\"tags\",".repeat(90_000) + "\"tags\"]}",
        "{\"facet.field\":\"" + "[".repeat(500_000) + "\"}",
        "{\"fl\":\"" + "a,".repeat(400_000) + "\"}",
        "{\"qf\":\"" + "title^2 ".repeat(100_000) + "\"}",
        "{\"mm\":\"" + "2<3 ".repeat(200_000) + "\"}",
        "{\"ext_bbox\":\"" + "1,".repeat(400_000) + "\"}",
        "{\"start\":" + "9".repeat(900) + ",\"rows\":\"" + "9".repeat(900) + "\"}",
        "{\"rows\":" + "9".repeat(500_000) + "}",
        "[".repeat(900_000),
        "{\"a\":".repeat(150_000),
        "{\"x\":" + "[".repeat(900) + "]".repeat(900) + "}",
        "{\"q\":" + "[".repeat(150) + "]".repeat(150) + "}");
  }

  @ParameterizedTest
  @MethodSource("monsters")
  void hugeRequestsAreAnsweredSoon(String body) {
    var wrong = new ConcurrentLinkedQueue<String>();
    var request =
        HttpRequest.newBuilder(URI.create(site.root() + "/api/3/action/package_search"))
            .POST(BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      checkMeasured(client, new Asked(request, body), wrong);
    }
    assertEquals(List.of(), List.copyOf(wrong));
  }
}
