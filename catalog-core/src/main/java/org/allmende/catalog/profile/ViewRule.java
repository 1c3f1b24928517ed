package org.allmende.catalog.profile;

import org.allmende.catalog.model.DatasetUri;
import org.apache.jena.graph.Graph;

/** One step from a description as it came to a profile's form of it. Facts are never invented. */
interface ViewRule {

  /** What an operator reads about its changes; also the rule's line in {@code profile-rules.md}. */
  Reason reason();

  /** Changes {@code graph}, the view's own copy, in place. */
  void apply(Graph graph, DatasetUri dataset, ViewContext context);
}
