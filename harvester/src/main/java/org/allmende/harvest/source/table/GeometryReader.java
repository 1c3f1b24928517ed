package org.allmende.harvest.source.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** GeoJSON geometries to WGS 84, position by position. */
public final class GeometryReader {

  private static final Set<String> TYPES =
      Set.of("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon");

  private final Map<String, Optional<Coordinates>> known = new HashMap<>();
  private final String declared;
  private final BiConsumer<String, Note> notes;
  private Coordinates coordinates = new Coordinates(Projection.degrees());

  /**
   * A reader.
   *
   * @param crs as the document declares it
   * @param notes told of a place what was mended ({@code repair}) or could not be read
   */
  public GeometryReader(Optional<String> crs, BiConsumer<String, Note> notes) {
    this.declared = crs.orElse("EPSG:4326");
    // A URN of EPSG:4326 puts latitude first, but many who declare it write longitude first all
    // the same: the guard of Coordinates tells the two apart, so the order needs no knowing here.
    this.notes = notes;
  }

  /** The geometry, or empty when there is none or it cannot be read. */
  public Optional<Row.Geometry> read(JsonNode geometry, String place) {
    if (geometry.isNull() || geometry.isMissingNode() || geometry.isEmpty()) {
      return Optional.empty();
    }
    // Formats that declare a system with each geometry put it there, as GeoJSON once did.
    var crs = geometry.path("crs").isTextual() ? geometry.path("crs").textValue() : declared;
    var used = known.computeIfAbsent(crs, n -> Projection.find(n).map(Coordinates::new));
    if (used.isEmpty()) {
      notes.accept(place, Note.of("crs-unknown", crs, Projection.known()));
      return Optional.empty();
    }
    coordinates = used.get();
    var type = geometry.path("type").asText();
    if (!TYPES.contains(type)) {
      notes.accept(place, Note.of("geometry-type", type));
      return Optional.empty();
    }
    var json = new StringBuilder();
    return write(geometry.path("coordinates"), place, json)
        ? Optional.of(new Row.Geometry(type, json.toString()))
        : Optional.empty();
  }

  private boolean write(JsonNode node, String place, StringBuilder json) {
    if (!node.isArray() || node.isEmpty()) {
      return false;
    }
    return node.get(0).isArray() ? writeList(node, place, json) : writePosition(node, place, json);
  }

  private boolean writeList(JsonNode list, String place, StringBuilder json) {
    var separator = "[";
    for (var element : list) {
      json.append(separator);
      if (!write(element, place, json)) {
        return false;
      }
      separator = ",";
    }
    json.append(']');
    return true;
  }

  private boolean writePosition(JsonNode pair, String place, StringBuilder json) {
    if (pair.size() < 2 || !SourceJson.isNumber(pair.get(0)) || !SourceJson.isNumber(pair.get(1))) {
      notes.accept(place, Note.of("geometry-no-pair", pair.toString()));
      return false;
    }
    return switch (coordinates.read(pair.get(0).decimalValue(), pair.get(1).decimalValue())) {
      case Coordinates.Position position -> {
        position.repair().ifPresent(repair -> notes.accept(place, repair));
        json.append(position.json());
        yield true;
      }
      case Coordinates.Nowhere nowhere -> {
        nowhere.reason().ifPresent(reason -> notes.accept(place, reason));
        yield false;
      }
    };
  }
}
