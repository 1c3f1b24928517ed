package org.allmende.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of DCAT 3 that Jena's vocabulary of DCAT 2 does not bring, and one that DCAT lost. */
public final class DCAT3 {

  /** The namespace; every term begins with it. */
  public static final String NS = "http://www.w3.org/ns/dcat#";

  public static final Node DatasetSeries = term("DatasetSeries");
  public static final Node hasVersion = term("hasVersion");
  public static final Node inCatalog = term("inCatalog");
  public static final Node inSeries = term("inSeries");
  public static final Node plannedAvailability = term("plannedAvailability");
  public static final Node version = term("version");

  private DCAT3() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }
}
