package org.allmende.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** ISA Core Location Vocabulary. */
public final class LOCN {

  /** The namespace; every term begins with it. */
  public static final String NS = "http://www.w3.org/ns/locn#";

  public static final Node address = term("address");
  public static final Node geographicName = term("geographicName");
  public static final Node geometry = term("geometry");

  private LOCN() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }
}
