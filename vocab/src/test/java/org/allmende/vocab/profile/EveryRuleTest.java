package org.allmende.vocab.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.allmende.vocab.Prefixes;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of each profile against an example made to break it. */
class EveryRuleTest {

  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final Node THING = iri("https://daten.musterstadt.example/thing");
  private static final Node OTHER = iri("https://daten.musterstadt.example/other");
  private static final Node TEXT = NodeFactory.createLiteralString("ein Text");

  /** A rule in the profile that has it. */
  record Case(Profile profile, Rule rule) {
    Graph shapes() {
      return Shapes.of(profile);
    }

    Node one(Node shape, String parameter) {
      return shapes().find(shape, iri(SH + parameter), Node.ANY).next().getObject();
    }

    boolean has(String parameter) {
      return shapes().contains(rule.shape(), iri(SH + parameter), Node.ANY);
    }

    @Override
    public String toString() {
      return profile.id() + ": " + rule.code();
    }
  }

  static List<Case> rules() {
    return Stream.of(Profile.DCAT_AP_DE, Profile.DCAT_AP_DE_2, Profile.HVD)
        .flatMap(profile -> Shapes.rules(profile).stream().map(rule -> new Case(profile, rule)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleFiresOnAnExampleThatBreaksIt(Case one) {
    var description = example(one);
    var broken = new TreeSet<String>();
    broken.addAll(Descriptions.violations(one.profile(), description));
    broken.addAll(Descriptions.warnings(one.profile(), description));
    assertTrue(broken.contains(one.rule().code()), () -> "expected " + one + ", got " + broken);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyMessageNamesTheFieldInBothLanguages(Case one) {
    var path = one.one(one.rule().shape(), "path");
    var rule = one.rule();
    if (path.isURI()) {
      var property = prefixed(path.getURI());
      assertTrue(rule.message("de").contains(property), rule.message("de"));
      assertTrue(rule.message("en").contains(property), rule.message("en"));
    }
    assertFalse(rule.message("de").equals(rule.message("en")));
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void everyPropertyShapeHasANameAndBelongsToOneClass(Profile profile) {
    var shapes = Shapes.of(profile);
    var named =
        shapes.find(Node.ANY, iri(SH + "path"), Node.ANY).mapWith(t -> t.getSubject()).toSet();
    var used =
        shapes.find(Node.ANY, iri(SH + "property"), Node.ANY).mapWith(t -> t.getObject()).toList();
    assertEquals(named.size(), used.size());
    assertEquals(named, new HashSet<>(used));
    assertEquals(Shapes.rules(profile).size(), named.size());
  }

  private static Graph example(Case one) {
    var graph = GraphFactory.createDefaultGraph();
    var shape = one.rule().shape();
    var owner = one.shapes().find(Node.ANY, iri(SH + "property"), shape).next().getSubject();
    if (one.shapes().contains(owner, iri(SH + "targetClass"), Node.ANY)) {
      graph.add(THING, RDF.type.asNode(), one.one(owner, "targetClass"));
    } else {
      graph.add(OTHER, one.one(owner, "targetObjectsOf"), THING);
    }
    var path = one.one(shape, "path");
    for (var value : wrongValues(one)) {
      if (path.isURI()) {
        graph.add(THING, path, value);
      } else {
        // The only composed path whose values are looked at: a service at a distribution.
        graph.add(THING, DCAT.distribution.asNode(), OTHER);
        graph.add(OTHER, DCAT.accessService.asNode(), value);
      }
    }
    return graph;
  }

  /** Values that break the constraint of a shape. */
  private static List<Node> wrongValues(Case one) {
    var shape = one.rule().shape();
    if (one.has("minCount") || one.has("qualifiedMinCount") || one.has("hasValue")) {
      return List.of();
    }
    if (one.has("maxCount")) {
      return List.of(OTHER, THING);
    }
    if (one.has("nodeKind")) {
      return List.of(one.one(shape, "nodeKind").equals(iri(SH + "Literal")) ? OTHER : TEXT);
    }
    if (one.has("pattern")) {
      return List.of(
          one.one(shape, "pattern").getLiteralLexicalForm().contains("new")
              ? NodeFactory.createLiteralString("New")
              : NodeFactory.createLiteralString(" "));
    }
    if (one.has("not")) {
      return List.of(iri("https://www.dcat-ap.de/def/politicalGeocoding/stateKey/13"));
    }
    return List.of(one.has("in") || one.has("class") ? OTHER : TEXT);
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
