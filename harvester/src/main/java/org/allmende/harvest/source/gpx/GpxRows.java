package org.allmende.harvest.source.gpx;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.RawRow;
import org.allmende.harvest.source.table.Shapes;
import org.allmende.harvest.source.xml.XmlDocument;
import org.allmende.harvest.source.xml.XmlElement;
import org.allmende.harvest.source.xml.XmlRowSource;

/**
 * What a GPX document has: waypoints as points, routes as lines, tracks as lines with a part for
 * each segment. Columns: {@code kind} ({@code waypoint}, {@code route}, {@code track}), {@code
 * name}, {@code desc}, {@code cmt}, {@code type}, {@code sym}, {@code ele}, {@code time}, {@code
 * number}, {@code link}.
 */
final class GpxRows extends XmlRowSource {

  GpxRows(byte[] bytes, String place, Mapping mapping) {
    super(bytes, place, mapping);
  }

  @Override
  protected List<String> roots() {
    return List.of("gpx");
  }

  @Override
  protected List<String> read(XmlDocument document, Consumer<RawRow> sink) throws IOException {
    while (document.next()) {
      if (!document.isStart()) {
        continue;
      }
      var element = document.element();
      switch (element.name()) {
        case "wpt" -> sink.accept(row("waypoint", element, point(element)));
        case "rte" -> sink.accept(row("route", element, line(element.children("rtept"))));
        case "trk" -> sink.accept(row("track", element, segments(element)));
        default -> {
          // About the document or an extension.
        }
      }
    }
    return List.of();
  }

  private RawRow row(String kind, XmlElement element, Optional<JsonNode> geometry) {
    var values = values().put("kind", kind);
    put(values, element, "name", "desc", "cmt", "type", "sym", "ele", "time", "number");
    element
        .child("link")
        .flatMap(link -> link.attribute("href"))
        .or(() -> element.textOf("url"))
        .ifPresent(link -> put(values, "link", link));
    return row(values, geometry);
  }

  private static Optional<JsonNode> point(XmlElement element) {
    return position(element).map(position -> Shapes.geometry("Point", position));
  }

  private static Optional<JsonNode> position(XmlElement element) {
    return element
        .attribute("lon")
        .flatMap(lon -> element.attribute("lat").flatMap(lat -> Shapes.position(lon, lat)))
        .map(position -> position);
  }

  private static Optional<JsonNode> line(Stream<XmlElement> points) {
    var positions = points.flatMap(point -> position(point).stream()).toList();
    return positions.size() < 2
        ? Optional.empty()
        : Optional.of(Shapes.geometry("LineString", Shapes.list(positions)));
  }

  private static Optional<JsonNode> segments(XmlElement track) {
    var lines =
        track
            .children("trkseg")
            .flatMap(segment -> line(segment.children("trkpt")).stream())
            .toList();
    return Shapes.together(lines);
  }
}
