package org.allmende.harvest.enrich;

import org.allmende.catalog.Submission;
import org.allmende.harvest.HarvestContext;

/** Adds to a description what somebody has said; never invents facts. */
@FunctionalInterface
public interface Enricher {

  /** The same submission, or a changed copy. */
  Submission enrich(Submission submission, HarvestContext context);
}
