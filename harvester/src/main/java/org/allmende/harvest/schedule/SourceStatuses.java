package org.allmende.harvest.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.ledger.RunEntry;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.copy.RawCopies;

/**
 * Tells how sources are doing, from the history of their runs.
 *
 * @param catalog has the history
 * @param copies the raw documents of their last good runs
 */
public record SourceStatuses(Catalog catalog, RawCopies copies) {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LOOKED_AT = 50;

  /** A run that began so long ago and never ended died with its process. */
  private static final Duration LONGEST_RUN = Duration.ofHours(6);

  /** All of these sources, in their order. */
  public List<SourceStatus> of(List<HarvestSource> sources) {
    return sources.stream().map(this::of).toList();
  }

  /** One source. */
  public SourceStatus of(HarvestSource source) {
    var runs = new RunHistory(catalog.ledger()).of(source.id(), LOOKED_AT);
    var now = catalog.clock().instant();
    var isRunning = runs.stream().findFirst().filter(run -> mayRun(run, now)).isPresent();
    var ended = runs.stream().filter(run -> run.finished().isPresent()).toList();
    var last = ended.stream().findFirst();
    var report = last.map(SourceStatuses::report).orElseGet(MAPPER::createObjectNode);
    return new SourceStatus(
        source.id(),
        last,
        report,
        isRunning,
        ended.stream().filter(SourceStatuses::isGood).findFirst().flatMap(RunEntry::finished),
        (int) ended.stream().takeWhile(run -> !isGood(run)).count(),
        new Timetable(catalog).next(source),
        ended.stream().map(SourceStatuses::report).flatMap(r -> asOf(r).stream()).findFirst(),
        copies.find(source.id()));
  }

  private static boolean mayRun(RunEntry run, Instant now) {
    return run.outcome().equals("running") && run.started().isAfter(now.minus(LONGEST_RUN));
  }

  private static boolean isGood(RunEntry run) {
    return run.outcome().equals("complete");
  }

  private static JsonNode report(RunEntry run) {
    try {
      return MAPPER.readTree(run.report());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the report of run " + run.id() + " is no JSON", e);
    }
  }

  private static Optional<Instant> asOf(JsonNode report) {
    Optional<Instant> latest = Optional.empty();
    for (var table : report.path("tables")) {
      var date = table.path("state_date").asText("");
      if (!date.isEmpty()) {
        var time = Instant.parse(date);
        latest = Optional.of(latest.filter(other -> other.isAfter(time)).orElse(time));
      }
    }
    return latest;
  }
}
