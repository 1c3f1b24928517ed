package org.allmende.harvest.source.ready;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.LocalServer;
import org.junit.jupiter.api.Test;

/** Interfaces that give their lists in pages, each in its own way. */
class PagesIT {

  private static String locations(int from, int to) {
    var list = new java.util.ArrayList<String>();
    for (int i = from; i < to; i++) {
      list.add(
          """
          {"id": "L%d", "name": "Lader", "city": "Musterstadt", "postal_code": "19999",
           "coordinates": {"latitude": "53.4", "longitude": "11.2"}, "evses": [{"uid": "1", "status": "CHARGING", "connectors": []}]}\
          """
              .formatted(i));
    }
    return String.join(",", list);
  }

  private static int read(String type, LocalServer server, Fetcher fetcher) throws IOException {
    var town = Harvests.settings().municipality().orElseThrow();
    var table = ReadyTypes.read(type, town, server.at("/ocpi/locations"), fetcher).getFirst();
    assertFalse(table.table().rows().toString().contains("CHARGING"), "live status");
    return table.table().rows().size();
  }

  private static void json(Context ctx, String body) {
    ctx.contentType("application/json").result(body);
  }

  @Test
  void followsTheLinkHeaderOfOcpi() throws IOException {
    try (var server =
        LocalServer.answering(
            ctx -> {
              var offset = Integer.parseInt(LocalServer.parameter(ctx, "offset", "0"));
              ctx.header("X-Total-Count", "25");
              if (offset + 10 < 25) {
                ctx.header("Link", "<?offset=" + (offset + 10) + "&limit=10>; rel=\"next\"");
              }
              json(
                  ctx,
                  "{\"status_code\": 1000, \"data\": ["
                      + locations(offset, Math.min(25, offset + 10))
                      + "]}");
            })) {
      var fetcher = Given.http(server.at("/"));

      assertEquals(25, read("ocpi", server, fetcher));
      assertTrue(fetcher.notes().isComplete());
    }
  }

  @Test
  void givesAnOpaqueTokenBackUnderItsName() throws IOException {
    try (var server =
        LocalServer.answering(
            ctx -> {
              var isSecond = "aGVsbG8=".equals(ctx.queryParam("next"));
              json(
                  ctx,
                  isSecond
                      ? "{\"next\": null, \"items\": [" + locations(10, 15) + "]}"
                      : "{\"next\": \"aGVsbG8=\", \"items\": [" + locations(0, 10) + "]}");
            })) {
      var fetcher = Given.http(server.at("/"));

      assertEquals(15, read("ocpi", server, fetcher));
      assertTrue(fetcher.notes().isComplete());
      assertEquals(List.of("/ocpi/locations", "/ocpi/locations?next=aGVsbG8%3D"), server.asked());
    }
  }

  @Test
  void takesNothingForWholeWhereATokenLeadsBackToTheFirstPage() throws IOException {
    try (var server =
        LocalServer.answering(
            ctx -> json(ctx, "{\"next\": \"x1\", \"items\": [" + locations(0, 10) + "]}"))) {
      var fetcher = Given.http(server.at("/"));

      assertEquals(10, read("ocpi", server, fetcher));
      assertFalse(fetcher.notes().isComplete());
      assertEquals(
          Optional.of("walk-same"), fetcher.notes().whyCutShort().map(reason -> reason.name()));
    }
  }

  @Test
  void followsOffsetAndTotalCount() throws IOException {
    try (var server =
        LocalServer.answering(
            ctx -> {
              var offset = Integer.parseInt(LocalServer.parameter(ctx, "offset", "0"));
              json(
                  ctx,
                  "{\"items\": [{\"id\": %1$d, \"name\": \"Leistung %1$d\"}], \"offset\": %1$d, \"limit\": 1, \"total_count\": 3}"
                      .formatted(offset));
            })) {
      assertEquals(3, read("services", server, Given.http(server.at("/"))));
    }
  }
}
