package org.allmende.catalog;

import org.allmende.catalog.model.DatasetUri;

/** What became of a description. */
public sealed interface Publication {

  /** The dataset concerned. */
  DatasetUri dataset();

  /** A new revision was recorded. {@code isNew}: the dataset was not in the catalog before. */
  record Published(CatalogEntry entry, boolean isNew) implements Publication {
    @Override
    public DatasetUri dataset() {
      return entry.uri();
    }
  }

  /** The same is in the catalog already; nothing was written. */
  record Unchanged(DatasetUri dataset) implements Publication {}

  /** It is no dataset, too large, or belongs to another source; the reason says what to do. */
  record Rejected(DatasetUri dataset, String reason) implements Publication {}
}
