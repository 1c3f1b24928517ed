package org.allmende.harvest.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.allmende.catalog.ledger.RunEntry;
import org.allmende.harvest.copy.RawCopy;

/**
 * How a source is doing.
 *
 * @param source its id
 * @param last the last run that ended; absent before the first
 * @param report what that run reported, as {@code HarvestRun.json} wrote it
 * @param isRunning whether a run goes on
 * @param lastGood when it was last read completely
 * @param failures runs in a row that did not end well
 * @param next when it is harvested next; absent: by hand only
 * @param dataAsOf the time of which the source says its data are
 * @param copy the raw documents of its last good run
 */
public record SourceStatus(
    String source,
    Optional<RunEntry> last,
    JsonNode report,
    boolean isRunning,
    Optional<Instant> lastGood,
    int failures,
    Optional<Instant> next,
    Optional<Instant> dataAsOf,
    Optional<RawCopy> copy) {

  /** With so many failed runs in a row a source is failing. */
  public static final int FAILING_AFTER = 3;

  /** In one word. */
  public enum Health {
    /** Never harvested. */
    NEVER,
    /** Read completely the last time. */
    WELL,
    /** Not read completely the last time, or the time before. */
    TROUBLED,
    /** Three times in a row or more. */
    FAILING
  }

  /** Its health. */
  public Health health() {
    if (failures >= FAILING_AFTER) {
      return Health.FAILING;
    }
    if (failures > 0) {
      return Health.TROUBLED;
    }
    return last.isEmpty() ? Health.NEVER : Health.WELL;
  }
}
