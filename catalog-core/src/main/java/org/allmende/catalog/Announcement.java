package org.allmende.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.allmende.catalog.ledger.LedgerTransaction;
import org.allmende.catalog.ledger.NewRevision;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Revision;

/**
 * One step of a departure before the last: a revision with the same description in another state.
 *
 * @param step {@link DatasetState#DEPRECATED} or {@link DatasetState#WITHDRAWING}
 * @param now when it is taken
 * @param run the harvest run that takes it
 * @param compute what follows from an entry's description with this record
 */
record Announcement(
    DatasetState step,
    Instant now,
    Optional<String> run,
    BiFunction<CatalogEntry, CatalogRecord, NewRevision.Computed> compute) {

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
        .map(this::announcement)
        .flatMap(revision -> transaction.append(revision, run).stream())
        .toList();
  }

  private NewRevision announcement(CatalogEntry entry) {
    var record = entry.record().withState(step).withTimes(entry.record().created(), now);
    return new NewRevision(
        entry.uri(),
        Optional.of(entry),
        entry.addresses().id(),
        entry.addresses().name(),
        List.of(),
        Revision.Change.valueOf(step.name()),
        entry.revision().stored(),
        record,
        entry.revision().hash(),
        entry.publisher(),
        compute.apply(entry, record),
        now);
  }
}
