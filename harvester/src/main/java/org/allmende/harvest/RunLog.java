package org.allmende.harvest;

import java.time.Instant;
import java.util.Optional;
import org.allmende.catalog.ledger.Ledger;
import org.allmende.catalog.ledger.RunEntry;

/** The history of runs in the ledger. */
record RunLog(Ledger ledger) {

  /** A process that dies leaves an entry that still says "running". */
  void begin(String id, String source, Instant started) {
    keep(new RunEntry(id, source, started, Optional.empty(), "running", "{}"));
  }

  void end(HarvestRun run) {
    keep(
        new RunEntry(
            run.id(),
            run.source(),
            run.started(),
            Optional.of(run.finished()),
            run.outcome(),
            run.json()));
  }

  private void keep(RunEntry entry) {
    ledger.write(
        transaction -> {
          transaction.recordRun(entry);
          return true;
        });
  }
}
