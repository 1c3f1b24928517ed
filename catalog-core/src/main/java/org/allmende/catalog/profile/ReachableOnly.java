package org.allmende.catalog.profile;

import org.allmende.catalog.model.DatasetUri;
import org.apache.jena.graph.Graph;

/** What can no longer be reached from the dataset says nothing about it. */
final class ReachableOnly implements ViewRule {

  @Override
  public Reason reason() {
    return new Reason(
        "reachable-only",
        "2.6",
        "Vom Datensatz führt kein Verweis mehr dorthin.",
        "No reference leads there from the dataset any more.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    Edit.removeUnreachable(graph, dataset.node());
  }
}
