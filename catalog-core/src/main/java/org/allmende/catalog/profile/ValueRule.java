package org.allmende.catalog.profile;

import java.util.List;
import org.allmende.catalog.model.DatasetUri;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** A rule that looks at one value at a time, wherever certain properties stand. */
abstract class ValueRule implements ViewRule {

  private final Reason reason;
  private final List<Node> properties;

  ValueRule(Reason reason, List<Node> properties) {
    this.reason = reason;
    this.properties = List.copyOf(properties);
  }

  @Override
  public final Reason reason() {
    return reason;
  }

  /** The properties whose values it looks at. */
  final List<Node> properties() {
    return properties;
  }

  /** The value as it should be; the same node where nothing is to be mended. */
  abstract Node mended(Graph graph, Node value);

  @Override
  public final void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var property : properties) {
      Edit.objects(graph, property, value -> mended(graph, value));
    }
  }
}
