package org.allmende.harvest.enrich;

import java.util.List;
import org.allmende.catalog.Submission;
import org.allmende.harvest.HarvestContext;

/**
 * The chain through which every submission goes between {@code map} and {@code publish}, in order.
 */
public record Enrichment(List<Enricher> enrichers) {

  public Enrichment {
    enrichers = List.copyOf(enrichers);
  }

  /** What every harvest does: what the operator overrides, then what the source leaves out. */
  public static Enrichment standard() {
    return new Enrichment(List.of(new OverrideEnricher(), new DefaultsEnricher()));
  }

  /** The submission after all of them. */
  public Submission apply(Submission submission, HarvestContext context) {
    var result = submission;
    for (var enricher : enrichers) {
      result = enricher.enrich(result, context);
    }
    return result;
  }
}
