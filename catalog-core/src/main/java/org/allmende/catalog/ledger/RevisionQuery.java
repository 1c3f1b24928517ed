package org.allmende.catalog.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * Which revisions are wanted, newest first.
 *
 * @param ordinal of one dataset; empty: of all
 * @param publisher id of the organization whose datasets they are
 * @param editor id of the user who made them
 * @param publicOnly true for revisions of datasets that are public now, and were then
 * @param after only later ones
 * @param before only earlier ones
 * @param offset how many to skip, 0 or more
 * @param limit how many at most, 0 or more
 */
public record RevisionQuery(
    Optional<Long> ordinal,
    Optional<String> publisher,
    Optional<String> editor,
    boolean publicOnly,
    Optional<Instant> after,
    Optional<Instant> before,
    int offset,
    int limit) {

  public RevisionQuery {
    if (offset < 0 || limit < 0) {
      throw new IllegalArgumentException(
          "offset and limit must be 0 or more, were " + offset + " and " + limit);
    }
  }

  /** All revisions of public datasets. */
  public static RevisionQuery ofPublic(int offset, int limit) {
    return new RevisionQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        Optional.empty(),
        Optional.empty(),
        offset,
        limit);
  }
}
