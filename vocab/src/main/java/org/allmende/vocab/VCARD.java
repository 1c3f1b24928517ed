package org.allmende.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** vCard, used for contact points. */
public final class VCARD {

  /** The namespace; every term begins with it. */
  public static final String NS = "http://www.w3.org/2006/vcard/ns#";

  public static final Node Individual = term("Individual");
  public static final Node Kind = term("Kind");
  public static final Node Organization = term("Organization");
  public static final Node fn = term("fn");
  public static final Node hasEmail = term("hasEmail");
  public static final Node hasTelephone = term("hasTelephone");
  public static final Node hasURL = term("hasURL");
  public static final Node hasValue = term("hasValue");

  private VCARD() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }
}
