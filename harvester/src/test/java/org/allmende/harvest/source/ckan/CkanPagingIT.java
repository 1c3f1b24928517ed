package org.allmende.harvest.source.ckan;

import static org.allmende.harvest.source.ckan.CkanTests.FORMAT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.allmende.harvest.SourceRecord;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.source.Given;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A portal with 250 packages that gives at most 40 a page. */
class CkanPagingIT {

  private static final int PACKAGES = 250;
  private static Javalin portal;

  @BeforeAll
  static void start() {
    portal =
        Javalin.create(
                config -> {
                  config.routes.get("/api/3/action/package_search", CkanPagingIT::search);
                  config.routes.get(
                      "/stuck/api/3/action/package_search", ctx -> answer(ctx, PACKAGES, 0, 40));
                  config.routes.get(
                      "/short/api/3/action/package_search",
                      ctx -> answer(ctx, PACKAGES, start(ctx), start(ctx) < 80 ? 40 : 0));
                  config.routes.get(
                      "/broken/api/3/action/package_search",
                      ctx -> {
                        if (start(ctx) >= 80) {
                          ctx.html("<html>Wartung</html>");
                        } else {
                          answer(ctx, PACKAGES, start(ctx), 40);
                        }
                      });
                })
            .start("127.0.0.1", 0);
  }

  @AfterAll
  static void stop() {
    portal.stop();
  }

  @Test
  void walksThroughAllPages() throws IOException {
    var fetcher = Given.http(address(""));

    var records = records("", fetcher);

    assertEquals(PACKAGES, records.stream().map(SourceRecord::key).distinct().count());
    assertTrue(fetcher.notes().isComplete());
  }

  @Test
  void asksOnlyForWhatTheLocationNarrowsItTo() throws IOException {
    assertEquals(
        7,
        records(
                "/api/3/action?fq=organization:stadt",
                Given.http(address("/api/3/action?fq=organization:stadt")))
            .size());
  }

  @Test
  void stopsWhenAllPagesAreTheSame() throws IOException {
    var fetcher = Given.http(address("/stuck"));

    assertEquals(40, records("/stuck", fetcher).size());
    assertFalse(fetcher.notes().isComplete());
  }

  @Test
  void trustsNoAbsenceWhenPagesEndTooEarly() throws IOException {
    var fetcher = Given.http(address("/short"));

    assertEquals(80, records("/short", fetcher).size());
    assertFalse(fetcher.notes().isComplete());
  }

  @Test
  void keepsWhatCameBeforeABrokenPage() throws IOException {
    var fetcher = Given.http(address("/broken"));

    assertEquals(80, records("/broken", fetcher).size());
    assertFalse(fetcher.notes().isComplete());
  }

  @Test
  void failsAsAWholeWhenThereIsNoPortal() {
    assertThrows(IOException.class, () -> records("/nobody", Given.http(address("/nobody"))));
  }

  private static String address(String path) {
    return "http://127.0.0.1:" + portal.port() + path;
  }

  private static List<SourceRecord> records(String path, Fetcher fetcher) throws IOException {
    return Given.records(FORMAT, Given.source("ckan", address(path)), fetcher);
  }

  private static void search(Context ctx) {
    assertEquals("id asc", ctx.queryParam("sort"));
    var all = "organization:stadt".equals(ctx.queryParam("fq")) ? 7 : PACKAGES;
    answer(ctx, all, start(ctx), 40);
  }

  private static int start(Context ctx) {
    return ctx.queryParamAsClass("start", Integer.class).get();
  }

  private static void answer(Context ctx, int count, int start, int rows) {
    var results =
        IntStream.range(start, Math.min(count, start + rows))
            .mapToObj("{\"id\": \"p%1$d\", \"title\": \"T%1$d\", \"resources\": []}"::formatted)
            .collect(Collectors.joining(", "));
    ctx.contentType("application/json")
        .result(
            "{\"success\": true, \"result\": {\"count\": %d, \"results\": [%s]}}"
                .formatted(count, results));
  }
}
