package org.allmende.server.format.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.allmende.server.http.Links;

/**
 * The addresses of pages in one language ({@code web-ui.md} 4), without scheme and host.
 *
 * @param links today's public address
 * @param language {@code de} or {@code en}
 */
record Address(Links links, String language) {

  private boolean isEnglish() {
    return language.equals("en");
  }

  String start() {
    return links.local(isEnglish() ? "/en" : "/");
  }

  String search() {
    return links.local(isEnglish() ? "/en/search" : "/suche");
  }

  String dataset(String slug) {
    return links.local((isEnglish() ? "/en/dataset/" : "/datensatz/") + slug);
  }

  /** The search for one value of one key, such as {@code thema=tran}. */
  String search(String key, String value) {
    return search() + "?" + key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** The same page in another language. */
  Address in(String other) {
    return new Address(links, other);
  }

  /** With scheme and host, for the head of a page. */
  String absolute(String local) {
    return links.to(local.substring(links.rootPath().length()));
  }

  /** A machine's address of ours. */
  String machine(String path) {
    return links.local(path);
  }
}
