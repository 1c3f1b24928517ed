package org.allmende.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** GeoDCAT-AP. */
public final class GEODCATAP {

  /** The namespace; every term begins with it. */
  public static final String NS = "http://data.europa.eu/930/";

  public static final Node custodian = term("custodian");
  public static final Node originator = term("originator");

  private GEODCATAP() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }
}
