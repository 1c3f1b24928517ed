package org.allmende.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** ODRL, policies. */
public final class ODRL {

  /** The namespace; every term begins with it. */
  public static final String NS = "http://www.w3.org/ns/odrl/2/";

  public static final Node hasPolicy = term("hasPolicy");

  private ODRL() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }
}
