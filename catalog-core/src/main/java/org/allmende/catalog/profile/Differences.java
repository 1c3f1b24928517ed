package org.allmende.catalog.profile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.allmende.catalog.model.Rdf;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** What is different between a graph before and after a rule, as changes of single properties. */
final class Differences {

  /** One property of one node. */
  private record Place(Node node, Node property) {
    static Place of(Triple triple) {
      return new Place(triple.getSubject(), triple.getPredicate());
    }
  }

  private Differences() {}

  static List<Change> of(Reason reason, Set<Triple> before, Graph after) {
    var gone = before.stream().filter(t -> !after.contains(t)).collect(Collectors.toSet());
    var added = after.find().filterDrop(before::contains).toSet();
    withoutRenamed(gone, added);
    var places = new LinkedHashSet<Place>();
    gone.forEach(triple -> places.add(Place.of(triple)));
    added.forEach(triple -> places.add(Place.of(triple)));
    var changes = new ArrayList<Change>();
    for (var place : places) {
      changes.add(
          new Change(
              reason,
              label(place.node()),
              place.property().getURI(),
              values(gone, place),
              values(added, place)));
    }
    changes.sort(java.util.Comparator.comparing(Change::node).thenComparing(Change::property));
    return changes;
  }

  /** A node that got another name says the same as before; only the references to it changed. */
  private static void withoutRenamed(Set<Triple> gone, Set<Triple> added) {
    for (var triple : Set.copyOf(gone)) {
      added.stream()
          .filter(t -> t.getPredicate().equals(triple.getPredicate()))
          .filter(t -> t.getObject().equals(triple.getObject()))
          .filter(t -> !t.getSubject().equals(triple.getSubject()))
          .filter(t -> isRenamed(triple.getSubject(), t.getSubject(), gone, added))
          .findFirst()
          .ifPresent(
              same -> {
                gone.remove(triple);
                added.remove(same);
              });
    }
  }

  /** True when some reference led to the one node before and leads to the other now. */
  private static boolean isRenamed(Node from, Node to, Set<Triple> gone, Set<Triple> added) {
    return gone.stream()
        .filter(triple -> triple.getObject().equals(from))
        .anyMatch(
            triple ->
                added.contains(Triple.create(triple.getSubject(), triple.getPredicate(), to)));
  }

  private static List<String> values(Set<Triple> triples, Place place) {
    return triples.stream()
        .filter(triple -> Place.of(triple).equals(place))
        .map(triple -> label(triple.getObject()))
        .sorted()
        .toList();
  }

  private static String label(Node node) {
    return node.isBlank() ? "[]" : Rdf.textOf(node);
  }
}
