package org.allmende.catalog.profile;

import java.util.List;
import org.allmende.catalog.model.DatasetUri;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;

/** Addresses of ours are written as they stand today; identities stay (DESIGN 6). */
final class TodaysAddresses implements ViewRule {

  private static final List<Node> ADDRESSES =
      List.of(
          DCAT.accessURL.asNode(),
          DCAT.downloadURL.asNode(),
          DCAT.landingPage.asNode(),
          DCAT.endpointURL.asNode(),
          DCAT.endpointDescription.asNode(),
          FOAF.page.asNode());

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    var identity = context.identity();
    if (!identity.base().equals(identity.url())) {
      ADDRESSES.forEach(
          property ->
              Edit.objects(
                  graph,
                  property,
                  node -> node.isURI() ? Edit.iri(identity.today(node.getURI())) : node));
    }
  }
}
