package org.allmende.catalog.profile;

import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;

/** A provenance given as text stands on a node of its own: 3.0 wants a statement, not a literal. */
final class ProvenanceStatements implements ViewRule {

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    var property = DCTerms.provenance.asNode();
    var number = 0;
    for (var value : Rdf.objects(graph, dataset.node(), property)) {
      if (value.isLiteral()) {
        var statement = statement(dataset, ++number);
        graph.delete(Triple.create(dataset.node(), property, value));
        graph.add(dataset.node(), property, statement);
        graph.add(statement, RDFS.label.asNode(), value);
      }
    }
    for (var triple : graph.find(Node.ANY, property, Node.ANY).toList()) {
      Edit.type(graph, triple.getObject(), DCTerms.ProvenanceStatement.asNode());
    }
  }

  private static Node statement(DatasetUri dataset, int number) {
    return Edit.iri(dataset.value() + "#provenance" + (number == 1 ? "" : "-" + number));
  }
}
