package org.allmende.harvest.source.wfs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.allmende.harvest.source.table.Shapes;
import org.allmende.harvest.source.xml.XmlElement;

/**
 * Geometries of GML as GeoJSON, easting or longitude first; the coordinate system that they declare
 * stands in the member {@code crs}.
 *
 * <p>A URN of EPSG and its address at opengis.net follow the registry, where degrees begin with the
 * latitude and Gauss-Krüger with the northing; {@code EPSG:4326} and CRS84 begin with the longitude
 * ({@code sources.md} 2.5).
 */
final class GmlGeometry {

  private static final Set<String> TYPES =
      Set.of(
          "Point",
          "LineString",
          "LinearRing",
          "Curve",
          "Polygon",
          "Surface",
          "CompositeCurve",
          "CompositeSurface",
          "MultiPoint",
          "MultiLineString",
          "MultiCurve",
          "MultiPolygon",
          "MultiSurface",
          "MultiGeometry");

  private static final Pattern REGISTRY =
      Pattern.compile(
          "(?i)(?:urn:(?:x-)?ogc:def:crs:EPSG:.*:|https?://www\\.opengis\\.net/def/crs/EPSG/.*/)(\\d+)");
  private static final Set<String> NORTHING_FIRST =
      Set.of("4326", "4258", "31466", "31467", "31468", "31469");

  private final boolean isSwapped;
  private final int dimension;

  private GmlGeometry(boolean isSwapped, int dimension) {
    this.isSwapped = isSwapped;
    this.dimension = dimension;
  }

  static boolean isGeometry(XmlElement element) {
    return TYPES.contains(element.name());
  }

  /** The geometry, or empty when its numbers make none. */
  static Optional<JsonNode> read(XmlElement element) {
    var crs = declared(element, "srsName");
    var dimension = declared(element, "srsDimension").or(() -> declared(element, "dimension"));
    var reader =
        new GmlGeometry(
            crs.map(GmlGeometry::isNorthingFirst).orElse(false),
            dimension.filter(d -> d.matches("[23]")).map(Integer::parseInt).orElse(2));
    var shape = Shapes.together(reader.shapes(element));
    shape.ifPresent(json -> crs.ifPresent(name -> ((ObjectNode) json).put("crs", name)));
    return shape;
  }

  /** At the geometry itself, or at the first part that says it. */
  private static Optional<String> declared(XmlElement element, String attribute) {
    return element.all().flatMap(part -> part.attribute(attribute).stream()).findFirst();
  }

  private static boolean isNorthingFirst(String crs) {
    var match = REGISTRY.matcher(crs);
    return match.matches() && NORTHING_FIRST.contains(match.group(1));
  }

  private List<JsonNode> shapes(XmlElement element) {
    var shapes = new ArrayList<JsonNode>();
    switch (element.name()) {
      case "Point" -> positions(element).map(p -> p.get(0)).ifPresent(p -> add(shapes, "Point", p));
      case "LineString", "LinearRing", "Curve", "CompositeCurve" ->
          add(shapes, "LineString", line(element));
      case "Polygon", "PolygonPatch" -> add(shapes, "Polygon", rings(element));
      default -> element.children().forEach(child -> shapes.addAll(shapes(child)));
    }
    return shapes;
  }

  private static void add(List<JsonNode> shapes, String type, JsonNode coordinates) {
    if (!coordinates.isEmpty()) {
      shapes.add(Shapes.geometry(type, coordinates));
    }
  }

  private JsonNode rings(XmlElement polygon) {
    var rings = new ArrayList<JsonNode>();
    for (var child : polygon.children()) {
      if (child.name().matches("exterior|interior|outerBoundaryIs|innerBoundaryIs")) {
        var ring = line(child);
        if (!ring.isEmpty()) {
          rings.add(ring);
        }
      }
    }
    return Shapes.list(rings);
  }

  /** The positions of all segments; where one begins at the end of the last, once. */
  private JsonNode line(XmlElement element) {
    var all = new ArrayList<JsonNode>();
    for (var position : positions(element).orElseGet(() -> Shapes.list(List.of()))) {
      if (all.isEmpty() || !all.getLast().equals(position)) {
        all.add(position);
      }
    }
    return Shapes.list(all);
  }

  private Optional<JsonNode> positions(XmlElement element) {
    var all = new ArrayList<JsonNode>();
    element
        .all()
        .forEach(
            part ->
                numbers(part)
                    .flatMap(n -> Shapes.positions(n.text(), n.dimension(), isSwapped))
                    .ifPresent(positions -> positions.forEach(all::add)));
    return all.isEmpty() ? Optional.empty() : Optional.of(Shapes.list(all));
  }

  private record Numbers(String text, int dimension) {}

  private Optional<Numbers> numbers(XmlElement part) {
    return switch (part.name()) {
      case "posList" -> Optional.of(new Numbers(part.ownText(), dimension));
      case "pos" ->
          Optional.of(new Numbers(part.ownText(), part.ownText().strip().split("\\s+").length));
      // GML 2: numbers apart by commas, positions by white space
      case "coordinates" ->
          Optional.of(
              new Numbers(
                  part.ownText(), part.ownText().strip().split("\\s+")[0].split(",").length));
      default -> Optional.empty();
    };
  }
}
