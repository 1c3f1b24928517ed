package org.allmende.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** DCAT-AP.de, the German application profile. The namespace carries no version number. */
public final class DCATDE {

  /** The namespace; every term begins with it. */
  public static final String NS = "http://dcat-ap.de/def/dcatde/";

  public static final Node contributorID = term("contributorID");
  public static final Node geocodingDescription = term("geocodingDescription");
  public static final Node legalBasis = term("legalBasis");
  public static final Node licenseAttributionByText = term("licenseAttributionByText");
  public static final Node maintainer = term("maintainer");
  public static final Node originator = term("originator");
  public static final Node plannedAvailability = term("plannedAvailability");
  public static final Node politicalGeocodingLevelURI = term("politicalGeocodingLevelURI");
  public static final Node politicalGeocodingURI = term("politicalGeocodingURI");
  public static final Node qualityProcessURI = term("qualityProcessURI");

  private DCATDE() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }
}
