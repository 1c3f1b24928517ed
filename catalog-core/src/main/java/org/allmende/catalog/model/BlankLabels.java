package org.allmende.catalog.model;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.graph.Node;

/** Labels for the blank nodes of one document: {@code _:b0}, {@code _:b1} … as they are met. */
public final class BlankLabels implements Function<Node, String> {

  private final Map<Node, String> labels = new HashMap<>();

  @Override
  public String apply(Node blank) {
    var known = labels.get(blank);
    if (known == null) {
      known = "_:b" + labels.size();
      labels.put(blank, known);
    }
    return known;
  }
}
