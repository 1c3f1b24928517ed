package org.allmende.harvest;

import java.util.Optional;

/**
 * How a run is meant.
 *
 * @param dryRun true: everything is read and mapped, nothing is published or remembered
 * @param acceptLosses true: what a run would take out or shrink is taken as the truth
 * @param id the run's id, when somebody already knows it by one
 * @param language of the notes in its report, {@code de} or {@code en}; empty: the catalog's
 */
public record RunOptions(
    boolean dryRun, boolean acceptLosses, Optional<String> id, Optional<String> language) {

  public RunOptions(boolean dryRun, boolean acceptLosses) {
    this(dryRun, acceptLosses, Optional.empty(), Optional.empty());
  }

  /** A usual run. */
  public static RunOptions usual() {
    return new RunOptions(false, false);
  }

  /** The same under this id. */
  public RunOptions withId(String runId) {
    return new RunOptions(dryRun, acceptLosses, Optional.of(runId), language);
  }

  /** The same with a report for those who read this language. */
  public RunOptions reportedIn(String tongue) {
    return new RunOptions(dryRun, acceptLosses, id, Optional.of(tongue));
  }
}
