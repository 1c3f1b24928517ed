package org.allmende.catalog.profile;

import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** The type of an agent is an IRI of ADMS; {@code dct:type} elsewhere means something else. */
final class KnownPublisherTypes implements ViewRule {

  @Override
  public Reason reason() {
    return new Reason(
        "known-publisher-types",
        "6.7, K 37",
        "Die Art des Herausgebers ist ein Eintrag der Liste von ADMS.",
        "The publisher's type is an entry of the list of ADMS.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var triple : Edit.triples(graph, Terms.DCT_TYPE)) {
      if (isAgent(graph, triple)) {
        CodeLists.publisherTypes()
            .find(Rdf.textOf(triple.getObject()))
            .map(concept -> NodeFactory.createURI(concept.iri()))
            .filter(iri -> !iri.equals(triple.getObject()))
            .ifPresent(iri -> Edit.replace(graph, triple, java.util.List.of(iri)));
      }
    }
  }

  private static boolean isAgent(Graph graph, Triple triple) {
    return Rdf.isA(graph, triple.getSubject(), Terms.AGENT);
  }
}
