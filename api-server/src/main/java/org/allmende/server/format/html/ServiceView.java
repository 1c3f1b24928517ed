package org.allmende.server.format.html;

import java.util.Locale;
import java.util.Optional;

/**
 * A service that programs ask: a map, features, tiles.
 *
 * @param file the distribution that stands for it
 * @param use how it is used, in a sentence or two
 * @param sample an address that can be asked at once
 */
record ServiceView(FileView file, String use, String sample) {

  /** The kinds that we can say more about. */
  enum Kind {
    WMS("SERVICE=WMS&REQUEST=GetCapabilities"),
    WFS("SERVICE=WFS&REQUEST=GetCapabilities"),
    WMTS("SERVICE=WMTS&REQUEST=GetCapabilities"),
    WCS("SERVICE=WCS&REQUEST=GetCapabilities"),
    OGC_API("f=json");

    private final String question;

    Kind(String question) {
      this.question = question;
    }

    private String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The service that a distribution is; empty for a file. */
  static Optional<Kind> kind(FileView file) {
    return switch (file.format().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "")) {
      case "WMS", "WMSSRVC" -> Optional.of(Kind.WMS);
      case "WFS", "WFSSRVC" -> Optional.of(Kind.WFS);
      case "WMTS", "WMTSSRVC" -> Optional.of(Kind.WMTS);
      case "WCS", "WCSSRVC" -> Optional.of(Kind.WCS);
      case "OGCAPI", "OGCAPIFEATURES", "OGCAPIF", "OAPIF" -> Optional.of(Kind.OGC_API);
      default -> Optional.empty();
    };
  }

  static Optional<ServiceView> of(FileView file, Texts texts) {
    return kind(file)
        .map(
            kind ->
                new ServiceView(
                    file, texts.get("service." + kind.key()), sample(file.address(), kind)));
  }

  /** The address with a question, unless it asks one already. */
  private static String sample(String address, Kind kind) {
    if (address.isEmpty() || address.toLowerCase(Locale.ROOT).contains("request=")) {
      return address;
    }
    var plain = address.replaceFirst("[?&]+$", "");
    return plain + (plain.contains("?") ? "&" : "?") + kind.question;
  }
}
