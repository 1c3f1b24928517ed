package org.allmende.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /**
   * The verdict on a valid dataset whose identifier an elder dataset has ({@code sources.md} 2.7).
   */
  public static Verdict duplicate(List<Violation> findings) {
    var all = new ArrayList<Violation>();
    all.add(
        new Violation(
            Violation.Severity.VIOLATION,
            "dataset-identifier-taken",
            "",
            Optional.of("http://purl.org/dc/terms/identifier"),
            Optional.empty(),
            "Ein älterer Datensatz hat denselben Identifier (dct:identifier). Nur er steht im Abruf"
                + " für GovData, sonst würde das Portal einen von beiden löschen. Bitte einen davon"
                + " entfernen oder ihm einen eigenen Identifier geben.",
            "An older dataset has the same identifier (dct:identifier). Only that one stands on"
                + " harvest pages, since the portal would delete one of them. Remove one, or give"
                + " it an identifier of its own."));
    all.addAll(findings);
    return new Verdict(false, all);
  }

  /** The findings that keep it off the pages. */
  public List<Violation> violations() {
    return findings.stream().filter(Violation::isViolation).toList();
  }
}
