package org.allmende.catalog.profile;

import java.util.List;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.codelist.CodeList;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Where a code list is due, a known spelling, an old IRI or a name becomes the list's IRI. What the
 * list does not know stays as it came.
 */
final class KnownCodes extends ValueRule {

  private final CodeList list;

  KnownCodes(Reason reason, CodeList list, Node... properties) {
    super(reason, List.of(properties));
    this.list = list;
  }

  @Override
  Node mended(Graph graph, Node value) {
    if (value.isURI() && list.findByIri(value.getURI()).isPresent()) {
      return value;
    }
    return list.find(textOf(graph, value)).map(concept -> Edit.iri(concept.iri())).orElse(value);
  }

  /** The text of a value; of a blank node its label. */
  private static String textOf(Graph graph, Node value) {
    if (!value.isBlank()) {
      return Rdf.textOf(value);
    }
    return Rdf.literal(graph, value, RDFS.label.asNode())
        .or(() -> Rdf.literal(graph, value, SKOS.prefLabel.asNode()))
        .or(() -> Rdf.literal(graph, value, Terms.TITLE))
        .orElse("");
  }
}
