package org.allmende.server.health;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.allmende.harvest.schedule.SourceStatus;

/** How the sources are doing, as figures. */
final class SourceFigures {

  private SourceFigures() {}

  static void write(StringBuilder out, List<SourceStatus> sources) {
    all(
        out,
        sources,
        "allmende_source_failing",
        "1 for a source that failed three times in a row or more.",
        status -> status.health() == SourceStatus.Health.FAILING ? 1 : 0);
    all(
        out,
        sources,
        "allmende_source_failed_runs",
        "Runs in a row that did not end well.",
        SourceStatus::failures);
    present(
        out,
        sources,
        "allmende_source_last_complete_timestamp_seconds",
        "When a source was last read completely.",
        status -> status.lastGood().map(time -> (double) time.getEpochSecond()));
    present(
        out,
        sources,
        "allmende_source_data_timestamp_seconds",
        "The time of which a source says its data are.",
        status -> status.dataAsOf().map(time -> (double) time.getEpochSecond()));
  }

  private static void all(
      StringBuilder out,
      List<SourceStatus> sources,
      String name,
      String help,
      ToDoubleFunction<SourceStatus> figure) {
    present(out, sources, name, help, status -> Optional.of(figure.applyAsDouble(status)));
  }

  private static void present(
      StringBuilder out,
      List<SourceStatus> sources,
      String name,
      String help,
      Function<SourceStatus, Optional<Double>> figure) {
    Metrics.head(out, name, "gauge", help);
    for (var status : sources) {
      figure
          .apply(status)
          .ifPresent(
              value -> Metrics.line(out, name, Metrics.labels("source", status.source()), value));
    }
  }
}
