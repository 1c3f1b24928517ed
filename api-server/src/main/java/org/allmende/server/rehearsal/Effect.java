package org.allmende.server.rehearsal;

import java.util.Locale;

/** What a finding means for the catalog on the portal, the worst first. */
enum Effect {
  /** The run ends with an error: nothing is imported, nothing deleted. */
  ENDS_RUN,
  /** A dataset is not imported. */
  DROPPED,
  /** Datasets are deleted. */
  DELETED,
  /** A dataset is imported, with other values than it came with. */
  CHANGED,
  /** A dataset is imported, and its validation says no. */
  INVALID,
  /** Nothing happens, but somebody should know. */
  NOTED;

  /** True when something does not reach the portal, or leaves it. */
  boolean isLoss() {
    return this == ENDS_RUN || this == DROPPED || this == DELETED;
  }

  /** The name in reports, such as {@code ends-run}. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
