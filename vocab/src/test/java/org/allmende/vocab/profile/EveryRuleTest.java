package org.allmende.vocab.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.allmende.vocab.Prefixes;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of DCAT-AP.de 3.0 against an example made to break it. */
class EveryRuleTest {

  private static final Graph SHAPES = Shapes.of(Profile.DCAT_AP_DE);
  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final Node THING = iri("https://daten.musterstadt.example/thing");
  private static final Node OTHER = iri("https://daten.musterstadt.example/other");
  private static final Node TEXT = NodeFactory.createLiteralString("ein Text");

  static List<Rule> rules() {
    return Shapes.rules(Profile.DCAT_AP_DE);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleFiresOnAnExampleThatBreaksIt(Rule rule) {
    var description = example(rule);
    var broken = new TreeSet<String>();
    broken.addAll(Descriptions.violations(description));
    broken.addAll(Descriptions.warnings(description));
    assertTrue(broken.contains(rule.code()), () -> "expected " + rule.code() + ", got " + broken);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyMessageNamesTheFieldInBothLanguages(Rule rule) {
    var path = one(rule.shape(), "path");
    if (path.isURI()) {
      var property = prefixed(path.getURI());
      assertTrue(rule.message("de").contains(property), rule.message("de"));
      assertTrue(rule.message("en").contains(property), rule.message("en"));
    }
    assertFalse(rule.message("de").equals(rule.message("en")));
  }

  @Test
  void everyPropertyShapeHasANameAndBelongsToOneClass() {
    var named =
        SHAPES.find(Node.ANY, iri(SH + "path"), Node.ANY).mapWith(t -> t.getSubject()).toSet();
    var used =
        SHAPES.find(Node.ANY, iri(SH + "property"), Node.ANY).mapWith(t -> t.getObject()).toList();
    assertEquals(named.size(), used.size());
    assertEquals(named, new HashSet<>(used));
    assertEquals(rules().size(), named.size());
  }

  private static Graph example(Rule rule) {
    var graph = GraphFactory.createDefaultGraph();
    var owner = SHAPES.find(Node.ANY, iri(SH + "property"), rule.shape()).next().getSubject();
    graph.add(THING, RDF.type.asNode(), one(owner, "targetClass"));
    var path = one(rule.shape(), "path");
    for (var value : wrongValues(rule.shape())) {
      graph.add(THING, path, value);
    }
    return graph;
  }

  /** Values that break the constraint of a shape. */
  private static List<Node> wrongValues(Node shape) {
    if (has(shape, "minCount")) {
      return List.of();
    }
    if (has(shape, "maxCount")) {
      return List.of(OTHER, THING);
    }
    if (has(shape, "nodeKind")) {
      return List.of(one(shape, "nodeKind").equals(iri(SH + "Literal")) ? OTHER : TEXT);
    }
    if (has(shape, "pattern")) {
      return List.of(
          one(shape, "pattern").getLiteralLexicalForm().contains("new")
              ? NodeFactory.createLiteralString("New")
              : NodeFactory.createLiteralString(" "));
    }
    if (has(shape, "not")) {
      return List.of(iri("https://www.dcat-ap.de/def/politicalGeocoding/stateKey/13"));
    }
    return List.of(has(shape, "in") || has(shape, "class") ? OTHER : TEXT);
  }

  private static boolean has(Node shape, String parameter) {
    return SHAPES.contains(shape, iri(SH + parameter), Node.ANY);
  }

  private static Node one(Node shape, String parameter) {
    return SHAPES.find(shape, iri(SH + parameter), Node.ANY).next().getObject();
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static String prefixed(String iri) {
    return Prefixes.map().entrySet().stream()
        .filter(e -> iri.startsWith(e.getValue()))
        .map(e -> e.getKey() + ":" + iri.substring(e.getValue().length()))
        .findFirst()
        .orElseThrow();
  }
}
