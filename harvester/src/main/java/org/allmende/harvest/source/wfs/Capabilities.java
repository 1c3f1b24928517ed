package org.allmende.harvest.source.wfs;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.QueryAddress;
import org.allmende.harvest.source.xml.XmlDocument;
import org.allmende.harvest.source.xml.XmlElement;

/** What a WFS says that it has and can do. */
record Capabilities(String address, XmlElement root) {

  static Capabilities fetch(QueryAddress service, Fetcher fetcher, Mapping mapping)
      throws IOException {
    var address =
        service
            .with("SERVICE", "WFS")
            .with("REQUEST", "GetCapabilities")
            .withDefault("VERSION", "2.0.0")
            .toString();
    var fetched = fetcher.fetch(address, ContentKind.XML.accept());
    ContentKind.XML.require(fetched);
    try (var document = XmlDocument.open(fetched.body(), service.path(), mapping)) {
      if (!document.next() || !document.name().equals("WFS_Capabilities")) {
        throw SourceException.of("xml-root", address, "WFS_Capabilities", document.name());
      }
      return new Capabilities(address, document.element());
    }
  }

  String version() {
    return root.attribute("version").orElse("2.0.0");
  }

  /** The feature type of this name, with or without its prefix; the only one when none is named. */
  XmlElement type(Optional<String> wanted) throws IOException {
    var types =
        root.child("FeatureTypeList").stream().flatMap(l -> l.children("FeatureType")).toList();
    var names = types.stream().map(type -> type.textOf("Name").orElse("")).toList();
    for (int i = 0; i < names.size(); i++) {
      var name = names.get(i);
      var isWanted =
          wanted
              .map(w -> name.equals(w) || name.substring(name.indexOf(':') + 1).equals(w))
              .orElse(names.size() == 1);
      if (isWanted) {
        return types.get(i);
      }
    }
    throw SourceException.of("no-layer", address, wanted.orElse(""), String.join(", ", names));
  }

  /** How to ask for GeoJSON, if the service offers it. */
  Optional<String> geoJson(XmlElement type) {
    var ofType =
        type.child("OutputFormats").stream().flatMap(formats -> formats.children("Format"));
    return Stream.concat(
            ofType.map(XmlElement::text), parameterValues("GetFeature", "outputFormat").stream())
        .filter(format -> isGeoJson(format.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static boolean isGeoJson(String format) {
    return format.contains("geojson")
        || format.contains("geo+json")
        || format.equals("json")
        || format.startsWith("application/json");
  }

  private List<String> parameterValues(String operation, String parameter) {
    return root.child("OperationsMetadata").stream()
        .flatMap(all -> all.children("Operation"))
        .filter(one -> one.attribute("name").filter(operation::equals).isPresent())
        .flatMap(one -> one.children("Parameter"))
        .filter(one -> one.attribute("name").filter(parameter::equalsIgnoreCase).isPresent())
        .flatMap(XmlElement::all)
        .filter(element -> element.name().equals("Value"))
        .map(XmlElement::text)
        .toList();
  }

  /** Whether the service can give features from the n-th on; many cannot. */
  boolean isPaged() {
    return root.child("OperationsMetadata").stream()
        .flatMap(XmlElement::all)
        .filter(element -> element.name().equals("Constraint"))
        .filter(e -> e.attribute("name").filter("ImplementsResultPaging"::equals).isPresent())
        .anyMatch(e -> e.textOf("DefaultValue").filter("TRUE"::equalsIgnoreCase).isPresent());
  }

  /** How the service names degrees of WGS 84, if it can give a type in them. */
  static Optional<String> degrees(XmlElement type) {
    return type.children().stream()
        .filter(e -> e.name().matches("(Default|Other)(CRS|SRS)"))
        .map(XmlElement::text)
        .filter(crs -> crs.matches(".*(\\b4326|CRS:?84)$"))
        .findFirst();
  }
}
