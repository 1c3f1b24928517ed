package org.allmende.catalog.profile;

import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.apache.jena.graph.Graph;

/** A service that gives access to a dataset, and names no publisher, has the dataset's. */
final class ServicePublisher implements ViewRule {

  @Override
  public Reason reason() {
    return new Reason(
        "service-publisher",
        "4.4",
        "DCAT-AP.de 3.0 verlangt am Dienst einen Herausgeber; es ist der des Datensatzes.",
        "DCAT-AP.de 3.0 demands a publisher of a service; it is the dataset's.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var triple : Edit.triples(graph, Terms.ACCESS_SERVICE)) {
      var service = triple.getObject();
      if (Edit.isDescribed(graph, service) && !Edit.has(graph, service, Terms.PUBLISHER)) {
        Rdf.objects(graph, dataset.node(), Terms.PUBLISHER)
            .forEach(publisher -> graph.add(service, Terms.PUBLISHER, publisher));
      }
    }
  }
}
