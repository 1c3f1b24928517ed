package org.allmende.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.Preparation.Ready;
import org.allmende.catalog.Preparation.Settled;
import org.allmende.catalog.ledger.Ledger;
import org.allmende.catalog.ledger.LedgerTransaction;
import org.allmende.catalog.ledger.NewRevision;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.Revision;
import org.allmende.catalog.model.StoredDescription;
import org.apache.jena.graph.Graph;

/**
 * What people do to single datasets, beside what harvests bring: a dataset enters under the id and
 * name that it was given, and a change holds only for the state that was read.
 */
final class Editing {

  private final Ledger ledger;
  private final Foundation foundation;
  private final Preparation preparation;
  private final ComputedView views;
  private final Instant now;

  Editing(
      Ledger ledger,
      Foundation foundation,
      Preparation preparation,
      ComputedView views,
      Instant now) {
    this.ledger = ledger;
    this.foundation = foundation;
    this.preparation = preparation;
    this.views = views;
    this.now = now;
  }

  /** Records what {@link Catalog#enter} and {@link Catalog#replace} were given. */
  Optional<Publication> record(Submission submission, Optional<CatalogEntry> basis) {
    var prepared =
        ledger.read(snapshot -> preparation.prepareEdit(submission, basis, snapshot, now));
    return switch (prepared) {
      case Settled settled -> Optional.of(settled.outcome());
      case Ready ready -> ledger.write(transaction -> record(ready.revision(), transaction));
    };
  }

  private Optional<Publication> record(NewRevision revision, LedgerTransaction transaction) {
    foundation.lay(transaction, now);
    if (!isCurrent(revision, transaction)) {
      return Optional.empty();
    }
    var holder =
        transaction
            .findByName(revision.name().value())
            .filter(found -> !found.uri().equals(revision.dataset()));
    if (holder.filter(found -> found.record().state() != DatasetState.WITHDRAWN).isPresent()) {
      return Optional.empty();
    }
    holder.ifPresent(withdrawn -> transaction.releaseName(revision.name()));
    return transaction
        .append(revision, Optional.empty())
        .map(entry -> new Publication.Published(entry, revision.basis().isEmpty()));
  }

  private static boolean isCurrent(NewRevision revision, LedgerTransaction transaction) {
    var expected = revision.basis().map(basis -> basis.revision().sequence()).orElse(0L);
    return transaction.currentSequence(revision.dataset()) == expected
        && (revision.basis().isPresent() || transaction.isFreeId(revision.id()));
  }

  /** Empties all revisions of a dataset; a tombstone remains. */
  CatalogEntry purge(CatalogEntry entry, Optional<String> editor) {
    var record =
        CatalogRecord.own(entry.record().created())
            .withState(DatasetState.WITHDRAWN)
            .withPrivate(entry.record().isPrivate())
            .withEditor(editor)
            .withTimes(entry.record().created(), now);
    return ledger.write(
        transaction -> {
          transaction.empty(entry.addresses().ordinal(), record);
          var current = transaction.findByUri(entry.uri()).orElseThrow();
          return transaction.append(tombstone(current, record), Optional.empty()).orElseThrow();
        });
  }

  private NewRevision tombstone(CatalogEntry entry, CatalogRecord record) {
    return new NewRevision(
        entry.uri(),
        Optional.of(entry),
        entry.addresses().id(),
        entry.addresses().name(),
        List.of(),
        Revision.Change.PURGED,
        StoredDescription.pack(Graph.emptyGraph),
        record,
        "",
        entry.publisher(),
        views.ofWithdrawn(),
        now);
  }
}
