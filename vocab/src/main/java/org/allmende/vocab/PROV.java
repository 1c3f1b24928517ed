package org.allmende.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** PROV-O. */
public final class PROV {

  /** The namespace; every term begins with it. */
  public static final String NS = "http://www.w3.org/ns/prov#";

  public static final Node Attribution = term("Attribution");
  public static final Node agent = term("agent");
  public static final Node qualifiedAttribution = term("qualifiedAttribution");
  public static final Node wasGeneratedBy = term("wasGeneratedBy");

  private PROV() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }
}
