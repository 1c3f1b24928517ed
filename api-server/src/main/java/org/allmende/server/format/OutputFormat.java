package org.allmende.server.format;

import java.util.List;
import org.allmende.catalog.HarvestPage;
import org.allmende.catalog.model.Triples;

/**
 * A syntax in which triples leave the server. Every implementation passes {@code
 * OutputFormatContract}.
 *
 * <p>Free of state: one instance serves all requests.
 */
public interface OutputFormat {
  /** The suffixes of its addresses, without dot; the first is the one that we link to. */
  List<String> suffixes();

  /** The media type, without parameters. */
  String mediaType();

  /**
   * All triples in this syntax, UTF-8. What no syntax may say, such as an IRI with a space, is
   * repaired, or left out when it cannot be.
   */
  byte[] write(Triples triples);

  /**
   * A page of datasets behind what frames them: as if all were written one by one, but a syntax in
   * which they lie ready may take them as they are.
   */
  default byte[] write(Triples frame, List<HarvestPage.Item> items) {
    return write(
        sink -> {
          frame.sendTo(sink);
          items.forEach(item -> item.triples().sendTo(sink));
        });
  }

  /** Whether the same triples in the same order always give the same bytes. */
  default boolean isReproducible() {
    return false;
  }
}
