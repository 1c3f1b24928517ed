package org.allmende.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** schema.org, with the namespace that the prefix map declares; others write it with {@code s}. */
public final class SDO {

  /** The namespace; every term begins with it. */
  public static final String NS = "http://schema.org/";

  public static final Node unitText = term("unitText");

  private SDO() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }
}
