package org.allmende.catalog.profile;

import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.apache.jena.graph.Graph;

/** A pure download has its address in both properties; a service's is its endpoint. */
final class AccessForDownloads implements ViewRule {

  @Override
  public Reason reason() {
    return new Reason(
        "access-for-downloads",
        "4.3, K 39, K 41",
        "Ein Zugang (dcat:accessURL) ist Pflicht; bei einem Download ist er dessen Adresse, bei"
            + " einem Dienst dessen Endpunkt.",
        "An access URL (dcat:accessURL) is mandatory; for a download it is its address, for a"
            + " service its endpoint.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var distribution : Rdf.objects(graph, dataset.node(), Terms.DISTRIBUTION)) {
      if (!distribution.isLiteral() && !Edit.has(graph, distribution, Terms.ACCESS_URL)) {
        for (var service : Rdf.objects(graph, distribution, Terms.ACCESS_SERVICE)) {
          Rdf.objects(graph, service, Terms.ENDPOINT_URL)
              .forEach(address -> graph.add(distribution, Terms.ACCESS_URL, address));
        }
        Rdf.objects(graph, distribution, Terms.DOWNLOAD_URL)
            .forEach(address -> graph.add(distribution, Terms.ACCESS_URL, address));
      }
    }
  }
}
