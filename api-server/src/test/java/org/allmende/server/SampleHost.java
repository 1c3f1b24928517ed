package org.allmende.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Plays the host that an example names: a server on this machine with the files of a folder. A file
 * {@code answers.txt} in it may say which address, with its parameters, has which file; {@code *}
 * stands for anything.
 */
final class SampleHost implements AutoCloseable {

  private final HttpServer server;
  private final Path folder;
  private final String host;

  private SampleHost(HttpServer server, Path folder, String host) {
    this.server = server;
    this.folder = folder;
    this.host = host;
  }

  /**
   * Starts it.
   *
   * @param host such as {@code https://daten.musterstadt.example}; where a file names it, this
   *     machine is meant
   */
  static SampleHost start(Path folder, String host) throws IOException {
    var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var sample = new SampleHost(HttpServer.create(here, 0), folder, host);
    sample.server.createContext("/", sample::answer);
    sample.server.start();
    return sample;
  }

  /** A text with this machine in place of the host. */
  String here(String text) {
    return text.replace(host, base());
  }

  /** A text with the host in place of this machine. */
  String there(String text) {
    return text.replace(base(), host);
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var file = file(exchange.getRequestURI().toString());
      if (file.isEmpty()) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      var body = body(file.get());
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Optional<Path> file(String address) throws IOException {
    var answers = folder.resolve("answers.txt");
    if (Files.exists(answers)) {
      for (var line : Files.readAllLines(answers)) {
        var parts = line.strip().split("\\s+");
        if (parts.length == 2 && pattern(parts[0]).matcher(address).matches()) {
          return Optional.of(folder.resolve(parts[1]));
        }
      }
    }
    return Optional.of(folder.resolve("." + address.replaceFirst("[?].*", "")).normalize())
        .filter(Files::isRegularFile);
  }

  private static Pattern pattern(String glob) {
    return Pattern.compile("\\Q" + glob.replace("*", "\\E.*\\Q") + "\\E", Pattern.CASE_INSENSITIVE);
  }

  private byte[] body(Path file) throws IOException {
    var isText = !file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(xlsx|kmz|1252\\.csv)");
    var bytes = Files.readAllBytes(file);
    return isText
        ? here(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
        : bytes;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
