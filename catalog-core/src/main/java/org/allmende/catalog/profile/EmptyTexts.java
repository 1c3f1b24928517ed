package org.allmende.catalog.profile;

import org.allmende.catalog.model.DatasetUri;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;

/** A text of spaces says nothing, yet counts as a value; it is left out. */
final class EmptyTexts implements ViewRule {

  @Override
  public Reason reason() {
    return new Reason(
        "empty-texts", "4", "Ein leerer Text ist keine Angabe.", "An empty text is no statement.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    graph.find().filterKeep(EmptyTexts::isEmpty).toList().forEach(graph::delete);
  }

  private static boolean isEmpty(Triple triple) {
    return triple.getObject().isLiteral() && triple.getObject().getLiteralLexicalForm().isBlank();
  }
}
