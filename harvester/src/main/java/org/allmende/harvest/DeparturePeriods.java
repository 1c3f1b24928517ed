package org.allmende.harvest;

import java.time.Duration;
import org.allmende.catalog.model.DatasetState;

/**
 * How long a dataset that its source no longer has is still shown (dcat-ap-de.md 2.4).
 *
 * @param deprecated as one that is no longer recommended
 * @param withdrawing as one that is withdrawn
 */
public record DeparturePeriods(Duration deprecated, Duration withdrawing) {

  /** What convention 24 of DCAT-AP.de asks for: 30 days, then 7. */
  public static DeparturePeriods standard() {
    return new DeparturePeriods(Duration.ofDays(30), Duration.ofDays(7));
  }

  /** How long a dataset stays in a state; not at all in one that is no step of a departure. */
  Duration of(DatasetState step) {
    return switch (step) {
      case DEPRECATED -> deprecated;
      case WITHDRAWING -> withdrawing;
      case DRAFT, ACTIVE, WITHDRAWN -> Duration.ZERO;
    };
  }
}
