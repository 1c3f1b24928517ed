package org.allmende.catalog.profile;

import java.util.List;
import java.util.Map;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.ADMS;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.GEODCATAP;
import org.allmende.vocab.SPDX;
import org.allmende.vocab.VCARD;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Class checks work without reasoning: each node carries the types that its role asks for (4.6).
 */
final class ExpectedTypes implements ViewRule {

  private static final List<Node> AGENTS =
      List.of(
          DCTerms.publisher.asNode(),
          DCTerms.creator.asNode(),
          DCTerms.contributor.asNode(),
          GEODCATAP.originator,
          GEODCATAP.custodian,
          DCATDE.originator,
          DCATDE.maintainer);

  private static final Map<Node, Node> BY_ROLE =
      Map.of(
          DCAT.distribution.asNode(),
          DCAT.Distribution.asNode(),
          DCAT.accessService.asNode(),
          Edit.iri(DCAT.NS + "DataService"),
          DCTerms.spatial.asNode(),
          DCTerms.Location.asNode(),
          DCTerms.temporal.asNode(),
          DCTerms.PeriodOfTime.asNode(),
          SPDX.checksum,
          SPDX.Checksum,
          ADMS.identifier,
          ADMS.Identifier);

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    Edit.type(graph, dataset.node(), DCAT.Dataset.asNode());
    BY_ROLE.forEach((role, type) -> typeObjects(graph, role, type));
    for (var role : AGENTS) {
      for (var triple : graph.find(Node.ANY, role, Node.ANY).toList()) {
        typeAgent(graph, triple.getObject());
      }
    }
    for (var triple : graph.find(Node.ANY, DCAT.contactPoint.asNode(), Node.ANY).toList()) {
      typeContact(graph, triple.getObject());
    }
  }

  private static void typeObjects(Graph graph, Node role, Node type) {
    for (var triple : graph.find(Node.ANY, role, Node.ANY).toList()) {
      if (!triple.getObject().isLiteral()) {
        Edit.type(graph, triple.getObject(), type);
      }
    }
  }

  private static void typeAgent(Graph graph, Node agent) {
    if (agent.isLiteral()) {
      return;
    }
    if (!Rdf.isA(graph, agent, FOAF.Person.asNode())) {
      Edit.type(graph, agent, FOAF.Organization.asNode());
    }
    Edit.type(graph, agent, FOAF.Agent.asNode());
  }

  private static void typeContact(Graph graph, Node contact) {
    if (contact.isLiteral()) {
      return;
    }
    if (!Rdf.isA(graph, contact, VCARD.Individual)) {
      Edit.type(graph, contact, VCARD.Organization);
    }
    Edit.type(graph, contact, VCARD.Kind);
  }
}
