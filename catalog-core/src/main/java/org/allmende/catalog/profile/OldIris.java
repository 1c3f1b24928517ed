package org.allmende.catalog.profile;

import org.allmende.vocab.codelist.CodeList;
import org.apache.jena.graph.Node;

/** The way back from a list of 3.0 to that of 2.0, which the code lists know as old IRIs. */
final class OldIris {

  private OldIris() {}

  /** The entry's IRI in 2.0; the same node when there is none. */
  static Node of(CodeList list, Node value) {
    if (!value.isURI()) {
      return value;
    }
    return list.findByIri(value.getURI()).stream()
        .flatMap(concept -> concept.oldIris().stream())
        .findFirst()
        .map(Edit::iri)
        .orElse(value);
  }
}
