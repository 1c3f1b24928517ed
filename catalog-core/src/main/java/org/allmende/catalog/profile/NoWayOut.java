package org.allmende.catalog.profile;

import java.util.List;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.DCAT3;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/** From a dataset no way leads to the catalog, or over a service or source to other datasets. */
final class NoWayOut implements ViewRule {

  private static final List<Node> LEADING_AWAY =
      List.of(
          DCAT3.inCatalog,
          FOAF.isPrimaryTopicOf.asNode(),
          DCAT.servesDataset.asNode(),
          DCTerms.source.asNode());

  @Override
  public Reason reason() {
    return new Reason(
        "no-way-out",
        "2.6, K 21",
        "Das Portal speichert und löscht alles, was vom Datensatz aus erreichbar ist; Katalog und"
            + " andere Datensätze dürfen es nicht sein.",
        "The portal keeps and deletes all that can be reached from the dataset; the catalog and"
            + " other datasets must not be.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    LEADING_AWAY.forEach(property -> Edit.removeIf(graph, property, triple -> true));
    for (var catalog : Rdf.instances(graph, DCAT.Catalog.asNode())) {
      if (!catalog.equals(dataset.node())) {
        Edit.removeIf(graph, DCTerms.isPartOf.asNode(), t -> t.getObject().equals(catalog));
        graph.remove(catalog, Node.ANY, Node.ANY);
      }
    }
  }
}
