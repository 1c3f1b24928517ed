package org.allmende.harvest.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.allmende.harvest.SourceException;

/** Reads and compares http(s) addresses. */
final class Addresses {

  private Addresses() {}

  static URI parse(String address) throws IOException {
    try {
      // Spaces are the one fault that is common in data and can be mended without a guess.
      var uri = new URI(address.strip().replace(" ", "%20"));
      if (isWeb(uri) && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw SourceException.causedBy(e, "no-address", address);
    }
    throw SourceException.of("no-address", address);
  }

  static boolean isWeb(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
  }

  static boolean isSecure(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  /** The same host, and the same port, or an upgrade from http to https on the usual ports. */
  static boolean isSameOrigin(URI a, URI b) {
    var sameHost = a.getHost().equalsIgnoreCase(b.getHost());
    var samePlace = a.getScheme().equalsIgnoreCase(b.getScheme()) && port(a) == port(b);
    var isUpgrade = !isSecure(a) && isSecure(b) && port(a) == 80 && port(b) == 443;
    return sameHost && (samePlace || isUpgrade);
  }

  /** A link to http on the host of a source that is read by https is one to https. */
  static URI upgraded(URI link, URI origin) {
    var isUpgrade =
        !isSecure(link)
            && isSecure(origin)
            && port(link) == 80
            && link.getHost().equalsIgnoreCase(origin.getHost());
    if (!isUpgrade) {
      return link;
    }
    var port = origin.getPort() < 0 ? "" : ":" + origin.getPort();
    var rest = bare(link).toString().replaceFirst("(?i)^http://[^/]*", "");
    return URI.create("https://" + origin.getHost() + port + rest);
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return isSecure(uri) ? 443 : 80;
  }

  /** The value of an Authorization header for {@code https://name:password@host}. */
  static Optional<String> authorization(URI uri) {
    return Optional.ofNullable(uri.getUserInfo())
        .map(info -> info.getBytes(StandardCharsets.UTF_8))
        .map(bytes -> "Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  /** Without name, password and fragment: what is asked for. */
  static URI bare(URI uri) {
    var text = new StringBuilder().append(uri.getScheme()).append("://").append(uri.getHost());
    if (uri.getPort() >= 0) {
      text.append(':').append(uri.getPort());
    }
    text.append(uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath());
    if (uri.getRawQuery() != null) {
      text.append('?').append(uri.getRawQuery());
    }
    return URI.create(text.toString());
  }

  /** For messages: without name and password. */
  static String shown(URI uri) {
    return uri.getHost() == null ? uri.toString() : bare(uri).toString();
  }
}
