package org.allmende.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.allmende.catalog.ledger.LedgerTransaction;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Revision;

/**
 * One step of a departure before the last: a revision with the same description in another state.
 *
 * @param step {@link DatasetState#DEPRECATED} or {@link DatasetState#WITHDRAWING}
 * @param now when it is taken
 * @param run the harvest run that takes it
 * @param rules version of the rules of {@code compute}
 * @param compute view and verdict of an entry
 */
record Announcement(
    DatasetState step,
    Instant now,
    Optional<String> run,
    String rules,
    Function<CatalogEntry, ComputedView.Result> compute) {

  Announcement {
    if (!step.isLeaving()) {
      throw new IllegalArgumentException("expected a step of a departure, got " + step);
    }
  }

  /** Announces that those of these datasets leave that are public. */
  List<CatalogEntry> of(List<DatasetUri> datasets, LedgerTransaction transaction) {
    return datasets.stream()
        .map(transaction::findByUri)
        .flatMap(Optional::stream)
        .filter(CatalogEntry::isPublic)
        .map(entry -> announce(entry, transaction))
        .toList();
  }

  private CatalogEntry announce(CatalogEntry entry, LedgerTransaction transaction) {
    var revision =
        transaction.append(
            entry.addresses(),
            Revision.Change.valueOf(step.name()),
            entry.revision().stored(),
            entry.record().withState(step).withTimes(entry.record().created(), now),
            entry.revision().hash(),
            entry.publisher(),
            now,
            run);
    var leaving = new CatalogEntry(entry.addresses(), revision, entry.publisher(), entry.verdict());
    var computed = compute.apply(leaving);
    transaction.keepComputed(
        leaving, rules, computed.verdict(), computed.identifier(), computed.turtle());
    return leaving;
  }
}
