package org.allmende.harvest.source.wfs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.xml.XmlDocument;
import org.allmende.harvest.source.xml.XmlElement;

/**
 * The features of a GML document (simple features of GML 3.2, 3.1 and 2) as those of GeoJSON:
 * nested properties under their paths, a reference as its address, the first geometry as that of
 * the feature.
 */
final class GmlFeatures {

  private static final List<String> ONE = List.of("member", "featureMember");

  private GmlFeatures() {}

  /** Hands on every feature; answers the encoding of the document. */
  static String read(byte[] bytes, String place, Mapping mapping, Consumer<JsonNode> sink)
      throws IOException {
    try (var document = XmlDocument.open(bytes, place, mapping)) {
      if (!document.next() || !document.name().equals("FeatureCollection")) {
        throw SourceException.of("xml-root", place, "FeatureCollection", document.name());
      }
      while (document.next()) {
        if (!document.isStart()) {
          continue;
        }
        var name = document.name();
        if (ONE.contains(name)) {
          document.element().children().forEach(child -> feature(child, sink));
        } else if (name.equals("featureMembers")) {
          readMembers(document, sink);
        } else {
          document.element(); // the bounds and whatever else stands around the features
        }
      }
      return document.encoding();
    }
  }

  private static void readMembers(XmlDocument document, Consumer<JsonNode> sink)
      throws IOException {
    var depth = document.depth();
    while (document.next() && document.depth() >= depth) {
      if (document.isStart()) {
        feature(document.element(), sink);
      }
    }
  }

  private static void feature(XmlElement element, Consumer<JsonNode> sink) {
    if (element.name().equals("FeatureCollection")) {
      element.children().stream()
          .filter(child -> ONE.contains(child.name()))
          .flatMap(member -> member.children().stream())
          .forEach(inner -> feature(inner, sink));
      return;
    }
    var feature = JsonNodeFactory.instance.objectNode();
    element
        .attribute("id")
        .or(() -> element.attribute("fid"))
        .ifPresent(id -> feature.put("id", id));
    var properties = feature.putObject("properties");
    for (var child : element.children()) {
      property(child, child.name(), properties, feature);
    }
    sink.accept(feature);
  }

  private static void property(
      XmlElement element, String path, ObjectNode properties, ObjectNode feature) {
    if (element.name().equals("boundedBy")) {
      return;
    }
    for (var child : element.children()) {
      if (GmlGeometry.isGeometry(child)) {
        if (!feature.has("geometry")) {
          GmlGeometry.read(child).ifPresent(shape -> feature.set("geometry", shape));
        }
        return;
      }
    }
    if (!element.children().isEmpty()) {
      element
          .children()
          .forEach(child -> property(child, path + "." + child.name(), properties, feature));
      return;
    }
    var text = element.text();
    put(properties, path, text.isEmpty() ? element.attribute("href").orElse("") : text);
  }

  private static void put(ObjectNode properties, String name, String text) {
    if (text.isEmpty()) {
      return;
    }
    var before = properties.get(name);
    if (before instanceof ArrayNode list) {
      list.add(text);
    } else if (before != null) {
      properties.putArray(name).add(before).add(text);
    } else {
      properties.put(name, text);
    }
  }
}
