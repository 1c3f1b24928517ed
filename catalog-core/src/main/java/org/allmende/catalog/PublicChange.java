package org.allmende.catalog;

import java.time.Instant;
import java.util.Optional;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Revision;

/**
 * A revision as the public sees it. A dataset that stops being public, by withdrawal or because it
 * was made private, leaves a tombstone that tells nothing else.
 *
 * @param sequence its sequence number
 * @param dataset the dataset
 * @param change what happened; {@link Revision.Change#WITHDRAWN} for every tombstone
 * @param isFirst true when the dataset was not public before
 * @param at when it was recorded
 * @param hash the hash of the description and its record; empty for a tombstone
 */
public record PublicChange(
    long sequence,
    DatasetUri dataset,
    Revision.Change change,
    boolean isFirst,
    Instant at,
    Optional<String> hash) {

  /** True when the dataset is no longer there for the public. */
  public boolean isTombstone() {
    return hash.isEmpty();
  }
}
