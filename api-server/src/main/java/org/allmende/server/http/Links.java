package org.allmende.server.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Addresses of ours as the outside sees them: below {@code catalog.url}, never from a request's
 * Host header.
 *
 * @param url the public address, without trailing slash; its path is the root path
 */
public record Links(String url) {

  public Links {
    if (url.endsWith("/") || !url.matches("https?://[^/]+.*")) {
      throw new IllegalArgumentException(
          "the public address is absolute and ends without a slash, got \"" + url + "\"");
    }
  }

  /** The path below which the server answers: {@code ""}, or such as {@code /ckan}. */
  public String rootPath() {
    var path = URI.create(url).getRawPath();
    return path == null ? "" : path;
  }

  /** An absolute address; {@code path} begins with a slash. */
  public String to(String path) {
    return url + path;
  }

  /** An absolute address with parameters in their order. */
  public String to(String path, Map<String, List<String>> parameters) {
    var query =
        parameters.entrySet().stream()
            .flatMap(e -> e.getValue().stream().map(value -> pair(e.getKey(), value)))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? to(path) : to(path) + "?" + query;
  }

  /** An address inside this server without scheme and host, for links in pages. */
  public String local(String path) {
    return rootPath() + path;
  }

  /** A copy of parameters with one of them replaced, at its place or at the end. */
  public static Map<String, List<String>> with(
      Map<String, List<String>> parameters, String name, Object value) {
    var copy = new LinkedHashMap<>(parameters);
    copy.put(name, List.of(String.valueOf(value)));
    return copy;
  }

  /** A copy of parameters without one of them. */
  public static Map<String, List<String>> without(
      Map<String, List<String>> parameters, String name) {
    var copy = new LinkedHashMap<>(parameters);
    copy.remove(name);
    return copy;
  }

  private static String pair(String name, String value) {
    return encode(name) + "=" + encode(value);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
