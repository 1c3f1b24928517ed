package org.allmende.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Asset Description Metadata Schema. */
public final class ADMS {

  /** The namespace; every term begins with it. */
  public static final String NS = "http://www.w3.org/ns/adms#";

  public static final Node Identifier = term("Identifier");
  public static final Node identifier = term("identifier");
  public static final Node representationTechnique = term("representationTechnique");
  public static final Node sample = term("sample");
  public static final Node schemaAgency = term("schemaAgency");
  public static final Node status = term("status");
  public static final Node versionNotes = term("versionNotes");

  private ADMS() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }
}
