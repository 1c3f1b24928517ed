package org.allmende.catalog.profile;

import java.util.List;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.GEODCATAP;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/** The terms that several rules speak of, as nodes. */
final class Terms {

  static final Node TYPE = RDF.type.asNode();
  static final Node DATASET = DCAT.Dataset.asNode();
  static final Node DISTRIBUTION = DCAT.distribution.asNode();
  static final Node ACCESS_SERVICE = DCAT.accessService.asNode();
  static final Node ACCESS_URL = DCAT.accessURL.asNode();
  static final Node DOWNLOAD_URL = DCAT.downloadURL.asNode();
  static final Node ENDPOINT_URL = DCAT.endpointURL.asNode();
  static final Node CONTACT_POINT = DCAT.contactPoint.asNode();
  static final Node KEYWORD = DCAT.keyword.asNode();
  static final Node THEME = DCAT.theme.asNode();
  static final Node BBOX = DCAT.bbox.asNode();
  static final Node CENTROID = DCAT.centroid.asNode();
  static final Node START_DATE = DCAT.startDate.asNode();
  static final Node END_DATE = DCAT.endDate.asNode();
  static final Node BYTE_SIZE = DCAT.byteSize.asNode();
  static final Node TITLE = DCTerms.title.asNode();
  static final Node DESCRIPTION = DCTerms.description.asNode();
  static final Node PUBLISHER = DCTerms.publisher.asNode();
  static final Node LICENSE = DCTerms.license.asNode();
  static final Node LANGUAGE = DCTerms.language.asNode();
  static final Node FORMAT = DCTerms.format.asNode();
  static final Node ISSUED = DCTerms.issued.asNode();
  static final Node MODIFIED = DCTerms.modified.asNode();
  static final Node SPATIAL = DCTerms.spatial.asNode();
  static final Node TEMPORAL = DCTerms.temporal.asNode();
  static final Node IDENTIFIER = DCTerms.identifier.asNode();
  static final Node ACCESS_RIGHTS = DCTerms.accessRights.asNode();
  static final Node FREQUENCY = DCTerms.accrualPeriodicity.asNode();
  static final Node DCT_TYPE = DCTerms.type.asNode();
  static final Node CONFORMS_TO = DCTerms.conformsTo.asNode();
  static final Node RIGHTS = DCTerms.rights.asNode();
  static final Node REFERENCES = DCTerms.references.asNode();
  static final Node PROVENANCE = DCTerms.provenance.asNode();
  static final Node LOCATION = DCTerms.Location.asNode();
  static final Node PERIOD = DCTerms.PeriodOfTime.asNode();
  static final Node NAME = FOAF.name.asNode();
  static final Node PAGE = FOAF.page.asNode();
  static final Node HOMEPAGE = FOAF.homepage.asNode();
  static final Node AGENT = FOAF.Agent.asNode();
  static final Node SCHEMA_START = NodeFactory.createURI("http://schema.org/startDate");
  static final Node SCHEMA_END = NodeFactory.createURI("http://schema.org/endDate");

  /** The roles of agents beside the publisher. */
  static final List<Node> OTHER_ROLES =
      List.of(
          DCTerms.creator.asNode(),
          DCTerms.contributor.asNode(),
          GEODCATAP.originator,
          GEODCATAP.custodian,
          DCATDE.originator,
          DCATDE.maintainer);

  /** Where a web address stands. */
  static final List<Node> ADDRESSES =
      List.of(
          ACCESS_URL,
          DOWNLOAD_URL,
          DCAT.landingPage.asNode(),
          ENDPOINT_URL,
          DCAT.endpointDescription.asNode(),
          PAGE,
          HOMEPAGE);

  private Terms() {}
}
