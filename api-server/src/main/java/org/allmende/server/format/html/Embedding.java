package org.allmende.server.format.html;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Who may show the small pages below {@code /einbetten} in a frame.
 *
 * @param hosts such as {@code https://www.musterstadt.example} or {@code *.musterstadt.example};
 *     none: everybody
 */
public record Embedding(List<String> hosts) {

  private static final Pattern HOST =
      Pattern.compile("(https?://)?(\\*\\.)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\\d{1,5})?");

  /** Everybody may. */
  public static final Embedding BY_ALL = new Embedding(List.of());

  public Embedding {
    hosts = List.copyOf(hosts);
    for (var host : hosts) {
      if (!isHost(host)) {
        throw new IllegalArgumentException(
            "expected a host such as https://www.musterstadt.example or *.musterstadt.example, got"
                + " \""
                + host
                + "\"");
      }
    }
  }

  /** Whether a policy can name this. */
  public static boolean isHost(String text) {
    return HOST.matcher(text).matches();
  }

  /** What a small page may do: show itself and our own files, in the frames of these hosts. */
  String policy() {
    var ancestors = hosts.isEmpty() ? "*" : "'self' " + String.join(" ", hosts);
    return "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
        + " base-uri 'none'; frame-ancestors "
        + ancestors;
  }
}
