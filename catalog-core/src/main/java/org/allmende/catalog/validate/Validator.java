package org.allmende.catalog.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.allmende.catalog.profile.ProfileView;
import org.allmende.vocab.Prefixes;
import org.allmende.vocab.profile.Profile;
import org.allmende.vocab.profile.Rule;
import org.allmende.vocab.profile.Shapes;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;

/**
 * Holds a description, or a whole document, against the shapes of a profile. No network, no
 * vocabularies beside the shapes. Any number of threads may share one validator.
 *
 * <p>The shapes of {@link Profile#HVD} look at high-value datasets alone, and at what belongs to
 * them; in a document without any, everything conforms.
 */
public final class Validator {

  private static final Comparator<Violation> WORST_FIRST =
      Comparator.comparing(Violation::severity)
          .thenComparing(Violation::focus)
          .thenComparing(finding -> finding.property().orElse(""))
          .thenComparing(Violation::messageEn);

  private static final PrefixMap TYPES =
      PrefixMapFactory.create(Map.of("xsd", Objects.requireNonNull(Prefixes.map().get("xsd"))));

  private final Profile profile;
  private final Checks checks;

  /**
   * A validator with the shapes of a profile; {@link Profile#RAW} has none and everything conforms.
   */
  public Validator(Profile profile) {
    this.profile = profile;
    this.checks = new Checks(org.apache.jena.shacl.Shapes.parse(Shapes.of(profile)));
  }

  /** What the shapes say about these triples. */
  public ValidationReport validate(Graph data) {
    var graph = profile == Profile.HVD ? HighValueDatasets.of(data) : data;
    var findings = new ArrayList<Violation>();
    for (var entry : checks.run(graph)) {
      findings.add(finding(entry, graph));
    }
    findings.sort(WORST_FIRST);
    return new ValidationReport(List.copyOf(findings));
  }

  private static Violation finding(ReportEntry entry, Graph graph) {
    var rule = Optional.ofNullable(entry.source()).flatMap(Shapes::findRule);
    return new Violation(
        severity(entry),
        rule.map(Rule::code).orElse(""),
        label(entry.focusNode()),
        Optional.ofNullable(entry.resultPath()).map(Validator::label),
        Optional.ofNullable(entry.value()).map(Validator::label),
        rule.map(Rule::messageDe).orElseGet(() -> message(entry)),
        rule.map(Rule::messageEn).orElseGet(() -> message(entry)),
        repair(entry, graph));
  }

  private static Optional<String> repair(ReportEntry entry, Graph graph) {
    if (entry.value() == null || !(entry.resultPath() instanceof P_Link link)) {
      return Optional.empty();
    }
    return ProfileView.repair(graph, link.getNode(), entry.value()).map(Validator::turtle);
  }

  private static String turtle(Node node) {
    return NodeFmtLib.str(node, TYPES);
  }

  private static Violation.Severity severity(ReportEntry entry) {
    return switch (entry.severity().level().getLocalName()) {
      case "Violation" -> Violation.Severity.VIOLATION;
      case "Warning" -> Violation.Severity.WARNING;
      default -> Violation.Severity.INFO;
    };
  }

  private static String message(ReportEntry entry) {
    return Optional.ofNullable(entry.message()).orElse("");
  }

  private static String label(Path path) {
    return path instanceof P_Link link ? link.getNode().getURI() : path.toString();
  }

  private static String label(Node node) {
    if (node.isURI()) {
      return node.getURI();
    }
    return node.isLiteral() ? node.getLiteralLexicalForm() : "[]";
  }
}
