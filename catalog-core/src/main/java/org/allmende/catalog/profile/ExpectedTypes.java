package org.allmende.catalog.profile;

import java.util.Map;
import java.util.stream.Stream;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.ADMS;
import org.allmende.vocab.DCAT3;
import org.allmende.vocab.SPDX;
import org.allmende.vocab.VCARD;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/** Class checks work without reasoning: each node carries the types that its role asks for. */
final class ExpectedTypes implements ViewRule {

  private static final Map<Node, Node> BY_ROLE =
      Map.ofEntries(
          Map.entry(Terms.DISTRIBUTION, DCAT.Distribution.asNode()),
          Map.entry(ADMS.sample, DCAT.Distribution.asNode()),
          Map.entry(Terms.ACCESS_SERVICE, DCAT.DataService.asNode()),
          Map.entry(DCAT3.inSeries, DCAT3.DatasetSeries),
          Map.entry(Terms.SPATIAL, Terms.LOCATION),
          Map.entry(Terms.TEMPORAL, Terms.PERIOD),
          Map.entry(Terms.PROVENANCE, DCTerms.ProvenanceStatement.asNode()),
          Map.entry(DCAT.qualifiedRelation.asNode(), DCAT.Relationship.asNode()),
          Map.entry(SPDX.checksum, SPDX.Checksum),
          Map.entry(ADMS.identifier, ADMS.Identifier));

  @Override
  public Reason reason() {
    return new Reason(
        "expected-types",
        "4.6, 5.3",
        "Was ein Knoten ist (rdf:type), folgt aus der Angabe, die auf ihn verweist; das Portal"
            + " liest es nur, wenn es dasteht.",
        "What a node is (rdf:type) follows from the property that leads to it; the portal reads it"
            + " only when it is written.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    Edit.type(graph, dataset.node(), Terms.DATASET);
    BY_ROLE.forEach((role, type) -> typeObjects(graph, role, type));
    Stream.concat(Stream.of(Terms.PUBLISHER), Terms.OTHER_ROLES.stream())
        .flatMap(role -> Edit.triples(graph, role).stream())
        .forEach(
            t ->
                typeAs(
                    graph,
                    t.getObject(),
                    FOAF.Person.asNode(),
                    FOAF.Organization.asNode(),
                    Terms.AGENT));
    Edit.triples(graph, Terms.CONTACT_POINT)
        .forEach(
            t -> typeAs(graph, t.getObject(), VCARD.Individual, VCARD.Organization, VCARD.Kind));
  }

  private static void typeObjects(Graph graph, Node role, Node type) {
    for (var triple : Edit.triples(graph, role)) {
      if (!triple.getObject().isLiteral()) {
        Edit.type(graph, triple.getObject(), type);
      }
    }
  }

  private static void typeAs(Graph graph, Node node, Node person, Node organization, Node either) {
    if (node.isLiteral()) {
      return;
    }
    if (!Rdf.isA(graph, node, person)) {
      Edit.type(graph, node, organization);
    }
    Edit.type(graph, node, either);
  }
}
