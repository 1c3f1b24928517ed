package org.allmende.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.Publication;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.DatasetUri;

/** What a run has mapped, on its way into the catalog: some hundred datasets in one transaction. */
final class HarvestBatch {

  private static final int SIZE = 200;
  private static final Set<DatasetState> STAYING = Set.of(DatasetState.ACTIVE, DatasetState.DRAFT);

  private final Catalog catalog;
  private final RunOptions options;
  private final RunTally tally;
  private final String run;
  private final List<Mapped> waiting = new ArrayList<>();

  /** A record's key with what it was mapped to. */
  private record Mapped(String key, Submission submission) {}

  /**
   * An empty one.
   *
   * @param tally told what became of each dataset
   */
  HarvestBatch(Catalog catalog, RunOptions options, RunTally tally, String run) {
    this.catalog = catalog;
    this.options = options;
    this.tally = tally;
    this.run = run;
  }

  void add(String key, Submission submission) {
    waiting.add(new Mapped(key, submission));
  }

  /** Publishes when enough waits. */
  void flushIfFull() {
    if (waiting.size() >= SIZE) {
      flush();
    }
  }

  /** Publishes all that waits; in a dry run only counts it. */
  void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    var mapped = List.copyOf(waiting);
    waiting.clear();
    if (options.dryRun()) {
      mapped.forEach(
          m -> tally.note(new HarvestOutcome.Tried(m.key(), m.submission().description().uri())));
      return;
    }
    var published =
        catalog.publish(mapped.stream().map(Mapped::submission).toList(), Optional.of(run));
    for (int i = 0; i < mapped.size(); i++) {
      tally.note(outcome(mapped.get(i).key(), published.get(i)));
    }
  }

  private HarvestOutcome outcome(String key, Publication publication) {
    return switch (publication) {
      case Publication.Published published -> {
        tally.noteVerdict(published.entry());
        yield published.isNew()
            ? new HarvestOutcome.Added(key, published.dataset())
            : new HarvestOutcome.Changed(key, published.dataset());
      }
      case Publication.Unchanged unchanged -> {
        noteVerdicts(Set.of(unchanged.dataset()));
        yield new HarvestOutcome.Unchanged(key, unchanged.dataset());
      }
      case Publication.Rejected rejected ->
          new HarvestOutcome.Rejected(key, Reason.of("rejected", rejected.reason()));
    };
  }

  private void noteVerdicts(Set<DatasetUri> datasets) {
    datasets.forEach(dataset -> catalog.find(dataset).ifPresent(tally::noteVerdict));
  }

  /** The source is as it was: so is every dataset of it that is not on its way out. */
  void noteUnchanged(String source) {
    var known = catalog.ledger().read(snapshot -> snapshot.datasetsOf(source));
    noteVerdicts(known.keySet());
    known.forEach(
        (uri, key) ->
            catalog
                .find(uri)
                .filter(entry -> STAYING.contains(entry.record().state()))
                .ifPresent(entry -> tally.note(new HarvestOutcome.Unchanged(key, uri))));
  }
}
