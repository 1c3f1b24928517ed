package org.allmende.vocab.profile;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.allmende.vocab.Prefixes;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.graph.GraphFactory;

/** Descriptions written in the tests, and what our shapes say about them. */
final class Descriptions {

  /** The base of relative IRIs such as {@code <#csv>}. */
  static final String BASE = "https://daten.musterstadt.example/dataset/1";

  private static final String PREFIXES =
      Prefixes.map().entrySet().stream()
          .map(e -> "@prefix " + e.getKey() + ": <" + e.getValue() + "> .\n")
          .collect(joining());

  /** Parsed once: what a server does, too. */
  private static final Map<Profile, org.apache.jena.shacl.Shapes> SHAPES =
      new ConcurrentHashMap<>();

  private Descriptions() {}

  /** Reads Turtle; all our prefixes are declared. */
  static Graph graph(String turtle) {
    var graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).base(BASE).parse(graph);
    return graph;
  }

  /** The codes of the rules that a description breaks, violations only. */
  static Set<String> violations(Graph description) {
    return violations(Profile.DCAT_AP_DE, description);
  }

  /** The same for the rules of a profile. */
  static Set<String> violations(Profile profile, Graph description) {
    return broken(profile, description, Severity.Violation);
  }

  /** The codes of the rules that a description breaks, warnings only. */
  static Set<String> warnings(Graph description) {
    return warnings(Profile.DCAT_AP_DE, description);
  }

  /** The same for the rules of a profile. */
  static Set<String> warnings(Profile profile, Graph description) {
    return broken(profile, description, Severity.Warning);
  }

  private static Set<String> broken(Profile profile, Graph description, Severity severity) {
    var codes = new TreeSet<String>();
    for (var entry : ShaclValidator.get().validate(shapes(profile), description).getEntries()) {
      if (entry.severity().equals(severity)) {
        codes.add(code(entry));
      }
    }
    return codes;
  }

  private static org.apache.jena.shacl.Shapes shapes(Profile profile) {
    return SHAPES.computeIfAbsent(profile, p -> org.apache.jena.shacl.Shapes.parse(Shapes.of(p)));
  }

  static String code(ReportEntry entry) {
    return Shapes.findRule(entry.source()).orElseThrow().code();
  }
}
