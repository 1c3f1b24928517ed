package org.allmende.catalog.model;

/** Where a dataset stands in its life (DESIGN 6). */
public enum DatasetState {
  /** Not yet public: seen by members of its organization and sysadmins only. */
  DRAFT,
  /** Public, unless the record says private. */
  ACTIVE,
  /** Public, and announced to go. */
  DEPRECATED,
  /** Gone: 410 with a tombstone. */
  WITHDRAWN
}
