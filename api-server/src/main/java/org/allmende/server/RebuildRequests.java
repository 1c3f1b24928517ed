package org.allmende.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.allmende.catalog.ledger.Following;
import org.allmende.catalog.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the wish for a rebuild from a command to the running server: a note in the ledger, which
 * the server looks for every second and takes away when it begins.
 */
final class RebuildRequests implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RebuildRequests.class);

  /** No source can have this id, since "@" is not allowed there. */
  private static final String NOTED_AT = "@rebuild";

  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Ledger ledger;
  private final Followers followers;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  private RebuildRequests(Ledger ledger, Followers followers) {
    this.ledger = ledger;
    this.followers = followers;
    this.thread = Thread.ofVirtual().name("rebuild-requests").start(this::watch);
  }

  /** Leaves the wish for whoever serves. */
  static void leave(Ledger ledger, List<String> names, String when) {
    ledger.write(
        transaction -> {
          names.forEach(name -> transaction.note(NOTED_AT, name, when));
          return names.size();
        });
  }

  /** Begins to look for wishes. */
  static RebuildRequests watch(Ledger ledger, Followers followers) {
    return new RebuildRequests(ledger, followers);
  }

  private void watch() {
    try {
      while (!closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      var wishes = ledger.read(snapshot -> snapshot.notes(NOTED_AT)).keySet();
      for (var name : wishes) {
        ledger.write(
            transaction -> {
              transaction.note(NOTED_AT, name, "");
              return name;
            });
        followers.find(name).ifPresent(Following::rebuild);
      }
    } catch (RuntimeException e) {
      LOG.error("looking for rebuild requests failed; looking again in {}", LOOK, e);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      // A ledger that hangs must not keep the process.
      var unused = thread.join(LOOK.multipliedBy(3));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
