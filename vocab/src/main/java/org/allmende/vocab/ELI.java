package org.allmende.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** European Legislation Identifier. */
public final class ELI {

  /** The namespace; every term begins with it. */
  public static final String NS = "http://data.europa.eu/eli/ontology#";

  public static final Node LegalResource = term("LegalResource");

  private ELI() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }
}
