package org.allmende.catalog.profile;

import org.allmende.catalog.model.DatasetUri;
import org.apache.jena.graph.Graph;

/** Addresses of ours are written as they stand today; identities stay (DESIGN 6). */
final class TodaysAddresses implements ViewRule {

  @Override
  public Reason reason() {
    return new Reason(
        "todays-addresses",
        "DESIGN 6",
        "Der Katalog steht heute unter einer anderen Adresse.",
        "The catalog stands at another address today.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    var identity = context.identity();
    if (!identity.base().equals(identity.url())) {
      Terms.ADDRESSES.forEach(
          property ->
              Edit.objects(
                  graph,
                  property,
                  node -> node.isURI() ? Edit.iri(identity.today(node.getURI())) : node));
    }
  }
}
