package org.allmende.catalog.profile;

import java.util.Optional;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.catalog.model.Uuids;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** Agents that the source left blank get IRIs that follow from their names (DESIGN 6). */
final class StableAgents implements ViewRule {

  @Override
  public Reason reason() {
    return new Reason(
        "stable-agents",
        "2.6",
        "Der Herausgeber braucht eine feste Adresse, sonst legt ihn das Portal immer wieder neu"
            + " an.",
        "The publisher needs an address that stays, or the portal makes it anew again and again.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var triple : Edit.triples(graph, Terms.PUBLISHER)) {
      var agent = triple.getObject();
      unnamed(graph, agent)
          .ifPresent(
              name ->
                  Edit.rename(graph, agent, Edit.iri(context.identity().organizationIri(name))));
    }
    for (var role : Terms.OTHER_ROLES) {
      for (var triple : Edit.triples(graph, role)) {
        var agent = triple.getObject();
        unnamed(graph, agent)
            .ifPresent(name -> Edit.rename(graph, agent, iri(name, dataset, context)));
      }
    }
  }

  private static Optional<String> unnamed(Graph graph, Node agent) {
    return agent.isBlank() ? Rdf.text(graph, agent, Terms.NAME).in("de") : Optional.empty();
  }

  private static Node iri(String name, DatasetUri dataset, ViewContext context) {
    var id = Uuids.v5Below(context.datasetId(), dataset.value(), name).toString();
    return Edit.iri(dataset.value() + "#agent-" + id.substring(0, 8));
  }
}
