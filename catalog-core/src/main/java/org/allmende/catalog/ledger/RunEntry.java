package org.allmende.catalog.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * One harvest run in the history.
 *
 * @param id its id
 * @param source the source's id
 * @param started when it began
 * @param finished when it ended; empty while it runs, or when the process died
 * @param outcome {@code running}, {@code complete}, {@code failed} or {@code stopped}
 * @param report the report as JSON; {@code {}} while it runs
 */
public record RunEntry(
    String id,
    String source,
    Instant started,
    Optional<Instant> finished,
    String outcome,
    String report) {}
