package org.allmende.harvest.source.ogcfeatures;

import static org.allmende.harvest.Harvests.column;
import static org.allmende.harvest.source.LocalServer.parameter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.LocalServer;
import org.junit.jupiter.api.Test;

class OgcFeaturesIT {

  private static final String MAPPING = "key: [_id]\nfields: [{ name: name }]";

  private static void answer(Context c) {
    c.contentType("application/geo+json");
    switch (c.path()) {
      case "/api/collections" ->
          c.result("{\"links\":[],\"collections\":[{\"id\":\"baeume\"},{\"id\":\"brunnen\"}]}");
      case "/api/collections/brunnen/items" -> items(c, Integer.parseInt(parameter(c, "o", "0")));
      default -> c.status(404);
    }
  }

  private static void items(Context c, int from) {
    var next =
        "{\"rel\":\"self\",\"href\":\"x\"},{\"rel\":\"next\",\"href\":\"items?o="
            + (from + 1)
            + "\"}";
    c.result(
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":"
            + from
            + ",\"properties\":{\"name\":\"B"
            + from
            + "\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[11.2,53.4]}}],\"links\":["
            + (from < 3 ? next : "")
            + "]}");
  }

  @Test
  void walksThroughTheItemsOfACollectionByTheLinkNext() throws IOException {
    try (var server = LocalServer.answering(OgcFeaturesIT::answer)) {
      var format = new OgcFeaturesSourceFormat();
      var all = List.of("B0", "B1", "B2", "B3");
      assertEquals(all, column(server.read(format, "/api/collections/brunnen", MAPPING), "name"));
      assertEquals(
          all,
          column(server.read(format, "/api", "select: { layer: brunnen }\n" + MAPPING), "name"));
      assertTrue(server.asked().getFirst().endsWith("/items?f=json&limit=1000"));
    }
  }

  @Test
  void listsTheCollectionsWhereNoneIsNamed() {
    try (var server = LocalServer.answering(OgcFeaturesIT::answer)) {
      var failure =
          assertThrows(
              IOException.class, () -> server.read(new OgcFeaturesSourceFormat(), "/api", MAPPING));
      assertTrue(Given.message(failure).contains("baeume, brunnen"), Given.message(failure));
    }
  }
}
