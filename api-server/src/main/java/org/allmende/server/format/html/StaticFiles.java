package org.allmende.server.format.html;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.allmende.server.http.Answers;
import org.allmende.server.http.Brotli;
import org.allmende.server.http.ETags;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.Problem;

/**
 * The style sheet with the town's color, the scripts, Leaflet, the icon and the town's logo. Their
 * content is part of their address, so that a browser keeps them for ever and yet never shows an
 * old one.
 */
final class StaticFiles {

  /** White space that only those need who read the style sheet. */
  private static final Pattern AROUND_SIGNS = Pattern.compile("\\s*([{};])\\s*");

  private static final Map<String, String> TYPES =
      Map.of(
          "app.css", "text/css;charset=utf-8",
          "app.js", "text/javascript;charset=utf-8",
          "map.js", "text/javascript;charset=utf-8",
          "leaflet.js", "text/javascript;charset=utf-8",
          "leaflet.css", "text/css;charset=utf-8",
          "icon.svg", "image/svg+xml",
          "logo.svg", "image/svg+xml");

  /** A picture that is opened by itself is a document: it may load nothing and run nothing. */
  static final String PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

  private static final String CHARTS = "chart.css";

  private final Site site;
  private final Map<String, StaticFile> files = new LinkedHashMap<>();
  private final String fingerprint;

  /** A file as it is, and packed once for all who accept that. */
  private record StaticFile(
      byte[] content, byte[] gzip, Supplier<Optional<byte[]>> brotli, String tag) {

    static StaticFile of(byte[] content) {
      return new StaticFile(
          content, Answers.gzip(content), Brotli.packedOnce(content), ETags.ofBytes(content));
    }
  }

  StaticFiles(Site site) {
    this.site = site;
    var digest = sha256();
    for (var name : TYPES.keySet().stream().sorted().toList()) {
      content(name)
          .ifPresent(
              content -> {
                files.put(name, StaticFile.of(content));
                digest.update(content);
              });
    }
    this.fingerprint = HexFormat.of().formatHex(digest.digest(), 0, 5);
  }

  private Optional<byte[]> content(String name) {
    return switch (name) {
      case "logo.svg" -> site.look().logo().map(logo -> utf8(logo.svg()));
      case "app.css" -> Optional.of(withLook(utf8(styles())));
      case "leaflet.js" -> Optional.of(Leaflet.file(name));
      case "leaflet.css" ->
          Optional.of(utf8("@layer leaflet {\n" + Leaflet.text(name) + "}\n" + text("map.css")));
      default -> Optional.of(read(name));
    };
  }

  /** Our rules, the town's color, then the town's own rules. */
  private byte[] withLook(byte[] styleSheet) {
    var css = new StringBuilder(new String(styleSheet, StandardCharsets.UTF_8));
    site.look().accent().ifPresent(accent -> css.append(accent.css()));
    site.look().styleSheet().ifPresent(own -> css.append(own.css()));
    return utf8(css.toString());
  }

  /** All rules of the pages, without the space that is for those who write them. */
  static String styles() {
    return AROUND_SIGNS.matcher(text("app.css") + text(CHARTS)).replaceAll("$1");
  }

  /** What charts look like, also where they are pictures of their own. */
  static String charts() {
    return text(CHARTS);
  }

  private static String text(String name) {
    return new String(read(name), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  String styleSheet() {
    return address("app.css");
  }

  String script() {
    return address("app.js");
  }

  /** What draws a map that can be moved; asked for by whoever wants one. */
  String mapScript() {
    return address("map.js");
  }

  String leafletScript() {
    return address("leaflet.js");
  }

  String leafletStyle() {
    return address("leaflet.css");
  }

  String icon() {
    return address("icon.svg");
  }

  /** The town's logo, if it has one. */
  String logo() {
    return address("logo.svg");
  }

  private String address(String name) {
    return site.links().local("/static/" + fingerprint + "/" + name);
  }

  /** Answers {@code /static/{fingerprint}/{name}}. */
  void answer(Context ctx) {
    var name = ctx.pathParam("name");
    var file = files.get(name);
    if (file == null || !ctx.pathParam("fingerprint").equals(fingerprint)) {
      throw Problem.notFound("There is no such file.").asException();
    }
    ctx.header("Cache-Control", "public, max-age=31536000, immutable");
    if (name.endsWith(".svg")) {
      ctx.header("Content-Security-Policy", PICTURE_POLICY);
    }
    if (!ETags.isAnswered(ctx, file.tag())) {
      var type = TYPES.getOrDefault(name, MediaTypes.BYTES);
      Answers.sendPacked(ctx, type, file.gzip(), file.brotli(), file::content);
    }
  }

  private static byte[] read(String name) {
    try (var in = StaticFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
