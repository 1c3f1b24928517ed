package org.allmende.catalog.profile;

import java.util.List;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.catalog.model.Uuids;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.GEODCATAP;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/** Distributions and agents that the source left blank get IRIs that never change (DESIGN 6). */
final class StableNames implements ViewRule {

  private static final List<Node> OTHER_ROLES =
      List.of(
          DCTerms.creator.asNode(),
          DCTerms.contributor.asNode(),
          GEODCATAP.originator,
          GEODCATAP.custodian,
          DCATDE.originator,
          DCATDE.maintainer);

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var distribution : Rdf.objects(graph, dataset.node(), DCAT.distribution.asNode())) {
      context
          .distributionIri(distribution)
          .ifPresent(iri -> Edit.rename(graph, distribution, Edit.iri(iri)));
    }
    namePublishers(graph, context);
    for (var role : OTHER_ROLES) {
      nameAgents(graph, role, dataset, context);
    }
  }

  private static void namePublishers(Graph graph, ViewContext context) {
    for (var triple : graph.find(Node.ANY, DCTerms.publisher.asNode(), Node.ANY).toList()) {
      var agent = triple.getObject();
      if (agent.isBlank()) {
        name(graph, agent)
            .ifPresent(
                name ->
                    Edit.rename(graph, agent, Edit.iri(context.identity().organizationIri(name))));
      }
    }
  }

  private static void nameAgents(Graph graph, Node role, DatasetUri dataset, ViewContext context) {
    for (var triple : graph.find(Node.ANY, role, Node.ANY).toList()) {
      var agent = triple.getObject();
      if (agent.isBlank()) {
        name(graph, agent)
            .ifPresent(
                name -> {
                  var id = Uuids.v5Below(context.datasetId(), dataset.value(), name).toString();
                  var iri = dataset.value() + "#agent-" + id.substring(0, 8);
                  Edit.rename(graph, agent, Edit.iri(iri));
                });
      }
    }
  }

  private static java.util.Optional<String> name(Graph graph, Node agent) {
    return Rdf.text(graph, agent, FOAF.name.asNode()).in("de");
  }
}
