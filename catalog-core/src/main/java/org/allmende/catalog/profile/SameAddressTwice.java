package org.allmende.catalog.profile;

import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.VCARD;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** An address given with {@code http} and with {@code https} is one address. */
final class SameAddressTwice implements ViewRule {

  @Override
  public Reason reason() {
    return new Reason(
        "same-address-twice",
        "1",
        "Dieselbe Adresse steht schon mit „https“ da.",
        "The same address is there with https already.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    Terms.ADDRESSES.forEach(property -> apply(graph, property));
    apply(graph, VCARD.hasURL);
    apply(graph, Terms.CONFORMS_TO);
    apply(graph, Terms.REFERENCES);
  }

  private static void apply(Graph graph, Node property) {
    for (var triple : Edit.triples(graph, property)) {
      var address = Rdf.textOf(triple.getObject());
      if (triple.getObject().isURI() && address.startsWith("http://")) {
        var secure = Edit.iri("https://" + address.substring("http://".length()));
        if (graph.contains(Triple.create(triple.getSubject(), property, secure))) {
          graph.delete(triple);
        }
      }
    }
  }
}
