package org.allmende.catalog.profile;

import java.util.List;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.VCARD;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** {@code hasTelephone [ hasValue <tel:…> ]} fails the 3.0 shapes; its value stands for it. */
final class NestedContacts implements ViewRule {

  @Override
  public Reason reason() {
    return new Reason(
        "nested-contacts",
        "4.6",
        "E-Mail, Telefon und Webseite stehen unmittelbar am Kontakt, nicht in einem Knoten"
            + " darunter.",
        "E-mail, telephone and web page stand at the contact itself, not in a node below it.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var property : List.of(VCARD.hasEmail, VCARD.hasTelephone, VCARD.hasURL)) {
      for (var triple : Edit.triples(graph, property)) {
        var values =
            triple.getObject().isLiteral()
                ? List.<Node>of()
                : Rdf.objects(graph, triple.getObject(), VCARD.hasValue);
        if (!values.isEmpty()) {
          Edit.replace(graph, triple, values);
          graph.remove(triple.getObject(), Node.ANY, Node.ANY);
        }
      }
    }
  }
}
