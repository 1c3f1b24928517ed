package org.allmende.server.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A geometry with as few positions as a small map needs: of a long line only every so many, its
 * ends always. What is drawn from it is no measure of anything.
 */
final class Outline {

  private static final int MOST = 400;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Outline() {}

  /** The outline of a GeoJSON geometry, itself one. */
  static ObjectNode of(JsonNode geometry) {
    var outline = JSON.objectNode().put("type", geometry.path("type").asText());
    if (geometry.path("geometries").isArray()) {
      var parts = outline.putArray("geometries");
      geometry.path("geometries").forEach(part -> parts.add(of(part)));
    }
    outline.set("coordinates", thinned(geometry.path("coordinates")));
    return outline;
  }

  private static JsonNode thinned(JsonNode coordinates) {
    if (!coordinates.isArray() || coordinates.path(0).isNumber()) {
      return coordinates;
    }
    var isLine = coordinates.path(0).path(0).isNumber();
    var step = isLine ? Math.max(1, coordinates.size() / MOST) : 1;
    var some = JSON.arrayNode();
    for (var i = 0; i < coordinates.size(); i += step) {
      some.add(thinned(coordinates.get(i)));
    }
    if ((coordinates.size() - 1) % step != 0) {
      some.add(thinned(coordinates.get(coordinates.size() - 1)));
    }
    return some;
  }
}
