package org.allmende.harvest.source.ready;

import static org.allmende.harvest.Harvests.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.SourceMemory;
import org.allmende.harvest.SourceRecord.TableEntry;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.LocalServer;
import org.allmende.harvest.source.table.OutputFile;
import org.junit.jupiter.api.Test;

/** A damage reporter with one report a day, as such interfaces answer. */
class Open311IT {

  private static final Instant FIRST = Harvests.NOW.minus(Duration.ofDays(85));
  private static final int DAYS = 80;

  private SourceMemory memory = SourceMemory.empty();

  private static String report(int number) {
    var time = FIRST.plus(Duration.ofDays(number));
    return """
    {"service_request_id": "%d-2026", "status": "%s", "service_name": "Ampel", "requested_datetime": "%s",
     "description": "Frau Muster sah", "lat": 50.93841, "long": 6.83454}\
    """
        .formatted(number, number % 2 == 0 ? "open" : "closed", time);
  }

  /** Reports of a window; number 40 is only there by its number, and texts are for nobody. */
  private static void answer(Context ctx) {
    ctx.contentType("application/json");
    if (!ctx.path().endsWith("/requests.json")) {
      var number = Integer.parseInt(ctx.path().replaceAll(".*/(\\d+)-2026.json", "$1"));
      if (number == 40) {
        ctx.result("[" + report(number) + "]");
      } else {
        ctx.status(404);
      }
      return;
    }
    var from = Instant.parse("" + ctx.queryParam("start_date"));
    var to = Instant.parse("" + ctx.queryParam("end_date"));
    var found =
        IntStream.range(0, DAYS)
            .filter(n -> n != 40 && n != 41)
            .filter(n -> !FIRST.plus(Duration.ofDays(n)).isBefore(from))
            .filter(n -> FIRST.plus(Duration.ofDays(n)).isBefore(to))
            .mapToObj(Open311IT::report)
            .toList();
    ctx.result("[" + String.join(",", found) + "]");
  }

  private TableEntry read(LocalServer server) throws IOException {
    var source = ReadyTypes.source("open311", server.at("/georeport/v2/requests.json"));
    var context =
        new HarvestContext(source, Given.identity(), Harvests.settings(), Harvests.NOW, memory);
    var format = SourceTypes.find("open311").orElseThrow().format();
    try (var records = format.open(source, context, Given.http(source.location()))) {
      var entry = (TableEntry) records.toList().getFirst();
      memory = memory.next();
      return entry;
    }
  }

  @Test
  void walksByWeeksAndFillsHolesByNumber() throws IOException {
    try (var server = LocalServer.answering(Open311IT::answer)) {
      var table = read(server).table();

      var ids = new TreeSet<>(column(table, "id"));
      assertEquals(DAYS - 1, ids.size(), ids.toString());
      assertTrue(ids.contains("40-2026"), "there by its number alone");
      assertFalse(table.rows().toString().contains("Muster"), "texts of citizens");
      assertEquals(
          13, server.asked().stream().filter(a -> a.contains("start_date")).count(), "windows");
      assertTrue(
          server.asked().getFirst().contains("status=open%2Cclosed"), server.asked().getFirst());
    }
  }

  @Test
  void asksForAnAbsentNumberOnce() throws IOException {
    try (var server = LocalServer.answering(Open311IT::answer)) {
      read(server);
      read(server);

      assertEquals(1, server.asked().stream().filter(a -> a.contains("/41-2026")).count());
    }
  }

  @Test
  void keepsReportsThatTheServiceHasForgotten() throws IOException {
    try (var server = LocalServer.answering(Open311IT::answer)) {
      read(server);
    }
    try (var server =
        LocalServer.answering(ctx -> ctx.contentType("application/json").result("[]"))) {
      var table = read(server).table();

      assertEquals(DAYS - 1, table.rows().size());
      assertFalse(table.rows().toString().contains("50.93841"), "positions are rounded");
    }
  }

  @Test
  void asksTwiceWhereAServerKnowsOneStatusOnly() throws IOException {
    try (var server =
        LocalServer.answering(
            ctx -> {
              if (("" + ctx.queryParam("status")).contains(",")) {
                ctx.status(400);
              } else if (ctx.queryParam("page") != null) {
                ctx.status(400).result("page?");
              } else {
                var isOpen = "open".equals(ctx.queryParam("status"));
                ctx.contentType("application/json")
                    .result(
                        "["
                            + String.join(
                                ",",
                                IntStream.range(0, 10)
                                    .mapToObj(n -> report(isOpen ? n : n + 10))
                                    .toList())
                            + "]");
              }
            })) {
      assertEquals(20, read(server).table().rows().size());
    }
  }

  @Test
  void countsReportsByMonthAndOffersTheInterface() throws Exception {
    try (var server = LocalServer.answering(Open311IT::answer)) {
      var entry = read(server);
      var monthly = new String(entry.attachments().getFirst().body(), StandardCharsets.UTF_8);
      var month = OffsetDateTime.ofInstant(FIRST, ZoneOffset.UTC).toString().substring(0, 7);

      assertTrue(monthly.startsWith("month,service_name,requests,closed\r\n" + month), monthly);

      var source = ReadyTypes.source("open311", server.at("/georeport/v2/requests.json"));
      var files = List.of(new OutputFile("monthly", "0".repeat(64), 1, 1));
      var format = SourceTypes.find("open311").orElseThrow().format();
      var submission = format.map(entry.withFiles(files), Harvests.context(source));
      var graph = submission.description().graph().stream().toList().toString();
      assertTrue(graph.contains(server.at("/georeport/v2/")), graph);
      assertTrue(graph.contains("DataService"), graph);
      assertTrue(graph.contains("Zahlen je Monat"), graph);
    }
  }
}
