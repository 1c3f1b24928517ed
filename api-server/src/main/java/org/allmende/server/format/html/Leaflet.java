package org.allmende.server.format.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The files of Leaflet, which draws maps that can be moved, as its WebJar brings them. */
final class Leaflet {

  private static final String VERSION = version();

  private Leaflet() {}

  /** A file of the distribution, such as {@code leaflet.js}. */
  static byte[] file(String name) {
    try (var in = open("META-INF/resources/webjars/leaflet/" + VERSION + "/dist/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    return new String(file(name), StandardCharsets.UTF_8);
  }

  /** As the jar itself says it, so that the build names the version in one place. */
  private static String version() {
    try (var in = open("META-INF/maven/org.webjars.npm/leaflet/pom.properties")) {
      var properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String path) {
    var in = Leaflet.class.getClassLoader().getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException("the resource " + path + " of Leaflet is missing");
    }
    return in;
  }
}
