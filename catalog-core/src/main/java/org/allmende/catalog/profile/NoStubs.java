package org.allmende.catalog.profile;

import org.allmende.catalog.model.DatasetUri;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** A mere reference to another dataset has no type. */
final class NoStubs implements ViewRule {

  @Override
  public Reason reason() {
    return new Reason(
        "no-stubs",
        "2.3",
        "Jeden Knoten vom Typ dcat:Dataset legt das Portal als Datensatz an, auch einen bloßen"
            + " Verweis.",
        "The portal imports each node of type dcat:Dataset as a dataset, even a mere reference.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var typed : graph.find(Node.ANY, Terms.TYPE, Terms.DATASET).toList()) {
      if (!typed.getSubject().equals(dataset.node())) {
        graph.delete(typed);
      }
    }
  }
}
