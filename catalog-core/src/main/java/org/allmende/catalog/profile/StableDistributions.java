package org.allmende.catalog.profile;

import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.apache.jena.graph.Graph;

/** Distributions that the source left blank get the IRIs that were assigned to them for ever. */
final class StableDistributions implements ViewRule {

  @Override
  public Reason reason() {
    return new Reason(
        "stable-distributions",
        "2.3",
        "Ohne feste Adresse erfindet das Portal bei jedem Abruf eine neue.",
        "Without an address that stays the portal invents a new one in each run.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var distribution : Rdf.objects(graph, dataset.node(), Terms.DISTRIBUTION)) {
      context
          .distributionIri(distribution)
          .ifPresent(iri -> Edit.rename(graph, distribution, Edit.iri(iri)));
    }
  }
}
