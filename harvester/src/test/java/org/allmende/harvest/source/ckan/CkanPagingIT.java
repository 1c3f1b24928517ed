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
    var pages = new Given.Pages();

    var records = records("", pages);

    assertEquals(PACKAGES, records.stream().map(SourceRecord::key).distinct().count());
    assertTrue(pages.notes().isComplete());
  }

  @Test
  void asksOnlyForWhatTheLocationNarrowsItTo() throws IOException {
    assertEquals(7, records("/api/3/action?fq=organization:stadt", new Given.Pages()).size());
  }

  @Test
  void stopsWhenAllPagesAreTheSame() throws IOException {
    var pages = new Given.Pages();

    assertEquals(40, records("/stuck", pages).size());
    assertFalse(pages.notes().isComplete());
  }

  @Test
  void trustsNoAbsenceWhenPagesEndTooEarly() throws IOException {
    var pages = new Given.Pages();

    assertEquals(80, records("/short", pages).size());
    assertFalse(pages.notes().isComplete());
  }

  @Test
  void keepsWhatCameBeforeABrokenPage() throws IOException {
    var pages = new Given.Pages();

    assertEquals(80, records("/broken", pages).size());
    assertFalse(pages.notes().isComplete());
  }

  @Test
  void failsAsAWholeWhenThereIsNoPortal() {
    assertThrows(IOException.class, () -> records("/nobody", new Given.Pages()));
  }

  private static List<SourceRecord> records(String path, Given.Pages pages) throws IOException {
    var location = "http://127.0.0.1:" + portal.port() + path;
    return Given.records(FORMAT, Given.source("ckan", location), pages);
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
