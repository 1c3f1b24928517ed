package org.allmende.harvest.source.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Builds GeoJSON geometries of what other formats write; the coordinates stay as they are. */
public final class Shapes {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern SPACE = Pattern.compile("[\\s,]+");

  private Shapes() {}

  /** A geometry of this type. */
  public static ObjectNode geometry(String type, JsonNode coordinates) {
    return JSON.objectNode().put("type", type).set("coordinates", coordinates);
  }

  /** A pair of numbers; empty when a text is none. */
  public static Optional<ArrayNode> position(String x, String y) {
    try {
      var easting = new BigDecimal(x.strip());
      var northing = new BigDecimal(y.strip());
      return NumberReader.isPlausible(easting) && NumberReader.isPlausible(northing)
          ? Optional.of(JSON.arrayNode().add(easting).add(northing))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * The positions in a text of numbers; empty when one is no number or they do not come out even.
   *
   * @param dimension how many numbers make a position, of which the first two count
   * @param isSwapped whether the first number is the northing
   */
  public static Optional<ArrayNode> positions(String text, int dimension, boolean isSwapped) {
    var numbers = text.isBlank() ? new String[0] : SPACE.split(text.strip());
    if (numbers.length == 0 || numbers.length % dimension != 0) {
      return Optional.empty();
    }
    var all = JSON.arrayNode();
    for (int i = 0; i < numbers.length; i += dimension) {
      var x = numbers[isSwapped ? i + 1 : i];
      var y = numbers[isSwapped ? i : i + 1];
      var position = position(x, y);
      if (position.isEmpty()) {
        return Optional.empty();
      }
      all.add(position.get());
    }
    return Optional.of(all);
  }

  /** A list of lists of positions, such as the rings of an area. */
  public static ArrayNode list(List<? extends JsonNode> parts) {
    return JSON.arrayNode().addAll(parts);
  }

  /**
   * One geometry of several: itself when there is one, a {@code Multi…} of equal ones, else a
   * collection.
   */
  public static Optional<JsonNode> together(List<? extends JsonNode> parts) {
    if (parts.size() <= 1) {
      return parts.stream().findFirst().map(part -> part);
    }
    var type = parts.getFirst().path("type").asText();
    var areAlike = parts.stream().allMatch(part -> part.path("type").asText().equals(type));
    if (areAlike && !type.startsWith("Multi")) {
      var coordinates = parts.stream().map(part -> part.path("coordinates")).toList();
      return Optional.of(geometry("Multi" + type, list(coordinates)));
    }
    if (areAlike) {
      var coordinates = new ArrayList<JsonNode>();
      parts.forEach(part -> part.path("coordinates").forEach(coordinates::add));
      return Optional.of(geometry(type, list(coordinates)));
    }
    var all = JSON.objectNode().put("type", "GeometryCollection");
    all.set("geometries", list(parts));
    return Optional.of(all);
  }
}
