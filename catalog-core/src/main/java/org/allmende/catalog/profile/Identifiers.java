package org.allmende.catalog.profile;

import java.util.List;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** Every dataset has an identifier, a literal: the source's, unchanged, else its IRI. */
final class Identifiers implements ViewRule {

  @Override
  public Reason reason() {
    return new Reason(
        "identifiers",
        "2.5, K 25",
        "Das Portal erkennt Dubletten an der Kennung (dct:identifier), einem Text; ohne eigene"
            + " Kennung ist es die Adresse des Datensatzes.",
        "The portal tells duplicates by the identifier (dct:identifier), a text; without one of its"
            + " own it is the dataset's address.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var value : Rdf.objects(graph, dataset.node(), Terms.IDENTIFIER)) {
      if (value.isURI()) {
        Edit.replace(
            graph,
            Triple.create(dataset.node(), Terms.IDENTIFIER, value),
            List.of(NodeFactory.createLiteralString(value.getURI())));
      }
    }
    if (!Edit.has(graph, dataset.node(), Terms.IDENTIFIER)) {
      graph.add(dataset.node(), Terms.IDENTIFIER, NodeFactory.createLiteralString(dataset.value()));
    }
  }
}
