package org.allmende.catalog.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of an API token; the token itself was shown once and is nowhere kept.
 *
 * @param id by which it is named in lists and revoked
 * @param userId whose it is
 * @param name what it is for
 * @param created when it was made
 * @param expires when it ends; empty: never
 * @param lastAccess the day on which it was last used; no more than that is kept
 */
public record Token(
    String id,
    String userId,
    String name,
    Instant created,
    Optional<Instant> expires,
    Optional<LocalDate> lastAccess) {

  /** Whether it still opens anything at this time. */
  public boolean isValidAt(Instant time) {
    return expires.isEmpty() || time.isBefore(expires.get());
  }

  /** This token after its use on this day. */
  Token usedOn(LocalDate day) {
    return new Token(id, userId, name, created, expires, Optional.of(day));
  }
}
