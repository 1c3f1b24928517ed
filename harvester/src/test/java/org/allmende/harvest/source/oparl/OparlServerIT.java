package org.allmende.harvest.source.oparl;

import static org.allmende.harvest.source.oparl.OparlTests.column;
import static org.allmende.harvest.source.oparl.OparlTests.require;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.allmende.harvest.SourceMemory;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.table.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server of an association of three municipalities, with the manners of such servers. */
class OparlServerIT {

  private static final AtomicInteger UNANSWERED = new AtomicInteger();
  private static final AtomicInteger FAILURES = new AtomicInteger();
  private static Javalin server;

  @BeforeAll
  static void start() {
    server =
        Javalin.create(
                config -> {
                  config.routes.get("/system", ctx -> json(ctx, system("/bodies")));
                  config.routes.get("/stuck/system", ctx -> json(ctx, system("/stuck/bodies")));
                  config.routes.get("/bodies", OparlServerIT::bodies);
                  config.routes.get("/stuck/bodies", OparlServerIT::stuckBody);
                  config.routes.get("/bare/system", ctx -> json(ctx, system("/bare/bodies")));
                  config.routes.get("/bare/bodies", ctx -> json(ctx, body("bare", "", "Dorf")));
                  config.routes.get("/bare/papers", OparlServerIT::nothingFound);
                  config.routes.get("/bare/meetings", OparlServerIT::referring);
                  config.routes.get("/bare/organizations/7", OparlServerIT::committee);
                  config.routes.get("/bare/organizations/9", OparlServerIT::deletedCommittee);
                  config.routes.get("/{body}/organizations", OparlServerIT::organizations);
                  config.routes.get("/{body}/meetings", ctx -> json(ctx, "[]"));
                  config.routes.get("/{body}/papers", OparlServerIT::papers);
                })
            .start("127.0.0.1", 0);
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void choosesTheMunicipalityByItsKeyWithoutLeadingZero() throws IOException {
    var tables = tables("/system", Given.http(address("/system")));

    var organizations = require(tables, "organizations");
    assertEquals(List.of("Rat von b2"), column(organizations, "name"));
    assertTrue(
        organizations.notes().filterRule().in("de").orElse("").contains("Gemeinde Musterstadt"));
  }

  @Test
  void followsTheLinksOfAListAndAsksAgainAfterAFailure() throws IOException {
    var fetcher = Given.http(address("/system"));

    var tables = tables("/system", fetcher);

    assertEquals(25, require(tables, "papers").rows().size());
    assertTrue(fetcher.notes().isComplete());
  }

  @Test
  void makesNoTableOfAnEmptyList() throws IOException {
    var fetcher = Given.http(address("/system"));

    assertFalse(tables("/system", fetcher).containsKey("meetings"));
    assertTrue(fetcher.notes().isComplete());
  }

  @Test
  void stopsWhenNewPagesBringNothingNew() throws IOException {
    var fetcher = Given.http(address("/stuck/system"));

    var tables = tables("/stuck/system", fetcher);

    assertEquals(10, require(tables, "papers").rows().size());
    assertFalse(fetcher.notes().isComplete());
  }

  @Test
  void takesAnErrorObjectForAnEmptyListAndNotForAFailure() throws IOException {
    var fetcher = Given.http(address("/bare/system"));

    var tables = tables("/bare/system", fetcher);

    assertFalse(tables.containsKey("papers"));
    assertTrue(fetcher.notes().isComplete(), fetcher.notes().whyCutShort().toString());
    assertEquals(Set.of("papers"), fetcher.notes().kept(), "an old table stays");
    assertTrue(
        fetcher.notes().warnings().stream().anyMatch(w -> w.text("de").contains("keine Daten")));
  }

  @Test
  void fetchesWhatIsReferredToAndMissingInTheLists() throws IOException {
    var fetcher = Given.http(address("/bare/system"));

    var meetings = require(tables("/bare/system", fetcher), "meetings");

    assertEquals(
        List.of(List.of("Bauausschuss", "Rat von bare")), column(meetings, "organizations"));
  }

  @Test
  void asksOnlyOnceForWhatLeadsNowhereAndLaterAgain() throws IOException {
    var address = address("/bare/system");
    var source = OparlTests.source(address);
    var memory = SourceMemory.empty();
    UNANSWERED.set(0);

    var fetcher = Given.http(address);
    OparlTests.tables(source, fetcher, memory);
    OparlTests.tables(source, Given.http(address), memory.next());

    assertEquals(1, UNANSWERED.get());
    assertTrue(
        fetcher.notes().warnings().stream().anyMatch(w -> w.name().equals("oparl-references")));
  }

  private static void nothingFound(Context ctx) {
    ctx.status(404);
    json(ctx, "{\"error\": \"keine Daten\", \"code\": 802, \"type\": \"Error\"}");
  }

  private static void referring(Context ctx) {
    var committees =
        Stream.of("7", "9")
            .map(n -> "\"" + address("/bare/organizations/" + n) + "\"")
            .collect(Collectors.joining(", "));
    json(
        ctx,
        "{\"data\": [{\"id\": \"m:1\", \"name\": \"Sitzung\", \"organization\": ["
            + committees
            + ", \"o:1\"]}]}");
  }

  private static void committee(Context ctx) {
    json(
        ctx,
        "{\"id\": \"https://ratsinfo.example/7\", \"name\": \"Bauausschuss\","
            + " \"type\": \"https://schema.oparl.org/1.0/Organization\"}");
  }

  private static void deletedCommittee(Context ctx) {
    UNANSWERED.incrementAndGet();
    json(
        ctx,
        "{\"id\": \"https://ratsinfo.example/9\", \"deleted\": true,"
            + " \"type\": \"https://schema.oparl.org/1.0/Organization\"}");
  }

  private static Map<String, Table> tables(String path, Fetcher fetcher) throws IOException {
    return OparlTests.tables(OparlTests.source(address(path)), fetcher);
  }

  private static String address(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  private static String system(String bodies) {
    return "{\"type\": \"https://schema.oparl.org/1.0/System\", \"body\": \""
        + address(bodies)
        + "\"}";
  }

  private static void bodies(Context ctx) {
    json(
        ctx,
        "{\"data\": [%s, %s, %s], \"links\": {}}"
            .formatted(
                body("b1", "13099002", "Gemeinde Neustadt"),
                body("b2", "13099001", "Gemeinde Musterstadt"),
                body("b3", "N/A", "Gemeinde Altdorf")));
  }

  private static void stuckBody(Context ctx) {
    json(ctx, body("stuck", "", "Gemeinde Irgendwo")); // one object instead of a list
  }

  private static String body(String id, String ags, String name) {
    return """
    {"id": "%1$s", "type": "https://schema.oparl.org/1.0/Body", "ags": "%2$s", "name": "%3$s",
     "organization": "%1$s/organizations", "meeting": "%1$s/meetings", "paper": "%1$s/papers"}
    """
        .formatted(address("/" + id), ags, name);
  }

  private static void organizations(Context ctx) {
    json(
        ctx,
        "{\"data\": [{\"id\": \"o:1\", \"name\": \"Rat von %s\"}], \"pagination\": {}}"
            .formatted(ctx.pathParam("body")));
  }

  private static void papers(Context ctx) {
    var page = ctx.queryParam("page") == null ? 1 : Integer.parseInt(ctx.queryParam("page"));
    if (page == 2 && FAILURES.getAndIncrement() == 0) {
      ctx.status(500);
      return;
    }
    var isStuck = ctx.pathParam("body").equals("stuck");
    var from = isStuck ? 0 : (page - 1) * 10;
    var papers =
        IntStream.range(from, Math.min(25, from + 10))
            .mapToObj("{\"id\": \"p:%d\", \"name\": \"P\"}"::formatted)
            .collect(Collectors.joining(", "));
    var next = isStuck || from + 10 < 25 ? "\"next\": \"?page=" + (page + 1) + "\"" : "";
    json(ctx, "{\"data\": [" + papers + "], \"links\": {" + next + "}}");
  }

  private static void json(Context ctx, String body) {
    ctx.contentType("application/json").result(body);
  }
}
