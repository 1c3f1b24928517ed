package org.allmende.harvest.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.allmende.harvest.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The manners of {@code sources.md} 2.1, against a real server on this machine. */
class HttpFetcherIT {

  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicReference<@Nullable String> authorization = new AtomicReference<>();
  private final List<Duration> waits = new ArrayList<>();
  private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
  private Javalin server = Javalin.create();

  @BeforeEach
  void start() {
    server =
        Javalin.create(
                config -> {
                  config.routes.get("/list", HttpFetcherIT::list);
                  config.routes.get("/hop/{n}", HttpFetcherIT::hop);
                  config.routes.get("/busy", this::busy);
                  config.routes.get("/dated", this::dated);
                  config.routes.get("/gone", c -> c.status(404).result("{\"code\": 802}"));
                  config.routes.get("/accept", c -> c.result(String.valueOf(c.header("Accept"))));
                  config.routes.get("/bomb", HttpFetcherIT::bomb);
                  config.routes.get("/large", c -> c.result("x".repeat(5_000)));
                  config.routes.get("/secret", this::secret);
                  config.routes.get(
                      "/away", c -> c.redirect("http://127.0.0.1:" + c.port() + "/secret"));
                  config.routes.get("/agent", c -> c.result(String.valueOf(c.userAgent())));
                })
            .start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private static void list(Context c) {
    c.header("ETag", "\"v1\"");
    if ("\"v1\"".equals(c.header("If-None-Match"))) {
      c.status(304);
      return;
    }
    c.contentType("text/csv; charset=ISO-8859-1").header("Link", "<list?page=2>; rel=\"next\"");
    c.result("name\nBrunnen\n");
  }

  private static void hop(Context c) {
    var n = Integer.parseInt(c.pathParam("n"));
    c.redirect(n == 0 ? "/list" : "/hop/" + (n - 1));
  }

  private void busy(Context c) {
    if (asked.incrementAndGet() <= 2) {
      c.status(503).header("Retry-After", "7");
    } else {
      c.result("ok");
    }
  }

  private void dated(Context c) {
    if (asked.incrementAndGet() == 1) {
      c.status(429).header("Retry-After", "Sat, 21 Nov 2026 12:59:00 GMT");
    } else {
      c.result("ok");
    }
  }

  private static void bomb(Context c) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[2_000_000]);
    }
    c.header("Content-Encoding", "gzip").result(packed.toByteArray());
  }

  private void secret(Context c) {
    authorization.set(c.header("Authorization"));
    c.result("ok");
  }

  private String url(String path) {
    return "http://localhost:" + server.port() + path;
  }

  private static FetchPolicy policy() {
    var usual = FetchPolicy.defaults();
    return new FetchPolicy(
        "Allmende-Test/1 (+https://daten.musterstadt.example/)",
        new FetchPolicy.Limits(1_000_000, 50, Duration.ofHours(1), 1_000),
        new FetchPolicy.Patience(
            usual.connectTimeout(),
            Duration.ofSeconds(20),
            4,
            Duration.ofSeconds(60),
            Duration.ZERO),
        new FetchPolicy.Reach(List.of(), List.of("localhost", "127.0.0.1"), List.of()));
  }

  private HttpFetcher fetcher(String location) throws IOException {
    return fetcher(location, policy(), Validators.none());
  }

  private HttpFetcher fetcher(String location, FetchPolicy policy, Validators known)
      throws IOException {
    return new HttpFetcher(location, policy, known, clock, waits::add);
  }

  private static String message(Exception e) {
    return String.valueOf(e.getMessage());
  }

  @Test
  void getsADocumentWithItsTypeAndLinks() throws IOException {
    var fetched = fetcher(url("/list")).fetch(url("/list"));

    assertEquals("text/csv", fetched.mediaType());
    assertEquals("ISO-8859-1", fetched.charset());
    assertEquals(List.of("<list?page=2>; rel=\"next\""), fetched.links());
    assertArrayEquals("name\nBrunnen\n".getBytes(StandardCharsets.UTF_8), fetched.body());
  }

  @Test
  void saysWhoItIs() throws IOException {
    var body = fetcher(url("/agent")).fetch(url("/agent")).body();
    assertTrue(new String(body, StandardCharsets.UTF_8).contains("musterstadt.example"));
  }

  @Test
  void asksOnlyForWhatIsNew() throws IOException {
    var first = fetcher(url("/list"));
    first.fetch(url("/list"));
    var known = first.validators();

    assertEquals(Optional.of("\"v1\""), known.etag());
    assertEquals(known.etag(), Validators.fromNotes(known.toNotes()).etag());
    var second = fetcher(url("/list"), policy(), known);
    assertThrows(NotModifiedException.class, () -> second.fetch(url("/list")));
  }

  @Test
  void knowsADocumentAgainByItsBytesWhereTheServerDoesNot() throws IOException {
    var first = fetcher(url("/agent"));
    first.fetch(url("/agent"));
    assertTrue(first.validators().etag().isEmpty());

    var second = fetcher(url("/agent"), policy(), first.validators());
    assertThrows(NotModifiedException.class, () -> second.fetch(url("/agent")));
  }

  @Test
  void forgetsValidatorsOfAWalkOverSeveralDocuments() throws IOException {
    var fetcher = fetcher(url("/list"));
    fetcher.fetch(url("/list"));
    fetcher.fetch(url("/large"));
    assertEquals(Validators.none(), fetcher.validators());
  }

  @Test
  void followsFiveRedirectsAndNoSixth() throws IOException {
    assertTrue(fetcher(url("/hop/4")).fetch(url("/hop/4")).location().endsWith("/list"));
    var failure =
        assertThrows(IOException.class, () -> fetcher(url("/hop/5")).fetch(url("/hop/5")));
    assertTrue(message(failure).contains("more than 5 redirects"), message(failure));
  }

  @Test
  void waitsAsLongAsTheServerAsks() throws IOException {
    fetcher(url("/busy")).fetch(url("/busy"));
    assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(7)), waits);
  }

  @Test
  void capsAWaitUntilADate() throws IOException {
    fetcher(url("/dated")).fetch(url("/dated"));
    assertEquals(List.of(Duration.ofSeconds(60)), waits);
  }

  @Test
  void asksForWhatItCanRead() throws IOException {
    var fetched = fetcher(url("/accept")).fetch(url("/accept"), ContentKind.JSON.accept());
    assertTrue(new String(fetched.body(), StandardCharsets.UTF_8).startsWith("application/json"));
  }

  @Test
  void tellsWhatAServerSaysBesideAFailure() {
    var failure =
        assertThrows(StatusException.class, () -> fetcher(url("/gone")).fetch(url("/gone")));
    assertEquals(404, failure.status());
    assertEquals("{\"code\": 802}", new String(failure.body(), StandardCharsets.UTF_8));
    assertTrue(failure.reason().text("de").contains("nicht vorhanden"));
  }

  @Test
  void asksNoMoreWhenTheTimeOfTheRunIsUp() throws IOException {
    var running = new TestClock(Instant.parse("2026-11-21T12:00:00Z"));
    var fetcher = new HttpFetcher(url("/list"), policy(), Validators.none(), running, waits::add);
    fetcher.fetch(url("/list"));
    running.forward(Duration.ofMinutes(61));
    var failure = assertThrows(IOException.class, () -> fetcher.fetch(url("/list")));
    assertTrue(message(failure).contains("60 minutes"), message(failure));
  }

  @Test
  void doesNotTryAgainWhatIsNotThere() {
    var failure = assertThrows(IOException.class, () -> fetcher(url("/gone")).fetch(url("/gone")));
    assertTrue(message(failure).contains("404"), message(failure));
    assertEquals(List.of(), waits);
  }

  @Test
  void stopsAtTheSizeLimitAlsoWhenUnpacking() throws IOException {
    var small = policy().within(new FetchPolicy.Limits(1_000, 50, Duration.ofHours(1), 1_000));
    var large = fetcher(url("/large"), small, Validators.none());
    assertTrue(
        message(assertThrows(IOException.class, () -> large.fetch(url("/large"))))
            .contains("larger than 1000 bytes"));
    var bomb = fetcher(url("/bomb"));
    assertTrue(
        message(assertThrows(IOException.class, () -> bomb.fetch(url("/bomb"))))
            .contains("larger than 1000000 bytes"));
  }

  @Test
  void refusesPrivateAddressesUnlessTheyAreAllowed() throws IOException {
    var strict = fetcher(url("/list"), FetchPolicy.defaults(), Validators.none());
    var failure = assertThrows(IOException.class, () -> strict.fetch(url("/list")));
    assertTrue(message(failure).contains("allow-private"), message(failure));
  }

  @Test
  void refusesARedirectToAPrivateAddress() throws IOException {
    var fetcher =
        fetcher(url("/away"), policy().allowingPrivate(List.of("localhost")), Validators.none());
    var failure = assertThrows(IOException.class, () -> fetcher.fetch(url("/away")));
    assertTrue(message(failure).contains("127.0.0.1"), message(failure));
  }

  @Test
  void keepsCredentialsForTheConfiguredServer() throws IOException {
    var location = url("/secret").replace("http://", "http://name:wort@");
    fetcher(location).fetch(location);
    assertEquals("Basic bmFtZTp3b3J0", authorization.get());

    var away = url("/away").replace("http://", "http://name:wort@");
    fetcher(away).fetch(away);
    assertNull(authorization.get());
  }

  @Test
  void followsLinksOnlyToHostsThatAreNamed() throws IOException {
    var other = "http://127.0.0.1:" + server.port() + "/list";
    var failure = assertThrows(IOException.class, () -> fetcher(url("/list")).fetch(other));
    assertTrue(message(failure).contains("add \"127.0.0.1\""), message(failure));
  }

  @Test
  void pausesBetweenTwoRequests() throws IOException {
    var slow = policy().withPatience(0, Duration.ofSeconds(1), Duration.ofMillis(300));
    var fetcher = fetcher(url("/list"), slow, Validators.none());
    fetcher.fetch(url("/list"));
    waits.clear();
    fetcher.fetch(url("/list"));
    assertEquals(List.of(Duration.ofMillis(300)), waits);
  }

  @Test
  void pausesNoLongerWhenTheClockWasSetBack() throws IOException {
    var slow = policy().withPatience(0, Duration.ofSeconds(1), Duration.ofMillis(300));
    fetcher(url("/list"), slow, Validators.none()).fetch(url("/list"));
    waits.clear();
    var earlier = Clock.offset(clock, Duration.ofHours(-2));
    new HttpFetcher(url("/list"), slow, Validators.none(), earlier, waits::add).fetch(url("/list"));
    assertEquals(List.of(Duration.ofMillis(300)), waits);
  }

  @Test
  void saysThatAServerCannotBeReached() throws IOException {
    server.stop();
    var failure = assertThrows(IOException.class, () -> fetcher(url2()).fetch(url2()));
    assertTrue(message(failure).contains("cannot be reached"), message(failure));
  }

  private static String url2() {
    return "http://localhost:1/list";
  }
}
