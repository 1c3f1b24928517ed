package org.allmende.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * DCAT-AP, the European application profile. The namespace ends in a slash; some official shapes
 * write {@code r5r#} by mistake.
 */
public final class DCATAP {

  /** The namespace; every term begins with it. */
  public static final String NS = "http://data.europa.eu/r5r/";

  public static final Node applicableLegislation = term("applicableLegislation");
  public static final Node availability = term("availability");
  public static final Node hvdCategory = term("hvdCategory");

  private DCATAP() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }
}
