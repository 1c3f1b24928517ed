package org.allmende.catalog.validate;

import java.util.List;

/**
 * What the shapes of a profile say about a description or a whole document.
 *
 * @param findings violations first, then warnings, then notes
 */
public record ValidationReport(List<Violation> findings) {

  public ValidationReport {
    findings = List.copyOf(findings);
  }

  /** True when there is no violation; warnings do not count. */
  public boolean conforms() {
    return findings.stream().noneMatch(Violation::isViolation);
  }

  /** How many violations there are. */
  public long violations() {
    return findings.stream().filter(Violation::isViolation).count();
  }

  /** How many warnings there are. */
  public long warnings() {
    return findings.stream().filter(f -> f.severity() == Violation.Severity.WARNING).count();
  }
}
