package org.allmende.catalog.model;

import java.net.URI;
import java.net.URISyntaxException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The IRI of a dataset: its identity for ever, and the name of its graph.
 *
 * @param value an absolute IRI without spaces or characters that RDF forbids in one
 */
public record DatasetUri(String value) implements Comparable<DatasetUri> {

  public DatasetUri {
    if (!isAbsoluteIri(value)) {
      throw new IllegalArgumentException(
          "a dataset needs an absolute IRI such as https://daten.example/dataset/1, got \""
              + value
              + "\"");
    }
  }

  /** True when the text is an absolute IRI that may stand in any RDF syntax. */
  public static boolean isAbsoluteIri(String text) {
    var forbidden = text.chars().anyMatch(c -> c <= ' ' || "<>\"{}|\\^`".indexOf(c) >= 0);
    if (forbidden) {
      return false;
    }
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** This IRI as an RDF node. */
  public Node node() {
    return NodeFactory.createURI(value);
  }

  @Override
  public int compareTo(DatasetUri other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
