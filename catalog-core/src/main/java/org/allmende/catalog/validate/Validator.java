package org.allmende.catalog.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.allmende.vocab.profile.Profile;
import org.allmende.vocab.profile.Rule;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;

/**
 * Holds a description, or a whole document, against the shapes of a profile. No network, no
 * vocabularies beside the shapes. Any number of threads may share one validator.
 */
public final class Validator {

  private static final Comparator<Violation> WORST_FIRST =
      Comparator.comparing(Violation::severity)
          .thenComparing(Violation::focus)
          .thenComparing(finding -> finding.property().orElse(""))
          .thenComparing(Violation::messageEn);

  private final Checks checks;

  /**
   * A validator with the shapes of a profile; {@link Profile#RAW} has none and everything conforms.
   */
  public Validator(Profile profile) {
    this.checks =
        new Checks(
            org.apache.jena.shacl.Shapes.parse(org.allmende.vocab.profile.Shapes.of(profile)));
  }

  /** What the shapes say about these triples. */
  public ValidationReport validate(Graph data) {
    var findings = new ArrayList<Violation>();
    for (var entry : checks.run(data)) {
      findings.add(finding(entry));
    }
    return new ValidationReport(List.copyOf(findings.stream().sorted(WORST_FIRST).toList()));
  }

  private static Violation finding(ReportEntry entry) {
    var rule =
        Optional.ofNullable(entry.source()).flatMap(org.allmende.vocab.profile.Shapes::findRule);
    return new Violation(
        severity(entry),
        rule.map(Rule::code).orElse(""),
        label(entry.focusNode()),
        Optional.ofNullable(entry.resultPath()).map(Validator::label),
        Optional.ofNullable(entry.value()).map(Validator::label),
        rule.map(Rule::messageDe).orElseGet(() -> message(entry)),
        rule.map(Rule::messageEn).orElseGet(() -> message(entry)));
  }

  private static Violation.Severity severity(ReportEntry entry) {
    var level = entry.severity().level();
    if (level.getLocalName().equals("Violation")) {
      return Violation.Severity.VIOLATION;
    }
    return level.getLocalName().equals("Warning")
        ? Violation.Severity.WARNING
        : Violation.Severity.INFO;
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
