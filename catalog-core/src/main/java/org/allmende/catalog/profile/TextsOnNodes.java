package org.allmende.catalog.profile;

import java.util.Comparator;
import org.allmende.catalog.model.DatasetUri;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** Where 3.0 wants a node, a text stands on a node of the dataset's own. */
final class TextsOnNodes implements ViewRule {

  private final Reason reason;
  private final Node property;
  private final Node type;
  private final Node label;
  private final String name;

  /**
   * A rule for one property.
   *
   * @param type the type of the new node
   * @param label the property of the new node that holds the text
   * @param name the end of its IRI
   */
  TextsOnNodes(Reason reason, Node property, Node type, Node label, String name) {
    this.reason = reason;
    this.property = property;
    this.type = type;
    this.label = label;
    this.name = name;
  }

  @Override
  public Reason reason() {
    return reason;
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    var triples = Edit.triples(graph, property);
    triples.sort(Comparator.comparing(triple -> triple.getObject().toString()));
    for (var triple : triples) {
      if (triple.getObject().isLiteral() && !triple.getObject().getLiteralLexicalForm().isBlank()) {
        var owner = triple.getSubject().isURI() ? triple.getSubject() : dataset.node();
        var node = Edit.own(graph, owner, name);
        graph.delete(triple);
        graph.add(triple.getSubject(), property, node);
        graph.add(node, label, triple.getObject());
        Edit.type(graph, node, type);
      }
    }
  }
}
