package org.allmende.server.format.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A service that programs ask: a map, features, tiles.
 *
 * @param file the distribution that stands for it
 * @param use how it is used, in a sentence or two
 * @param sample an address that can be asked at once
 * @param layers the layers, features or collections that its address names
 */
record ServiceView(FileView file, String use, String sample, List<String> layers) {

  /** Where addresses name what they are about: a parameter, or the path of a collection. */
  private static final Pattern LAYERS =
      Pattern.compile(
          "(?i)[?&](?:layers?|typenames?|coverageids?)=([^&#]+)|/collections/([^/?#]+)");

  ServiceView {
    layers = List.copyOf(layers);
  }

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
                    file,
                    texts.get("service." + kind.key()),
                    sample(file.address(), kind),
                    layers(file.address())));
  }

  private static List<String> layers(String address) {
    var match = LAYERS.matcher(address);
    if (!match.find()) {
      return List.of();
    }
    var named = match.group(1) == null ? match.group(2) : match.group(1);
    return Arrays.stream(named.split(",|%2[Cc]"))
        .map(name -> URLDecoder.decode(name.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), UTF_8))
        .filter(name -> !name.isBlank())
        .distinct()
        .toList();
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
