package org.allmende.server.ckan;

import java.util.Optional;
import java.util.UUID;
import org.allmende.catalog.model.Identity;
import org.allmende.catalog.model.Uuids;

/**
 * The id of what a harvest brought once, CKAN's harvest object: here a revision. It is a UUID of
 * version 8 (RFC 9562) that holds the revision's sequence number, so that nothing needs to be kept.
 */
final class HarvestObjectId {

  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT = 0x8000000000000000L;
  private static final long NUMBER = 0x3FFFFFFFFFFFFFFFL;

  private HarvestObjectId() {}

  static String of(long sequence, Identity identity) {
    return new UUID(prefix(identity), VARIANT | sequence).toString();
  }

  /** The sequence number in an id of this catalog. */
  static Optional<Long> sequence(String id, Identity identity) {
    if (!Uuids.isUuid(id)) {
      return Optional.empty();
    }
    var uuid = UUID.fromString(id);
    var isOurs =
        uuid.getMostSignificantBits() == prefix(identity)
            && (uuid.getLeastSignificantBits() & ~NUMBER) == VARIANT;
    return Optional.of(uuid.getLeastSignificantBits() & NUMBER).filter(number -> isOurs);
  }

  private static long prefix(Identity identity) {
    return (identity.namespace().getMostSignificantBits() & ~0xF000L) | VERSION_8;
  }
}
