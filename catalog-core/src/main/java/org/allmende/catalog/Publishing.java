package org.allmende.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.Preparation.Prepared;
import org.allmende.catalog.Preparation.Ready;
import org.allmende.catalog.Preparation.Settled;
import org.allmende.catalog.ledger.Ledger;
import org.allmende.catalog.ledger.LedgerTransaction;

/**
 * One call of {@link Catalog#publish}. What needs no lock is done on all cores; the transaction
 * begins when the rest can be prepared while it records, so that it lasts no longer than recording
 * takes, and nobody stands idle beside it.
 */
final class Publishing {

  /** Preparing a dataset takes about so many times as long as recording it. */
  private static final int PREPARING_TO_RECORDING = 4;

  private final Ledger ledger;
  private final Foundation foundation;
  private final Preparation preparation;
  private final Instant now;
  private final Optional<String> run;

  Publishing(
      Ledger ledger,
      Foundation foundation,
      Preparation preparation,
      Instant now,
      Optional<String> run) {
    this.ledger = ledger;
    this.foundation = foundation;
    this.preparation = preparation;
    this.now = now;
    this.run = run;
  }

  /** One outcome per submission, in the same order. */
  List<Publication> publish(List<Submission> submissions) {
    try (var ahead = new PreparedAhead(submissions, this::prepare)) {
      var outcomes = new ArrayList<Publication>(submissions.size());
      while (outcomes.size() < submissions.size()
          && ahead.get(outcomes.size()) instanceof Settled settled) {
        outcomes.add(settled.outcome());
      }
      if (outcomes.size() < submissions.size()) {
        ahead.prepareFirst(readyBeforeTransaction(submissions.size()));
        ledger.write(transaction -> record(submissions.size(), ahead, transaction, outcomes));
      }
      return outcomes;
    }
  }

  private List<Prepared> prepare(List<Submission> chunk) {
    return ledger.read(
        snapshot -> chunk.stream().map(s -> preparation.prepare(s, snapshot, now)).toList());
  }

  private static int readyBeforeTransaction(int count) {
    return count
        * Math.max(0, PREPARING_TO_RECORDING - PreparedAhead.helpers())
        / PREPARING_TO_RECORDING;
  }

  private boolean record(
      int count, PreparedAhead ahead, LedgerTransaction transaction, List<Publication> outcomes) {
    foundation.lay(transaction, now);
    while (outcomes.size() < count) {
      outcomes.add(
          switch (ahead.get(outcomes.size())) {
            case Settled settled -> settled.outcome();
            case Ready ready -> record(ready, transaction);
          });
    }
    return true;
  }

  /** Records one; what changed since it was prepared is prepared again, now under the lock. */
  private Publication record(Ready ready, LedgerTransaction transaction) {
    var entry = transaction.append(ready.revision(), run);
    if (entry.isPresent()) {
      return published(ready, entry.get());
    }
    return switch (preparation.prepare(ready.submission(), transaction, now)) {
      case Settled settled -> settled.outcome();
      case Ready again ->
          transaction
              .append(again.revision(), run)
              .map(recorded -> published(again, recorded))
              .orElseGet(() -> taken(again));
    };
  }

  private static Publication published(Ready ready, CatalogEntry entry) {
    return new Publication.Published(entry, ready.revision().basis().isEmpty());
  }

  private static Publication taken(Ready ready) {
    var revision = ready.revision();
    return new Publication.Rejected(
        revision.dataset(),
        "The CKAN id "
            + revision.id()
            + " that follows from the IRI <"
            + revision.dataset()
            + "> belongs to another dataset. Give this one another IRI or another id.");
  }
}
