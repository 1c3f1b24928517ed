package org.allmende.harvest.schedule;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.catalog.ledger.LedgerTransaction;

/**
 * A run that somebody asked for and that has not begun yet: a note beside the source in the ledger,
 * so that it survives a restart.
 *
 * @param source the source's id
 * @param run the id that the run will have
 * @param since when it was asked for
 */
public record RunRequest(String source, String run, Instant since) {

  private static final String NOTE = "request";

  /** What is asked for of a source. */
  static Optional<RunRequest> find(String source, LedgerSnapshot ledger) {
    var parts = ledger.notes(source).getOrDefault(NOTE, "").split("\\|");
    if (parts.length != 2) {
      return Optional.empty();
    }
    try {
      return Optional.of(new RunRequest(source, parts[0], Instant.parse(parts[1])));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // Written by nobody that we know.
    }
  }

  void keep(LedgerTransaction ledger) {
    ledger.note(source, NOTE, run + "|" + since);
  }

  void forget(LedgerTransaction ledger) {
    ledger.note(source, NOTE, "");
  }
}
