package org.allmende.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.allmende.catalog.ledger.LedgerTransaction;
import org.allmende.catalog.ledger.NewRevision;
import org.allmende.catalog.ledger.NewRevision.Computed;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.DatasetUri;

/**
 * One step of a departure before the last: a revision with the same description in another state.
 *
 * @param step {@link DatasetState#DEPRECATED} or {@link DatasetState#WITHDRAWING}
 * @param now when it is taken
 * @param run the harvest run that takes it
 * @param compute view and verdict of an entry's description beside another record
 */
record Announcement(
    DatasetState step,
    Instant now,
    Optional<String> run,
    BiFunction<CatalogEntry, CatalogRecord, Computed> compute) {

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
    var record = entry.record().withState(step).withTimes(entry.record().created(), now);
    var leaving = NewRevision.withRecord(entry, record, compute.apply(entry, record), now);
    return transaction.append(leaving, run).orElseThrow();
  }
}
