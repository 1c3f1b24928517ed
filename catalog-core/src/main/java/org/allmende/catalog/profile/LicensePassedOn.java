package org.allmende.catalog.profile;

import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** A license said of the whole dataset holds for its parts, one of the data for their service. */
final class LicensePassedOn implements ViewRule {

  @Override
  public Reason reason() {
    return new Reason(
        "license-passed-on",
        "5.2, K 32",
        "Die Lizenz steht an jeder Distribution und am Dienst; die Quelle nennt sie eine Stufe"
            + " höher.",
        "The license stands at each distribution and at the service; the source names it one step"
            + " above.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var distribution : Rdf.objects(graph, dataset.node(), Terms.DISTRIBUTION)) {
      passOn(graph, dataset.node(), distribution);
      for (var service : Rdf.objects(graph, distribution, Terms.ACCESS_SERVICE)) {
        if (Edit.isDescribed(graph, service)) {
          passOn(graph, distribution, service);
        }
      }
    }
  }

  private static void passOn(Graph graph, Node from, Node to) {
    if (to.isLiteral() || Edit.has(graph, to, Terms.LICENSE)) {
      return;
    }
    var licenses = Rdf.objects(graph, from, Terms.LICENSE);
    if (licenses.size() == 1) {
      graph.add(to, Terms.LICENSE, licenses.getFirst());
    }
  }
}
