package org.allmende.harvest.source.kml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.RawRow;
import org.allmende.harvest.source.table.Shapes;
import org.allmende.harvest.source.xml.XmlDocument;
import org.allmende.harvest.source.xml.XmlElement;
import org.allmende.harvest.source.xml.XmlRowSource;
import org.jsoup.Jsoup;

/**
 * The placemarks of a KML document. Columns: {@code name}, {@code description} without its HTML,
 * {@code folder} with the names of the folders around it, {@code address}, {@code when}, {@code
 * begin}, {@code end}, {@code _id}, and each of the extended data under its own name.
 */
final class KmlRows extends XmlRowSource {

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern AFTER_COMMA = Pattern.compile(",\\s+");

  /** The names of the open folders; {@code ""} for one without. */
  private final Deque<String> folders = new ArrayDeque<>();

  KmlRows(byte[] bytes, String place, Mapping mapping) {
    super(bytes, place, mapping);
  }

  @Override
  protected List<String> roots() {
    return List.of("kml", "Document", "Folder", "Placemark");
  }

  @Override
  protected List<String> read(XmlDocument document, Consumer<RawRow> sink) throws IOException {
    var texts = new ArrayList<String>();
    do {
      if (!document.isStart()) {
        leave(document.name());
        continue;
      }
      switch (document.name()) {
        case "Folder", "Document" -> folders.addLast("");
        case "Placemark" -> sink.accept(row(document.element()));
        case "name", "description" -> about(document, texts);
        case "kml" -> {
          // The document around everything.
        }
        default -> document.element(); // styles and schemas, which say nothing about rows
      }
    } while (document.next());
    return texts;
  }

  private void leave(String name) {
    if (name.equals("Folder") || name.equals("Document")) {
      folders.pollLast();
    }
  }

  /** What a folder or the document says about itself; the document's name names no folder. */
  private void about(XmlDocument document, List<String> texts) throws IOException {
    var isName = document.name().equals("name");
    var text = document.element().text();
    texts.add(text);
    if (isName && folders.size() > 1) {
      folders.pollLast();
      folders.addLast(text);
    }
  }

  private RawRow row(XmlElement placemark) {
    var values = values();
    placemark.attribute("id").ifPresent(id -> put(values, "_id", id));
    put(values, placemark, "name");
    placemark.textOf("description").ifPresent(html -> put(values, "description", plain(html)));
    put(values, "folder", String.join(" / ", folders.stream().filter(f -> !f.isEmpty()).toList()));
    put(values, placemark, "address");
    placemark.child("TimeStamp").ifPresent(time -> put(values, time, "when"));
    placemark.child("TimeSpan").ifPresent(time -> put(values, time, "begin", "end"));
    placemark.child("ExtendedData").ifPresent(data -> extended(data, values));
    return row(values, Shapes.together(shapes(placemark)));
  }

  private static String plain(String html) {
    return html.contains("<") || html.contains("&") ? Jsoup.parse(html).text() : html;
  }

  private static void extended(XmlElement data, ObjectNode values) {
    data.all()
        .filter(e -> e.name().equals("Data") || e.name().equals("SimpleData"))
        .forEach(
            e ->
                e.attribute("name")
                    .ifPresent(name -> put(values, name, e.textOf("value").orElseGet(e::text))));
  }

  private static List<JsonNode> shapes(XmlElement element) {
    var shapes = new ArrayList<JsonNode>();
    for (var child : element.children()) {
      switch (child.name()) {
        case "Point" -> positions(child).map(p -> p.get(0)).ifPresent(p -> add(shapes, "Point", p));
        case "LineString", "LinearRing" ->
            positions(child).ifPresent(line -> add(shapes, "LineString", line));
        case "Polygon" -> add(shapes, "Polygon", rings(child));
        case "MultiGeometry" -> shapes.addAll(shapes(child));
        default -> {
          // No shape.
        }
      }
    }
    return shapes;
  }

  private static void add(List<JsonNode> shapes, String type, JsonNode coordinates) {
    if (!coordinates.isEmpty()) {
      shapes.add(Shapes.geometry(type, coordinates));
    }
  }

  private static JsonNode rings(XmlElement polygon) {
    var boundaries = new ArrayList<XmlElement>();
    polygon.child("outerBoundaryIs").ifPresent(boundaries::add);
    polygon.children("innerBoundaryIs").forEach(boundaries::add);
    var rings =
        boundaries.stream()
            .flatMap(boundary -> boundary.children("LinearRing"))
            .flatMap(ring -> positions(ring).stream())
            .toList();
    return Shapes.list(rings);
  }

  /** Positions are apart by white space, their numbers by commas, with or without a height. */
  private static Optional<JsonNode> positions(XmlElement shape) {
    var all = new ArrayList<JsonNode>();
    var text = AFTER_COMMA.matcher(shape.textOf("coordinates").orElse("")).replaceAll(",");
    for (var tuple : SPACE.split(text.strip())) {
      var numbers = tuple.split(",");
      if (numbers.length >= 2) {
        Shapes.position(numbers[0], numbers[1]).ifPresent(all::add);
      }
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(Shapes.list(all));
  }
}
