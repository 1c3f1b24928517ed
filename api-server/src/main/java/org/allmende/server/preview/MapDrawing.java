package org.allmende.server.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where rows are, drawn on a sheet of fixed width: points, lines and areas in the order of the
 * rows, at most {@value #MOST_MARKS} marks, north above. Longitudes are narrowed by the latitude of
 * the middle, which is right within a town.
 *
 * @param height of the sheet, whose width is {@value #WIDTH}
 * @param outlines paths of the town's boundary
 * @param areas paths of areas
 * @param lines paths of lines
 * @param points middles of points
 * @param scale a length that is told below
 * @param shown rows that are drawn
 * @param total rows of the query
 */
public record MapDrawing(
    int height,
    List<String> outlines,
    List<String> areas,
    List<String> lines,
    List<Point> points,
    Scale scale,
    long shown,
    long total) {

  /** The width of the sheet. */
  public static final int WIDTH = 800;

  static final int MOST_MARKS = 2_000;
  private static final int MARGIN = 20;
  private static final double METERS_PER_DEGREE = 111_195;
  private static final ObjectMapper JSON = new ObjectMapper();

  public MapDrawing {
    outlines = List.copyOf(outlines);
    areas = List.copyOf(areas);
    lines = List.copyOf(lines);
    points = List.copyOf(points);
  }

  /** A point on the sheet. */
  public record Point(String x, String y) {}

  /**
   * How long something is.
   *
   * @param meters in the world
   * @param width on the sheet
   */
  public record Scale(int meters, int width) {}

  /** A line or an area in degrees, longitude before latitude. */
  public record Ring(List<double[]> positions) {
    public Ring {
      positions = List.copyOf(positions);
    }
  }

  /** Draws the first rows of a query; {@code town} is its boundary, or nothing. */
  public static MapDrawing of(PreparedTable table, TableQuery query, List<Ring> town)
      throws IOException {
    var collected = new Collected();
    var shown = 0;
    try (var places = table.outlines()) {
      for (var row : table.rows(query, 0, MOST_MARKS)) {
        var geometry = places.of(row);
        if (geometry.isPresent() && collected.marks() < MOST_MARKS) {
          collected.add(JSON.readTree(geometry.get()));
          shown++;
        }
      }
    }
    return new Sheet(collected, town).draw(shown, table.count(query));
  }

  /** The same rows and the boundary as GeoJSON, for a map that can be moved. */
  public static void writeFeatures(
      PreparedTable table, TableQuery query, List<Ring> town, OutputStream out) throws IOException {
    JsonExport.marks(table, query, town, out);
  }

  /** Shapes in degrees. */
  private static final class Collected {
    private final List<double[]> points = new ArrayList<>();
    private final List<Ring> lines = new ArrayList<>();
    private final List<Ring> areas = new ArrayList<>();

    int marks() {
      return points.size() + lines.size() + areas.size();
    }

    void add(JsonNode geometry) {
      var coordinates = geometry.path("coordinates");
      switch (geometry.path("type").asText()) {
        case "Point" -> addPoint(coordinates);
        case "MultiPoint" -> coordinates.forEach(this::addPoint);
        case "LineString" -> addRing(coordinates, lines);
        case "MultiLineString" -> coordinates.forEach(line -> addRing(line, lines));
        case "Polygon" -> coordinates.forEach(ring -> addRing(ring, areas));
        case "MultiPolygon" -> coordinates.forEach(p -> p.forEach(ring -> addRing(ring, areas)));
        case "GeometryCollection" -> geometry.path("geometries").forEach(this::add);
        default -> {
          // not a shape that GeoJSON knows: nothing to draw
        }
      }
    }

    private void addPoint(JsonNode position) {
      if (isPosition(position)) {
        points.add(new double[] {position.get(0).asDouble(), position.get(1).asDouble()});
      }
    }

    private static void addRing(JsonNode ring, List<Ring> into) {
      var positions = new ArrayList<double[]>();
      for (var position : ring) {
        if (isPosition(position)) {
          positions.add(new double[] {position.get(0).asDouble(), position.get(1).asDouble()});
        }
      }
      if (positions.size() > 1) {
        into.add(new Ring(positions));
      }
    }

    private static boolean isPosition(JsonNode position) {
      return position.path(0).isNumber()
          && position.path(1).isNumber()
          && Math.abs(position.path(0).asDouble()) <= 180
          && Math.abs(position.path(1).asDouble()) <= 90;
    }
  }

  /** The sheet: which degree is where on it. */
  private static final class Sheet {
    private final Collected collected;
    private final List<Ring> town;
    private double west = 180;
    private double east = -180;
    private double south = 90;
    private double north = -90;
    private double perDegree = 1;
    private double shrink = 1;

    Sheet(Collected collected, List<Ring> town) {
      this.collected = collected;
      this.town = town;
      collected.points.forEach(this::include);
      collected.lines.forEach(ring -> ring.positions().forEach(this::include));
      collected.areas.forEach(ring -> ring.positions().forEach(this::include));
      town.forEach(ring -> ring.positions().forEach(this::include));
      widen();
    }

    private void include(double[] position) {
      west = Math.min(west, position[0]);
      east = Math.max(east, position[0]);
      south = Math.min(south, position[1]);
      north = Math.max(north, position[1]);
    }

    /** A single point gets something around it. */
    private void widen() {
      if (west > east) {
        include(new double[] {0, 0});
      }
      var least = 0.005;
      shrink = Math.max(0.05, Math.cos(Math.toRadians((north + south) / 2)));
      if ((east - west) * shrink < least) {
        var more = (least / shrink - (east - west)) / 2;
        west -= more;
        east += more;
      }
      if (north - south < least) {
        var more = (least - (north - south)) / 2;
        south -= more;
        north += more;
      }
      var widest = (WIDTH - 2.0 * MARGIN) / ((east - west) * shrink);
      var highest = (1.25 * WIDTH - 2.0 * MARGIN) / (north - south);
      perDegree = Math.min(widest, highest);
    }

    MapDrawing draw(long shown, long total) {
      return new MapDrawing(
          (int) Math.ceil((north - south) * perDegree + 2 * MARGIN),
          town.stream().map(ring -> path(ring, true)).toList(),
          collected.areas.stream().map(ring -> path(ring, true)).toList(),
          collected.lines.stream().map(ring -> path(ring, false)).toList(),
          collected.points.stream().map(p -> new Point(x(p[0]), y(p[1]))).toList(),
          scale(),
          shown,
          total);
    }

    /** Positions that fall together on the sheet are drawn once. */
    private String path(Ring ring, boolean isClosed) {
      var path = new StringBuilder();
      var last = "";
      for (var position : ring.positions()) {
        var at = x(position[0]) + " " + y(position[1]);
        if (!at.equals(last)) {
          path.append(path.isEmpty() ? "M" : "L").append(at);
          last = at;
        }
      }
      return isClosed ? path.append('Z').toString() : path.toString();
    }

    private String x(double longitude) {
      return number(MARGIN + (longitude - west) * shrink * perDegree);
    }

    private String y(double latitude) {
      return number(MARGIN + (north - latitude) * perDegree);
    }

    private static String number(double value) {
      return String.format(Locale.ROOT, "%.1f", value);
    }

    /** The longest of 1, 2, 5, 10 … that takes no more than a quarter of the width. */
    private Scale scale() {
      var metersPerUnit = METERS_PER_DEGREE / perDegree;
      var most = metersPerUnit * WIDTH / 4;
      var power = (int) Math.pow(10, Math.floor(Math.log10(Math.max(1, most))));
      var meters = most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
      return new Scale(meters, (int) Math.round(meters / metersPerUnit));
    }
  }
}
