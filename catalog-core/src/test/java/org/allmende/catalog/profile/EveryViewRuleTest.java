package org.allmende.catalog.profile;

import static org.allmende.catalog.profile.Rules.DATASET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.catalog.model.Rdf;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the views by itself: what comes in, what goes out. */
class EveryViewRuleTest {

  /** What a rule makes of a description. */
  record Case(String rule, String given, String expected) {
    @Override
    public String toString() {
      return rule + ": " + given;
    }
  }

  static List<Case> cases() {
    return Stream.of(
            ViewRuleCases.names(),
            ViewRuleCases.codes(),
            ViewRuleCases.values(),
            ViewRuleCases.texts(),
            ViewRuleCases.places(),
            ViewRuleCases.facts(),
            ViewRuleCases.whatStays(),
            ViewRuleCases.version2())
        .flatMap(List::stream)
        .map(c -> new Case(c[0], c[1], c[2]))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void makesOfADescriptionWhatItShould(Case one) {
    var graph = Rules.graph(one.given());
    var distributions =
        Rdf.objects(graph, DATASET.node(), Terms.DISTRIBUTION).stream()
            .filter(node -> node.isBlank())
            .collect(
                Collectors.toMap(
                    node -> node, node -> "https://daten.example/dataset/i/resource/r"));
    Rules.named(one.rule()).apply(graph, DATASET, Rules.context(distributions));
    var expected = Rules.graph(one.expected());
    assertTrue(expected.isIsomorphicWith(graph), () -> turtle(graph));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void doesNothingMoreWhenItIsAppliedAgain(Case one) {
    var graph = Rules.graph(one.given());
    var rule = Rules.named(one.rule());
    rule.apply(graph, DATASET, Rules.context());
    var once = Rules.graph("");
    graph.find().forEachRemaining(once::add);
    rule.apply(graph, DATASET, Rules.context());
    assertTrue(once.isIsomorphicWith(graph), () -> turtle(graph));
  }

  @Test
  void everyRuleHasACaseOfItsOwn() {
    var tested = cases().stream().map(Case::rule).collect(Collectors.toCollection(TreeSet::new));
    var rules =
        Rules.all().stream()
            .map(rule -> rule.reason().rule())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(rules, tested);
  }

  @Test
  void everyRuleSaysWhyInBothLanguages() {
    for (var rule : Rules.all()) {
      var reason = rule.reason();
      assertFalse(reason.clause().isBlank(), reason.rule());
      assertTrue(reason.de().endsWith(".") && reason.en().endsWith("."), reason.rule());
      assertFalse(reason.de().equals(reason.en()), reason.rule());
    }
  }

  private static String turtle(Graph graph) {
    return RDFWriter.source(graph).format(RDFFormat.TURTLE_FLAT).asString();
  }
}
