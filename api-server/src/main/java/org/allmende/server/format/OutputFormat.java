package org.allmende.server.format;

import java.util.List;
import org.apache.jena.graph.Graph;

/**
 * A syntax in which a graph leaves the server. Every implementation passes {@code
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
  byte[] write(Graph triples);
}
