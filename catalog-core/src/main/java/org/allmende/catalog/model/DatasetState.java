package org.allmende.catalog.model;

/** Where a dataset stands in its life (DESIGN 6). */
public enum DatasetState {
  /** Not yet public: seen by members of its organization and sysadmins only. */
  DRAFT,
  /** Public, unless the record says private. */
  ACTIVE,
  /** Public, and announced to go. */
  DEPRECATED,
  /** Public for its last days: every distribution says that it is withdrawn. */
  WITHDRAWING,
  /** Gone: 410 with a tombstone. */
  WITHDRAWN;

  /** True for a dataset that is still public and on its way out. */
  public boolean isLeaving() {
    return this == DEPRECATED || this == WITHDRAWING;
  }
}
