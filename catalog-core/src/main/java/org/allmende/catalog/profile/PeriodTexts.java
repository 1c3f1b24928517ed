package org.allmende.catalog.profile;

import java.util.Optional;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** A period given as text, {@code 2019} or {@code 2019-01-01/2019-12-31}, becomes a period. */
final class PeriodTexts implements ViewRule {

  @Override
  public Reason reason() {
    return new Reason(
        "period-texts",
        "4.6, K 38",
        "Ein Zeitraum ist ein Knoten mit Anfang und Ende, kein Text.",
        "A period is a node with a start and an end, not text.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var triple : Edit.triples(graph, Terms.TEMPORAL)) {
      if (triple.getObject().isLiteral() && triple.getSubject().isURI()) {
        apply(graph, triple);
      }
    }
  }

  private static void apply(Graph graph, Triple triple) {
    var ends = Rdf.textOf(triple.getObject()).strip().split("/", 3);
    var start = TypedDates.date(ends[0].strip());
    var end = ends.length == 2 ? TypedDates.date(ends[1].strip()) : start;
    if (ends.length > 2 || start.isEmpty() || end.isEmpty()) {
      return;
    }
    var period = Edit.own(graph, triple.getSubject(), "period");
    graph.delete(triple);
    graph.add(triple.getSubject(), triple.getPredicate(), period);
    add(graph, period, Terms.START_DATE, start);
    add(graph, period, Terms.END_DATE, end);
  }

  private static void add(Graph graph, Node period, Node property, Optional<Node> date) {
    date.ifPresent(value -> graph.add(period, property, value));
  }
}
