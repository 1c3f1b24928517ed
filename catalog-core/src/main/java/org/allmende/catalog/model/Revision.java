package org.allmende.catalog.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One whole state of one dataset, as the ledger recorded it.
 *
 * @param sequence its number in the ledger; grows with each revision
 * @param dataset the dataset's IRI
 * @param change what happened
 * @param stored the complete description as it came, packed; of a purged revision without triples
 * @param record what is said beside the RDF
 * @param hash equal for isomorphic descriptions with equal records
 * @param at when it was recorded
 * @param run the harvest run that brought it
 */
public record Revision(
    long sequence,
    DatasetUri dataset,
    Change change,
    StoredDescription stored,
    CatalogRecord record,
    String hash,
    Instant at,
    Optional<String> run) {

  /** What happened to the dataset. */
  public enum Change {
    PUBLISHED,
    DEPRECATED,
    WITHDRAWING,
    WITHDRAWN,
    PURGED
  }

  /** The description, unpacked anew at each call. */
  public DatasetDescription description() {
    return stored.unpack(dataset);
  }
}
