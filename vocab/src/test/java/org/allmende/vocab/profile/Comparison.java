package org.allmende.vocab.profile;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The verdicts of our shapes and of the official ones on many changed descriptions. */
record Comparison(Profile profile, OfficialShapes official, Set<String> stricter) {

  /**
   * Fails where ours miss a violation, or find one more than {@code stricter} gives a reason for.
   */
  void run(Graph page, List<Mutations.Change> changes) {
    assertEquals(Set.of(), official.violations(page), "the unchanged page");
    assertEquals(Set.of(), Descriptions.violations(profile, page), "the unchanged page");
    var missed = new ArrayList<String>();
    var alone = new TreeMap<String, String>();
    var fired = new TreeSet<String>();
    var found = 0;
    for (var change : changes) {
      official.apply(change);
      Mutations.apply(page, change);
      var theirs = official.violations(page);
      var ours = Descriptions.violations(profile, page);
      fired.addAll(ours);
      found += theirs.isEmpty() ? 0 : 1;
      if (!theirs.isEmpty() && ours.isEmpty()) {
        missed.add(change + " " + theirs);
      }
      if (theirs.isEmpty()) {
        ours.forEach(code -> alone.putIfAbsent(code, change.toString()));
      }
      Mutations.apply(page, change.undone());
      official.apply(change.undone());
    }
    System.out.println(
        profile.id() + ": " + changes.size() + " changes, " + found + " of them violations");
    assertTrue(changes.size() >= 300 && found >= 300, changes.size() + ", " + found);
    assertEquals(List.of(), missed);
    assertEquals(Set.of(), minus(violationCodes(), fired), "rules that no change breaks");
    assertEquals(Set.of(), minus(stricter, alone.keySet()), "no longer stricter");
    alone.keySet().removeAll(stricter);
    assertEquals(new TreeMap<>(), alone, "stricter than the official shapes without a reason");
  }

  /** Fails where one of the two finds a violation and the other none. */
  static void assertSameVerdict(
      String document, Set<String> theirs, Set<String> ours, Set<String> stricter) {
    var isViolation = theirs.isEmpty() ? !minus(ours, stricter).isEmpty() : !ours.isEmpty();
    assertEquals(!theirs.isEmpty(), isViolation, document + ": " + theirs + " / " + ours);
  }

  /** The codes of all rules that are violations. */
  private Set<String> violationCodes() {
    var severity = NodeFactory.createURI("http://www.w3.org/ns/shacl#severity");
    return Shapes.rules(profile).stream()
        .filter(rule -> !Shapes.of(profile).contains(rule.shape(), severity, Node.ANY))
        .map(Rule::code)
        .collect(toSet());
  }

  private static Set<String> minus(Set<String> all, Set<String> some) {
    var rest = new TreeSet<String>(all);
    rest.removeAll(some);
    return rest;
  }
}
