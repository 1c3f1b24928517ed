package org.allmende.harvest.source.dcat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.allmende.harvest.SourceRecord;
import org.allmende.harvest.source.Given;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A catalog of 25 datasets on pages of 10, as other servers publish it. */
class HydraPagingIT {

  private static Javalin server;

  @BeforeAll
  static void start() {
    server =
        Javalin.create(
                config -> {
                  config.routes.get("/catalog.ttl", ctx -> page(ctx, 25));
                  config.routes.get(
                      "/failing.ttl",
                      ctx -> {
                        if (number(ctx) == 2) {
                          ctx.status(500);
                        } else {
                          page(ctx, 25);
                        }
                      });
                })
            .start("127.0.0.1", 0);
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void readsEveryDatasetOnce() throws IOException {
    var fetcher = Given.http(address("/catalog.ttl"));

    var records =
        Given.records(DcatTests.FORMAT, Given.source("dcat", address("/catalog.ttl")), fetcher);

    assertEquals(25, records.stream().map(SourceRecord::key).distinct().count());
    assertTrue(fetcher.notes().isComplete());
  }

  @Test
  void trustsNoAbsenceAfterAPageThatFailed() throws IOException {
    var fetcher = Given.http(address("/failing.ttl"));

    var records =
        Given.records(DcatTests.FORMAT, Given.source("dcat", address("/failing.ttl")), fetcher);

    assertEquals(10, records.size());
    assertFalse(fetcher.notes().isComplete());
  }

  private static String address(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  private static int number(Context ctx) {
    return ctx.queryParam("page") == null ? 1 : ctx.queryParamAsClass("page", Integer.class).get();
  }

  private static void page(Context ctx, int count) {
    var number = number(ctx);
    var datasets =
        IntStream.range((number - 1) * 10, Math.min(count, number * 10))
            .mapToObj(":d%1$d a dcat:Dataset ; dct:title \"T%1$d\" ; dct:publisher :p ."::formatted)
            .collect(Collectors.joining("\n"));
    var next =
        number * 10 < count
            ? "<> a hydra:PagedCollection ; hydra:nextPage \"?page=" + (number + 1) + "\" ."
            : "";
    ctx.contentType("text/turtle;charset=utf-8")
        .result(DcatTests.PREFIXES + ":p foaf:name \"Amt\" .\n" + datasets + "\n" + next);
  }
}
