package org.allmende.harvest.source.oparl;

import static org.allmende.harvest.Harvests.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.SourceMemory;
import org.allmende.harvest.SourceRecord.TableEntry;
import org.allmende.harvest.copy.RawCopies;
import org.allmende.harvest.fetch.FetchPolicy;
import org.allmende.harvest.fetch.HttpFetcher;
import org.allmende.harvest.fetch.RunNotes;
import org.allmende.harvest.fetch.Validators;
import org.allmende.harvest.fetch.Waiter;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.LocalServer;
import org.allmende.harvest.source.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers with the habits of the four large vendors, read twice: in full, then what changed. */
class OparlVendorsIT {

  private static final String FILTER = "modified_since=2026-11-20T12:00:00Z";

  @TempDir Path temp;
  private SourceMemory memory = SourceMemory.empty();
  private Instant now = Harvests.NOW;

  /** What a run brought. */
  private record Run(Map<String, Table> tables, RunNotes notes) {

    List<Object> papers(String column) {
      return column(OparlTests.require(tables, "papers"), column);
    }
  }

  private Run run(LocalServer server, String path, String... wanted) throws IOException {
    var source = OparlTests.source(server.at(path), wanted);
    var copies = RawCopies.in(temp);
    var context =
        new HarvestContext(source, Given.identity(), Harvests.settings(), now, memory)
            .withCopy(copies.find(source.id()));
    try (var fetcher = copies.record(source.id(), Given.http(source.location()));
        var records = OparlTests.FORMAT.open(source, context, fetcher)) {
      var tables =
          records
              .map(TableEntry.class::cast)
              .collect(Collectors.toMap(TableEntry::key, TableEntry::table));
      fetcher.keep(now);
      memory = memory.next();
      now = now.plus(Duration.ofDays(1));
      return new Run(tables, fetcher.notes());
    }
  }

  private static void json(Context ctx, String body) {
    ctx.contentType("application/json").result(body);
  }

  private static String list(String next, String... objects) {
    var links = next.isEmpty() ? "" : "\"next\": \"" + next + "\"";
    return "{\"data\": [" + String.join(", ", objects) + "], \"links\": {" + links + "}}";
  }

  private static String paper(String id, String name) {
    return "{\"id\": \"" + id + "\", \"name\": \"" + name + "\"}";
  }

  private static boolean isFiltered(Context ctx) {
    return ctx.queryParam("modified_since") != null;
  }

  private static LocalServer sdnet(LocalServer.Answer papers) {
    var pages = new HashMap<String, LocalServer.Answer>();
    pages.put(
        "/webservice/oparl/v1.0/system",
        ctx ->
            json(
                ctx,
                "{\"type\": \"https://schema.oparl.org/1.0/System\", \"vendor\": \"STERNBERG\","
                    + " \"body\": \"/webservice/oparl/v1.0/body\"}"
                        .replace("\"/web", "\"" + base(ctx) + "/web")));
    pages.put(
        "/webservice/oparl/v1.0/body", // one object where a list is due, its key a number
        ctx ->
            json(ctx, "{\"id\": \"b:1\", \"ags\": 13099001, \"paper\": \"" + base(ctx) + "/p\"}"));
    pages.put("/p", papers);
    return LocalServer.answering(ctx -> pages.getOrDefault(ctx.path(), c -> c.status(404)).to(ctx));
  }

  private static String base(Context ctx) {
    return "http://127.0.0.1:" + ctx.port();
  }

  @Test
  void takesNothingFoundForNothingChangedWithSdNet() throws IOException {
    try (var server =
        sdnet(
            ctx -> {
              if (isFiltered(ctx)) {
                ctx.status(404);
                json(ctx, "{\"error\": \"nichts gefunden\", \"code\": 802, \"type\": \"Error\"}");
              } else {
                json(ctx, list("", paper("p:1", "Haushalt"), paper("p:2", "Bebauungsplan")));
              }
            })) {
      run(server, "/webservice/oparl/v1.0/system", "papers");
      var second = run(server, "/webservice/oparl/v1.0/system", "papers");

      assertEquals(List.of("p:1", "p:2"), second.papers("id"));
      assertTrue(second.notes().isComplete());
      assertTrue(server.asked().contains("/p?" + FILTER), server.asked().toString());
      var repairs = OparlTests.require(second.tables(), "papers").notes().repairs();
      assertTrue(repairs.getFirst().contains("Sternberg SD.NET RIM"), repairs.toString());
    }
  }

  @Test
  void readsTheWholeListWhereAFilterIsRefusedWithSdNet() throws IOException {
    var names = new AtomicInteger();
    try (var server =
        sdnet(
            ctx -> {
              if (isFiltered(ctx)) {
                ctx.status(503).html("<html>Service Unavailable</html>");
              } else {
                json(ctx, list("", paper("p:1", "Fassung " + names.incrementAndGet())));
              }
            })) {
      run(server, "/webservice/oparl/v1.0/system", "papers");
      var second = run(server, "/webservice/oparl/v1.0/system", "papers");

      assertEquals(List.of("Fassung 2"), second.papers("name"));
      assertTrue(second.notes().isComplete());
      assertTrue(
          second.notes().warnings().stream().anyMatch(w -> w.name().equals("oparl-changes")));
    }
  }

  @Test
  void takesChangesAndTombstonesIntoTheLastReading() throws IOException {
    try (var server =
        sdnet(
            ctx ->
                json(
                    ctx,
                    isFiltered(ctx)
                        ? list("", "{\"id\": \"p:1\", \"deleted\": true}", paper("p:3", "Neu"))
                        : list("", paper("p:1", "Alt"), paper("p:2", "Bleibt"))))) {
      run(server, "/webservice/oparl/v1.0/system", "papers");
      for (var i = 0; i < 2; i++) {
        var later = run(server, "/webservice/oparl/v1.0/system", "papers");
        assertEquals(List.of("Bleibt", "Neu"), later.papers("name"));
        var notes = OparlTests.require(later.tables(), "papers").notes();
        assertEquals(3, notes.rowsRead());
        assertEquals(List.of("p:1: ist gelöscht"), notes.skipped());
      }
      assertEquals(1, server.asked().stream().filter("/p"::equals).count(), "read in full once");
    }
  }

  @Test
  void readsEverythingAgainWhenTheCopyIsDamaged() throws IOException {
    try (var server = sdnet(ctx -> json(ctx, list("", paper("p:1", "Haushalt"))))) {
      run(server, "/webservice/oparl/v1.0/system", "papers");
      var copy = temp.resolve("raw/quelle.zip");
      try (var zip = new ZipOutputStream(Files.newOutputStream(copy))) {
        zip.putNextEntry(new ZipEntry("leer"));
        zip.setComment(now + " 1 1");
      }
      var second = run(server, "/webservice/oparl/v1.0/system", "papers");

      assertEquals(List.of("p:1"), second.papers("id"));
      assertEquals(2, server.asked().stream().filter("/p"::equals).count());
    }
  }

  @Test
  void readsEverythingAgainAfterAWeek() throws IOException {
    try (var server = sdnet(ctx -> json(ctx, list("", paper("p:1", "Haushalt"))))) {
      run(server, "/webservice/oparl/v1.0/system", "papers");
      now = now.plus(Duration.ofDays(7));
      run(server, "/webservice/oparl/v1.0/system", "papers");

      assertEquals(2, server.asked().stream().filter("/p"::equals).count());
      assertFalse(server.asked().toString().contains("modified_since"));
    }
  }

  @Test
  void replacesParametersAndMendsTextsWithAllris() throws IOException {
    var failures = new AtomicInteger();
    try (var server =
        LocalServer.answering(
            ctx -> {
              if (ctx.path().endsWith("system.asp")) {
                json(
                    ctx,
                    "{\"type\": \"https://schema.oparl.org/1.0/System\", \"body\": {\"id\":"
                        + " \"b:1\", \"name\": \"N/A\", \"paper\": \""
                        + base(ctx)
                        + "/bi/oparl/papers.asp?body=1&limit=100\"}}");
              } else if (failures.getAndIncrement() == 0) {
                ctx.status(500);
              } else {
                json(
                    ctx,
                    list(
                        "",
                        "{\"id\": \"https://rat.example/paper.asp?id=7&typ=vo\", \"name\":"
                            + " \"Erste\nZeile\", \"reference\": \"N/A\", \"paperType\": \" \","
                            + " \"auxiliaryFile\": {\"id\": \"f:1\"}}"));
              }
            })) {
      var first = run(server, "/bi/oparl/1.0/system.asp", "papers");
      run(server, "/bi/oparl/1.0/system.asp", "papers");

      assertEquals(List.of("https://rat.example/paper.asp?id=7&typ=vo"), first.papers("id"));
      assertEquals(List.of("Erste\nZeile"), first.papers("name"));
      assertEquals(List.of("-"), first.papers("reference"));
      assertEquals(List.of(1L), first.papers("auxiliary_files"));
      assertTrue(
          server.asked().contains("/bi/oparl/papers.asp?body=1&limit=100&" + FILTER),
          server.asked().toString());
    }
  }

  @Test
  void rebuildsTheFilterOfEveryPageAndReadsListsInThePluralWithSomacos() throws IOException {
    var consultations =
        java.util.stream.IntStream.range(0, 30).mapToObj(i -> "\"c:" + i + "\"").toList();
    try (var server =
        LocalServer.answering(
            ctx -> {
              var at = base(ctx) + "/oparl/bodies/0001";
              switch (ctx.path()) {
                case "/oparl/system" ->
                    json(
                        ctx,
                        "{\"type\": \"https://schema.oparl.org/1.0/System\", \"product\":"
                            + " \"Session\", \"vendor\": \"Somacos\", \"body\": {\"id\": \"b:1\","
                            + " \"paper\": \"%1$s/papers\", \"meeting\": \"%1$s/meetings\"}}"
                                .formatted(at));
                case "/oparl/bodies/0001/papers" -> {
                  var isSecond = "2".equals(ctx.queryParam("page"));
                  var next = at + "/papers?modified_since=2026-11-20T12:00:00+00:00&page=2";
                  json(
                      ctx,
                      list(
                          isSecond ? "" : isFiltered(ctx) ? next : at + "/papers?page=2",
                          paper(isSecond ? "p:2" : "p:1", "Vorlage")));
                }
                default -> {
                  ctx.status(404);
                  ctx.contentType("text/plain").result("not found " + consultations.size());
                }
              }
            })) {
      run(server, "/oparl/system", "papers");
      var second = run(server, "/oparl/system", "papers");

      assertEquals(List.of("p:1", "p:2"), second.papers("id"));
      assertTrue(
          server.asked().contains("/oparl/bodies/0001/papers?page=2&" + FILTER),
          server.asked().toString());
    }
  }

  @Test
  void readsConsultationsFromAListInsteadOfOneByOne() throws IOException {
    try (var server =
        LocalServer.answering(
            ctx -> {
              var isList = ctx.path().endsWith("/consultations");
              if (!ctx.path().equals("/oparl/system") && !isList) {
                ctx.status(404);
                return;
              }
              var all =
                  java.util.stream.IntStream.range(0, 25)
                      .mapToObj(i -> base(ctx) + "/consultation/" + i)
                      .toList();
              var items =
                  all.stream()
                      .map(c -> "{\"id\": \"a:" + c + "\", \"consultation\": \"" + c + "\"}")
                      .collect(Collectors.joining(", "));
              json(
                  ctx,
                  isList
                      ? list("", all.stream().map(c -> paper(c, "")).toArray(String[]::new))
                      : "{\"type\": \"https://schema.oparl.org/1.1/System\", \"body\": {\"id\":"
                          + " \"b:1\", \"consultations\": \""
                          + base(ctx)
                          + "/oparl/bodies/0001/consultations\", \"organization\": [],"
                          + " \"paper\": [], \"meeting\": [{\"id\": \"m:1\", \"agendaItem\": ["
                          + items
                          + "]}]}}");
            })) {
      run(server, "/oparl/system", "agenda-items");

      assertEquals(List.of("/oparl/system", "/oparl/bodies/0001/consultations"), server.asked());
    }
  }

  @Test
  void asksRubinForNoChangesAndTakesItsSystemObjectForNoList() throws IOException {
    var system =
        "{\"type\": \"https://schema.oparl.org/1.0/System\", \"vendor\": \"more! software\","
            + " \"body\": [{\"id\": \"b:1\", \"type\": \"https://schema.oparl.org/1.0/Body\","
            + " \"paper\": \"BASE/oparl/papers\", \"meeting\": \"BASE/oparl/nowhere\","
            + " \"organization\": []}]}";
    try (var server =
        LocalServer.answering(
            ctx ->
                json(
                    ctx,
                    ctx.path().equals("/oparl/papers")
                        ? list("", paper("p:1", "Vorlage"))
                        : system.replace("BASE", base(ctx))))) {
      run(server, "/oparl/system");
      var second = run(server, "/oparl/system");

      assertEquals(List.of("p:1"), second.papers("id"));
      assertFalse(second.tables().containsKey("meetings"));
      assertFalse(second.notes().isComplete(), "the list of meetings is missing");
      assertFalse(server.asked().toString().contains("modified_since"));
    }
  }

  @Test
  void asksUnderAnotherAddressWhereTheOneInTheDataDoesNotWork() throws IOException {
    var inside = "https://intern.rat.example/oparl/";
    try (var server =
        LocalServer.answering(
            ctx -> {
              switch (ctx.path()) {
                case "/webservice/system" ->
                    json(
                        ctx,
                        "{\"type\": \"https://schema.oparl.org/1.1/System\", \"body\": \"%sbodies\"}"
                            .formatted(inside));
                case "/webservice/bodies" ->
                    json(
                        ctx,
                        list(
                            "",
                            """
                            {"id": "%1$sbodies/1", "organization": "%1$so", "paper": "%1$sp", "legislativeTermList": "%1$st"}
                            """
                                .formatted(inside)));
                case "/webservice/p" ->
                    json(ctx, list("", paper(inside + "papers/1", "Turnhalle")));
                case "/webservice/o" -> json(ctx, list(""));
                case "/webservice/t" ->
                    json(
                        ctx,
                        list(
                            "",
                            "{\"id\": \"%st/1\", \"startDate\": \"2024-07-01\"}"
                                .formatted(inside)));
                default -> ctx.status(404);
              }
            })) {
      var source = OparlTests.source(server.at("/webservice/system"), "papers");
      var policy =
          Given.quick()
              .rewriting(List.of(new FetchPolicy.Rewrite(inside, server.at("/webservice/"))));
      var fetcher =
          new HttpFetcher(
              source.location(), policy, Validators.none(), Clock.systemUTC(), Waiter.sleeping());
      var papers = OparlTests.require(OparlTests.tables(source, fetcher, memory), "papers");

      assertEquals(List.of(inside + "papers/1"), column(papers, "id"), "ids stay");
      assertEquals(LocalDate.of(2024, 7, 1), LegislativeTerms.kept(memory).orElseThrow().start());
    }
  }
}
