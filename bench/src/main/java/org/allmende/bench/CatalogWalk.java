package org.allmende.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A harvester's way through the catalog: page after page along {@code hydra:next} to the end. */
final class CatalogWalk {

  private static final int MAX_PAGES = 100_000;

  /** The address in RDF/XML, or in Turtle. */
  private static final Pattern NEXT =
      Pattern.compile("<hydra:next(?:\\s[^>]*)?>\\s*([^<]+?)\\s*<|\\bhydra:next\\s+\"([^\"]+)\"");

  /** RDF/XML types a node by its element, or by a property of it; Turtle by a property. */
  private static final List<String> DATASET =
      List.of(
          "<dcat:Dataset ",
          "<dcat:Dataset>",
          "rdf:resource=\"http://www.w3.org/ns/dcat#Dataset\"",
          " dcat:Dataset;",
          " dcat:Dataset ;",
          " dcat:Dataset,",
          " dcat:Dataset .");

  /**
   * What a walk gave.
   *
   * @param datasets descriptions seen on the pages
   */
  record Result(int pages, long datasets, long bytes, Duration time) {
    double pagesPerSecond() {
      return pages / (time.toNanos() / 1e9);
    }
  }

  private CatalogWalk() {}

  /**
   * Walks the whole catalog.
   *
   * @param suffix of the syntax: {@code rdf} or {@code ttl}
   * @throws IOException when a page is not answered with 200
   */
  static Result run(InetSocketAddress address, String suffix) throws IOException {
    var begun = System.nanoTime();
    var pages = 0;
    var datasets = 0L;
    var bytes = 0L;
    try (var connection = HttpConnection.open(address)) {
      var target = Optional.of("/catalog." + suffix);
      while (target.isPresent() && pages < MAX_PAGES) {
        var body = new ByteArrayOutputStream(1 << 20);
        var answer = connection.exchange(HttpConnection.get(target.get(), ""), body);
        if (answer.status() != 200) {
          throw new IOException(target.get() + " was answered with " + answer.status());
        }
        var text = body.toString(StandardCharsets.UTF_8);
        pages++;
        bytes += answer.bytes();
        datasets += DATASET.stream().mapToLong(sign -> count(text, sign)).sum();
        target = next(text);
      }
    }
    return new Result(pages, datasets, bytes, Duration.ofNanos(System.nanoTime() - begun));
  }

  private static long count(String text, String sign) {
    var count = 0L;
    for (var at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
      count++;
    }
    return count;
  }

  /**
   * The address stands in the same line; a pattern over the whole page would cost as much as it.
   */
  private static Optional<String> next(String page) {
    var at = page.indexOf("hydra:next ");
    var inXml = page.indexOf("<hydra:next");
    var begin = inXml >= 0 ? inXml : at;
    if (begin < 0) {
      return Optional.empty();
    }
    var found = NEXT.matcher(page).region(begin, Math.min(begin + 2_000, page.length()));
    if (!found.find()) {
      return Optional.empty();
    }
    var address = found.group(1);
    var next = URI.create(address == null ? found.group(2) : address.replace("&amp;", "&"));
    return Optional.of(next.getRawPath() + "?" + next.getRawQuery());
  }
}
