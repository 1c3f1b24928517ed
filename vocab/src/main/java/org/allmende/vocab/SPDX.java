package org.allmende.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** SPDX, used for checksums. */
public final class SPDX {

  /** The namespace; every term begins with it. */
  public static final String NS = "http://spdx.org/rdf/terms#";

  public static final Node Checksum = term("Checksum");
  public static final Node algorithm = term("algorithm");
  public static final Node checksum = term("checksum");
  public static final Node checksumAlgorithm_sha256 = term("checksumAlgorithm_sha256");
  public static final Node checksumValue = term("checksumValue");

  private SPDX() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }
}
