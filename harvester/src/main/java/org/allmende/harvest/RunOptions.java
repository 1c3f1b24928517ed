package org.allmende.harvest;

/**
 * How a run is meant.
 *
 * @param dryRun true: everything is read and mapped, nothing is published or remembered
 * @param acceptLosses true: what a run would take out or shrink is taken as the truth
 */
public record RunOptions(boolean dryRun, boolean acceptLosses) {

  /** A usual run. */
  public static RunOptions usual() {
    return new RunOptions(false, false);
  }
}
