package org.allmende.harvest.schedule;

import java.util.List;
import java.util.Optional;
import org.allmende.catalog.ledger.Ledger;
import org.allmende.catalog.ledger.RunEntry;

/** The runs that there were, newest first, as the ledger keeps them. */
public record RunHistory(Ledger ledger) {

  /** The runs of all sources. */
  public List<RunEntry> all(int limit) {
    return ledger.read(snapshot -> snapshot.runs("", limit));
  }

  /** The runs of a source. */
  public List<RunEntry> of(String source, int limit) {
    return ledger.read(snapshot -> snapshot.runs(source, limit));
  }

  /** One run by its id. */
  public Optional<RunEntry> find(String id) {
    return ledger.read(snapshot -> snapshot.findRun(id));
  }

  /** How many runs of a source there were. */
  public long count(String source) {
    return ledger.read(snapshot -> snapshot.countRuns(source));
  }

  /** The last run of a source, also one that still goes on. */
  public Optional<RunEntry> last(String source) {
    return of(source, 1).stream().findFirst();
  }
}
