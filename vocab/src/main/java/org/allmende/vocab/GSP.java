package org.allmende.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** GeoSPARQL literals. */
public final class GSP {

  /** The namespace; every term begins with it. */
  public static final String NS = "http://www.opengis.net/ont/geosparql#";

  public static final Node geoJSONLiteral = term("geoJSONLiteral");
  public static final Node gmlLiteral = term("gmlLiteral");
  public static final Node wktLiteral = term("wktLiteral");

  private GSP() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }
}
