package org.allmende.harvest.source.arcgis;

import static org.allmende.harvest.Harvests.column;
import static org.allmende.harvest.source.LocalServer.parameter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.LocalServer;
import org.allmende.harvest.source.table.Table;
import org.junit.jupiter.api.Test;

class ArcGisIT {

  private static final String LAYER = "/arcgis/rest/services/Laden/FeatureServer/0";
  private static final int ALL = 25;

  private static final String MAPPING =
      "key: [OBJECTID]\n"
          + "fields: [{ name: id, from: [OBJECTID], type: integer }, { name: opened, from: [Datum],"
          + " type: datetime }]";

  /** A layer that gives ten features at once. */
  private record Given10(String formats, boolean isPaged, boolean takesCount) {

    void answer(Context c) {
      c.contentType("text/plain");
      if (!c.path().endsWith("/query")) {
        c.result(
            "{\"name\":\"Ladestationen\",\"maxRecordCount\":10,\"objectIdField\":\"OBJECTID\","
                + "\"supportedQueryFormats\":\""
                + formats
                + "\",\"advancedQueryCapabilities\":{\"supportsPagination\":"
                + isPaged
                + "},\"editingInfo\":{\"lastEditDate\":1764028800000},"
                + "\"fields\":[{\"name\":\"OBJECTID\",\"type\":\"esriFieldTypeOID\"},"
                + "{\"name\":\"Datum\",\"type\":\"esriFieldTypeDate\"}]}");
      } else if (!takesCount && c.queryParam("resultRecordCount") != null) {
        c.result("{\"error\":{\"code\":400,\"message\":\"Invalid parameter resultRecordCount\"}}");
      } else if (c.queryParam("returnIdsOnly") != null) {
        var ids = IntStream.range(0, ALL).mapToObj(Integer::toString);
        c.result("{\"objectIds\":[" + ids.collect(Collectors.joining(",")) + "]}");
      } else if (c.queryParam("objectIds") != null) {
        c.result(features(0, ALL, false));
      } else {
        var from = Integer.parseInt(parameter(c, "resultOffset", "0"));
        var to = Math.min(ALL, from + 10);
        c.result(features(from, to, to < ALL));
      }
    }

    private String features(int from, int to, boolean isMore) {
      var isGeoJson = formats.contains("geoJSON");
      var all =
          IntStream.range(from, to)
              .mapToObj(i -> isGeoJson ? geoJson(i) : esri(i))
              .collect(Collectors.joining(","));
      var more =
          isGeoJson
              ? "\"properties\":{\"exceededTransferLimit\":true},"
              : "\"exceededTransferLimit\":true,";
      return "{" + (isMore ? more : "") + "\"features\":[" + all + "]}";
    }

    private static String geoJson(int id) {
      return "{\"type\":\"Feature\",\"properties\":"
          + attributes(id)
          + ",\"geometry\":{\"type\":\"Point\",\"coordinates\":[11.2,53.4]}}";
    }

    private static String esri(int id) {
      return "{\"attributes\":" + attributes(id) + ",\"geometry\":{\"x\":11.2,\"y\":53.4}}";
    }

    private static String attributes(int id) {
      return "{\"OBJECTID\":" + id + ",\"Datum\":1714557600000}";
    }
  }

  private static Table read(Given10 layer, LocalServer server) throws IOException {
    var table = server.read(new ArcGisSourceFormat(), LAYER, MAPPING);
    assertEquals(ALL, table.rows().size(), layer.toString());
    assertEquals("2024-05-01T12:00+02:00", column(table, "opened").getLast().toString());
    assertEquals("[11.2,53.4]", table.rows().getLast().geometry().orElseThrow().coordinates());
    return table;
  }

  @Test
  void goesOnWhileTheServerSaysThatThereIsMore() throws IOException {
    var layer = new Given10("JSON, geoJSON, PBF", true, true);
    try (var server = LocalServer.answering(layer::answer)) {
      var table = read(layer, server);
      assertEquals(4, server.asked().size(), server.asked().toString());
      assertEquals("2025-11-24T23:00:00Z", table.stateDate().orElseThrow().toString());
    }
  }

  @Test
  void readsTheServersOwnJsonToo() throws IOException {
    var layer = new Given10("JSON, AMF", true, true);
    try (var server = LocalServer.answering(layer::answer)) {
      read(layer, server);
    }
  }

  @Test
  void asksWithoutTheCountWhereTheServerRefusesIt() throws IOException {
    var layer = new Given10("JSON", true, false);
    try (var server = LocalServer.answering(layer::answer)) {
      read(layer, server);
      assertFalse(server.asked().getLast().contains("resultRecordCount"));
    }
  }

  @Test
  void asksByNumbersWhereTheLayerCannotSkip() throws IOException {
    var layer = new Given10("JSON", false, true);
    try (var server = LocalServer.answering(layer::answer)) {
      read(layer, server);
      assertTrue(server.asked().getLast().contains("objectIds="));
    }
  }

  @Test
  void failsWithWhatTheServerSaysInItsErrorObject() {
    try (var server =
        LocalServer.answering(
            c -> c.result("{\"error\":{\"code\":499,\"message\":\"Token Required\"}}"))) {
      var failure =
          assertThrows(
              IOException.class, () -> server.read(new ArcGisSourceFormat(), LAYER, MAPPING));
      assertTrue(Given.message(failure).contains("499 Token Required"), Given.message(failure));
    }
  }

  @Test
  void doesNotTurnInCirclesWhereTheServerIgnoresTheOffset() {
    var layer = new Given10("JSON", true, true);
    try (var server =
        LocalServer.answering(
            c -> {
              if (c.path().endsWith("/query")) {
                c.result(layer.features(0, 10, true));
              } else {
                layer.answer(c);
              }
            })) {
      var failure =
          assertThrows(
              IOException.class, () -> server.read(new ArcGisSourceFormat(), LAYER, MAPPING));
      assertTrue(Given.message(failure).contains("more after 20"), Given.message(failure));
    }
  }
}
