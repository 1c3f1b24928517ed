package org.allmende.catalog.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.allmende.catalog.ledger.AccountsSnapshot;
import org.allmende.catalog.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose token a request shows. What is known is kept in memory, so that a call costs a hash and a
 * look into a map; a change in this process counts at once, one of another process, such as {@code
 * allmende token revoke}, within a second.
 */
final class Callers {

  private static final Logger LOG = LoggerFactory.getLogger(Callers.class);
  private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int MOST_KEPT = 10_000;

  /** Far longer than any token of ours or of another CKAN; what is longer is not even hashed. */
  private static final int LONGEST = 2_000;

  private final Ledger ledger;
  private final Clock clock;
  private final Cache<String, Known> known = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  /** The version that the ledger had at this moment. */
  private volatile Seen seen = new Seen(-1, 0);

  private record Seen(long version, long nanos) {}

  /** Who shows a token, as it was at a version. */
  private record Known(long version, Token token, Caller caller) {}

  Callers(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The caller that shows this token; an anonymous one when it opens nothing (any more). */
  Caller of(String secret) {
    if (secret.isEmpty() || secret.length() > LONGEST) {
      return Caller.anonymous();
    }
    var hash = Secrets.hash(secret);
    var found = Optional.ofNullable(known.getIfPresent(hash)).filter(this::isCurrent);
    if (found.isEmpty()) {
      found = ledger.read(snapshot -> read(hash, snapshot.accounts()));
      found.ifPresent(caller -> known.put(hash, caller));
    }
    var now = clock.instant();
    return found
        .filter(caller -> caller.token().isValidAt(now))
        .map(caller -> noted(hash, caller))
        .orElse(Caller.anonymous());
  }

  private boolean isCurrent(Known caller) {
    var last = seen;
    if (System.nanoTime() - last.nanos() > LOOK_NANOS || last.version() < 0) {
      last = look();
    }
    return caller.version() == last.version();
  }

  /** Asks the ledger anew whether anything changed. */
  private synchronized Seen look() {
    seen = new Seen(version(), System.nanoTime());
    return seen;
  }

  private long version() {
    return ledger.read(snapshot -> snapshot.accounts().version());
  }

  /** Something changed here: what is kept holds no more. */
  void forget() {
    look();
  }

  private static Optional<Known> read(String hash, AccountsSnapshot accounts) {
    var token = accounts.findToken(hash);
    return token
        .flatMap(found -> accounts.findUser(found.userId()))
        .filter(user -> !user.isDeleted())
        .map(
            user ->
                new Known(
                    accounts.version(),
                    token.get(),
                    Caller.of(user, accounts.memberships(user.id()))));
  }

  // The day of the last use.

  /** Notes the use of a token once a day; beside the request, since reading waits for no write. */
  private Caller noted(String hash, Known caller) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (caller.token().lastAccess().filter(day -> !day.isBefore(today)).isEmpty()) {
      known.put(hash, new Known(caller.version(), caller.token().usedOn(today), caller.caller()));
      Thread.ofVirtual().name("token-access").start(() -> note(caller.token().id(), today));
    }
    return caller.caller();
  }

  private void note(String tokenId, LocalDate day) {
    try {
      ledger.write(
          transaction -> {
            transaction.accounts().noteAccess(tokenId, day);
            return day;
          });
    } catch (RuntimeException e) {
      LOG.warn("the day on which a token was last used is not noted: {}", e.getMessage());
    }
  }
}
