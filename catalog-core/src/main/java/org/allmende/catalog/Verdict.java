package org.allmende.catalog;

import java.util.List;
import org.allmende.catalog.validate.Violation;

/**
 * Whether a dataset stands on harvest pages.
 *
 * @param onHarvestPages true when it does
 * @param findings what the shapes found, violations before warnings; may be empty
 */
public record Verdict(boolean onHarvestPages, List<Violation> findings) {
  public Verdict {
    findings = List.copyOf(findings);
  }

  /** The findings that keep it off the pages. */
  public List<Violation> violations() {
    return findings.stream().filter(Violation::isViolation).toList();
  }
}
