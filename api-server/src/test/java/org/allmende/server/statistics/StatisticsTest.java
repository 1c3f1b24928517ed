package org.allmende.server.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.allmende.server.http.HttpServer;
import org.allmende.server.http.Problem;
import org.allmende.server.http.RequestObserver;
import org.allmende.server.http.RouteTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted, what is not, and what of it is told. */
class StatisticsTest {
  private static final LocalDate MAY_FIRST = LocalDate.of(2026, 5, 1);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir private Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
  private Instant now = Instant.parse("2026-05-01T10:00:00Z");
  private Statistics statistics;
  private HttpServer server;

  @BeforeEach
  void start() {
    statistics = Statistics.open(directory, clock(), BERLIN, words -> !words.startsWith("nichts"));
    server =
        HttpServer.start(
            new HttpServer.Settings("localhost", 0, "", 1_000),
            statistics.counting(RouteTable.of(List.of(StatisticsTest::routes))),
            RequestObserver.none());
  }

  private Clock clock() {
    InstantSource source = () -> now;
    return source.withZone(ZoneOffset.UTC);
  }

  private static void routes(RouteTable table) {
    table
        .get("/suche", ctx -> ctx.html("<p>"))
        .get("/datensatz/{slug}", ctx -> ctx.html("<p>"))
        .get("/en/dataset/{slug}", ctx -> ctx.html("<p>"))
        .get("/thema/{code}", ctx -> ctx.html("<p>"))
        .get("/api/3/action/{action}", ctx -> ctx.json("{}"))
        .get("/sparql", ctx -> ctx.result("x"))
        .get("/metrics", ctx -> ctx.result("x"))
        .get("/files/{sha256}/{name}", ctx -> ctx.result("bytes"))
        .get(
            "/kaputt",
            ctx -> {
              throw Problem.notFound("nothing").asException();
            });
  }

  @AfterEach
  void stop() {
    server.close();
    statistics.close();
  }

  private void ask(int times, String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    for (var i = 0; i < times; i++) {
      try {
        client.send(request.build(), HttpResponse.BodyHandlers.discarding());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }

  private List<String> told() {
    var told = new ArrayList<String>();
    statistics.each(
        LocalDate.EPOCH,
        LocalDate.MAX,
        c -> told.add(c.day() + " " + c.kind().key() + " " + c.address() + " " + c.number()));
    return told;
  }

  @Test
  void countsAnAddressByDayFromTheFifthCallOn() {
    ask(5, "/thema/tran");
    ask(4, "/thema/heal");

    assertEquals(List.of("2026-05-01 page /thema/tran 5"), told());
  }

  @Test
  void countsBothLanguagesOfADatasetAsOne() {
    ask(3, "/datensatz/baeume");
    ask(4, "/en/dataset/baeume");

    assertEquals(List.of("2026-05-01 dataset /datensatz/baeume 7"), told());
  }

  @Test
  void tellsActionsApartAndProgramsFromPeople() {
    ask(5, "/api/3/action/package_search");
    ask(6, "/sparql?query=geheim");

    assertEquals(
        List.of(
            "2026-05-01 interface /api/3/action/package_search 5",
            "2026-05-01 interface /sparql 6"),
        told());
  }

  @Test
  void takesNothingFromWhatAClientMayWriteAsItLikes() {
    ask(5, "/files/abc/Erika%20Mustermann.csv");

    assertEquals(List.of("2026-05-01 download /files/abc 5"), told());
  }

  @Test
  void countsNeitherFailuresNorFiguresNorHeadNorRobots() {
    ask(9, "/kaputt");
    ask(9, "/metrics");
    ask(9, "/suche", "User-Agent", "Mozilla/5.0 (compatible; Examplebot/2.1)");
    ask(9, "/suche", "Sec-Purpose", "prefetch;prerender");

    assertEquals(List.of(), told());
  }

  @Test
  void countsPhonesWhoseNamesSoundLikeRobots() {
    ask(5, "/suche", "User-Agent", "Mozilla/5.0 (Linux; Android 14; Cubot X70 Build/1)");

    assertEquals(List.of("2026-05-01 page /suche 5"), told());
  }

  @Test
  void keepsWhatItCountedOverARestart() {
    ask(5, "/suche");
    statistics.close();
    statistics = Statistics.open(directory, clock(), BERLIN, words -> true);

    assertEquals(List.of("2026-05-01 page /suche 5"), told());
  }

  @Test
  void losesNothingThatWasWrittenWhenTheProcessDies() {
    ask(5, "/suche");
    statistics.write();

    try (var next = Statistics.open(directory, clock(), BERLIN, words -> true)) {
      assertEquals(5, next.figures(MAY_FIRST, MAY_FIRST).sum(Counted.PAGE));
    }
  }

  @Test
  void beginsTheDayAtMidnightOfTheTown() {
    now = Instant.parse("2026-05-01T21:59:59Z");
    ask(5, "/suche");
    now = Instant.parse("2026-05-01T22:00:00Z");
    ask(6, "/suche");

    assertEquals(List.of("2026-05-01 page /suche 5", "2026-05-02 page /suche 6"), told());
  }

  @Test
  void addsUpWhatWasReallyCalledOnSeveralDays() {
    ask(3, "/suche");
    now = Instant.parse("2026-05-02T10:00:00Z");
    ask(4, "/suche");
    statistics.write();
    now = Instant.parse("2026-05-09T10:00:00Z");
    statistics.write();
    var figures = statistics.figures(MAY_FIRST, LocalDate.of(2026, 5, 9));

    assertEquals(0, figures.on(MAY_FIRST, Counted.PAGE));
    assertEquals(7, figures.sum(Counted.PAGE));
    assertEquals(List.of(new Figures.Total("/suche", 7)), figures.most(Counted.PAGE));
  }

  @Test
  void countsASearchWordFromItsTenthUseOn() {
    ask(9, "/suche?q=Baumkataster&umkreis=0&sort=treffer&ort=");
    statistics.write();
    assertEquals(List.of(), statistics.words(10));

    ask(2, "/suche?q=+baumkataster+");
    statistics.write();
    assertEquals(List.of(new WordCount("baumkataster", 11)), statistics.words(10));
  }

  @Test
  void keepsNoRareWordOnDisk() throws IOException {
    ask(9, "/suche?q=Geheimnis");
    statistics.close();

    try (var files = Files.walk(directory)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(Files.readString(file).toLowerCase(java.util.Locale.ROOT).contains("geheim"));
      }
    }
  }

  @Test
  void keepsNoWordThatFindsNothingOrStandsBesideAnythingElse() {
    ask(10, "/suche?q=nichts+davon");
    ask(10, "/suche?q=schule&thema=educ");
    ask(10, "/suche?q=erika@example.org");
    ask(10, "/suche?q=04131+123456");
    ask(10, "/suche?q=rad&seite=2");
    statistics.write();

    assertEquals(List.of(), statistics.words(10));
  }

  @Test
  void leavesOutALineThatSomebodyBroke() throws IOException {
    ask(5, "/suche");
    statistics.close();
    var file = directory.resolve("statistics/days/2026-05-01.tsv");
    Files.writeString(file, Files.readString(file) + "page\t/x\tviele\nkaputt\nfoo\t/y\t7\n");
    statistics = Statistics.open(directory, clock(), BERLIN, words -> true);

    assertEquals(List.of("2026-05-01 page /suche 5"), told());
  }

  @Test
  void countsThatComeFromManyThreadsAreAllThere() throws InterruptedException {
    var counts = new DayCounts();
    var threads = new ArrayList<Thread>();
    for (var i = 0; i < 8; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (var n = 0; n < 10_000; n++) {
                      counts.add(new DayCounts.Subject(Counted.PAGE, "/" + n % 7), 1);
                    }
                  }));
    }
    for (var thread : threads) {
      thread.join();
    }
    var total = new long[1];
    counts.each((subject, number) -> total[0] += number);

    assertEquals(80_000, total[0]);
    assertTrue(counts.takeChange());
  }
}
