package org.allmende.harvest;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.allmende.catalog.ledger.Ledger;

/**
 * The right to harvest a source, held by one run of one process ({@code DESIGN} 1): a note in the
 * ledger with its end. The lease of a process that died on this machine counts no more.
 */
final class SourceLease {

  private static final String NOTE = "lease";

  /** Longer than any run should take; a run that takes longer may meet a second one. */
  private static final Duration LENGTH = Duration.ofHours(6);

  private static final String HOST = host();

  private final Ledger ledger;
  private final String source;
  private final String value;

  private SourceLease(Ledger ledger, String source, String value) {
    this.ledger = ledger;
    this.source = source;
    this.value = value;
  }

  /** Takes the lease, or says that somebody else has it. */
  static Optional<SourceLease> take(Ledger ledger, String source, Clock clock) {
    var now = clock.instant();
    var process = ProcessHandle.current();
    var value =
        String.join(
            "|",
            now.plus(LENGTH).toString(),
            HOST,
            Long.toString(process.pid()),
            started(process),
            UUID.randomUUID().toString());
    var isTaken =
        ledger.write(
            transaction -> {
              if (isHeld(transaction.notes(source).getOrDefault(NOTE, ""), now)) {
                return false;
              }
              transaction.note(source, NOTE, value);
              return true;
            });
    return isTaken ? Optional.of(new SourceLease(ledger, source, value)) : Optional.empty();
  }

  /** Whether a run of any process has the lease of a source. */
  static boolean isTaken(Ledger ledger, String source, Clock clock) {
    return ledger.read(
        snapshot -> isHeld(snapshot.notes(source).getOrDefault(NOTE, ""), clock.instant()));
  }

  private static boolean isHeld(String note, Instant now) {
    var parts = note.split("\\|");
    if (parts.length != 5) {
      return false;
    }
    try {
      return Instant.parse(parts[0]).isAfter(now) && mayLive(parts[1], parts[2], parts[3]);
    } catch (DateTimeParseException | NumberFormatException e) {
      return false; // Written by nobody that we know.
    }
  }

  /** Whether the holder may still be there: certain for this machine, assumed for others. */
  private static boolean mayLive(String host, String pid, String started) {
    return !host.equals(HOST)
        || ProcessHandle.of(Long.parseLong(pid))
            .filter(process -> started(process).equals(started))
            .isPresent();
  }

  /** When a process began: a new one with the same number is another. */
  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName().replace("|", "");
    } catch (UnknownHostException e) {
      return "localhost"; // A machine that does not know its own name is alone.
    }
  }

  /** Gives it back. */
  void close() {
    ledger.write(
        transaction -> {
          if (value.equals(transaction.notes(source).get(NOTE))) {
            transaction.note(source, NOTE, "");
          }
          return true;
        });
  }
}
