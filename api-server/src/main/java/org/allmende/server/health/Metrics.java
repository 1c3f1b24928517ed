package org.allmende.server.health;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.allmende.catalog.ledger.Following;
import org.allmende.catalog.ledger.Ledger;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.catalog.ledger.LedgerSnapshot.Scope;
import org.allmende.harvest.schedule.SourceStatus;
import org.allmende.server.http.RequestObserver;

/**
 * Counts what happens, in the text format of Prometheus. A dozen figures need no library; they name
 * routes and never clients. Any number of threads may count.
 */
public final class Metrics implements RequestObserver {
  /** Upper ends of the latency buckets in milliseconds. */
  private static final long[] BUCKETS = {1, 5, 10, 50, 100, 500, 1_000, 5_000, 30_000};

  private static final int RUNS_COUNTED = 1_000;

  private final Map<Answer, LongAdder> answers = new ConcurrentHashMap<>();
  private final Map<String, Latency> latencies = new ConcurrentHashMap<>();

  /** What is counted together. */
  private record Answer(String method, String route, int status) {
    String labels() {
      return Metrics.labels("method", method, "route", route, "status", Integer.toString(status));
    }
  }

  /** How long the answers of one route took. */
  private static final class Latency {
    private final LongAdder[] buckets = new LongAdder[BUCKETS.length];
    private final LongAdder count = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    Latency() {
      for (var i = 0; i < buckets.length; i++) {
        buckets[i] = new LongAdder();
      }
    }

    void add(Duration duration) {
      count.increment();
      nanos.add(duration.toNanos());
      for (var i = 0; i < BUCKETS.length; i++) {
        if (duration.toNanos() <= BUCKETS[i] * 1_000_000) {
          buckets[i].increment();
        }
      }
    }
  }

  @Override
  public void answered(String method, String route, int status, Duration duration) {
    counter(new Answer(method, route, status)).increment();
    latency(route).add(duration);
  }

  // Most have been seen before, and to look costs less than to compute when absent.
  private LongAdder counter(Answer answer) {
    var known = answers.get(answer);
    return known != null ? known : answers.computeIfAbsent(answer, a -> new LongAdder());
  }

  private Latency latency(String route) {
    var known = latencies.get(route);
    return known != null ? known : latencies.computeIfAbsent(route, r -> new Latency());
  }

  /** All figures as they are now. */
  String text(Ledger ledger, List<Following<?>> followers, List<SourceStatus> sources) {
    var out = new StringBuilder();
    requests(out);
    durations(out);
    ledger.read(
        snapshot -> {
          catalog(out, snapshot, followers);
          return true;
        });
    SourceFigures.write(out, sources);
    head(out, "process_uptime_seconds", "gauge", "Seconds since the process began.");
    var uptime = ManagementFactory.getRuntimeMXBean().getUptime();
    line(out, "process_uptime_seconds", "", uptime / 1_000.0);
    return out.toString();
  }

  private void requests(StringBuilder out) {
    head(out, "allmende_http_requests_total", "counter", "Answers by method, route and status.");
    var sorted = new TreeMap<String, LongAdder>();
    answers.forEach((answer, count) -> sorted.put(answer.labels(), count));
    sorted.forEach(
        (labels, count) -> line(out, "allmende_http_requests_total", labels, count.sum()));
  }

  private void durations(StringBuilder out) {
    var name = "allmende_http_request_duration_seconds";
    head(out, name, "histogram", "Time until the answer was written, by route.");
    new TreeMap<>(latencies)
        .forEach((route, latency) -> duration(out, name, labels("route", route), latency));
  }

  private static void duration(StringBuilder out, String name, String labels, Latency latency) {
    for (var i = 0; i < BUCKETS.length; i++) {
      var le = "le=\"" + BUCKETS[i] / 1_000.0 + "\"";
      line(out, name + "_bucket", labels + "," + le, latency.buckets[i].sum());
    }
    line(out, name + "_bucket", labels + ",le=\"+Inf\"", latency.count.sum());
    line(out, name + "_sum", labels, latency.nanos.sum() / 1e9);
    line(out, name + "_count", labels, latency.count.sum());
  }

  private static void catalog(
      StringBuilder out, LedgerSnapshot snapshot, List<Following<?>> followers) {
    var sequence = snapshot.lastSequence();
    head(out, "allmende_ledger_sequence", "gauge", "Sequence number of the last revision.");
    line(out, "allmende_ledger_sequence", "", sequence);
    head(out, "allmende_follower_position", "gauge", "Sequence number that a follower reached.");
    followers.forEach(
        f -> line(out, "allmende_follower_position", labels("follower", f.name()), f.position()));
    head(out, "allmende_follower_lag", "gauge", "Revisions that a follower has yet to apply.");
    followers.forEach(
        f -> {
          var lag = Math.max(0, sequence - f.position());
          line(out, "allmende_follower_lag", labels("follower", f.name()), lag);
        });
    head(out, "allmende_datasets", "gauge", "Datasets that are not withdrawn, by scope.");
    for (var scope : Scope.values()) {
      var label = labels("scope", scope.name().toLowerCase(Locale.ROOT));
      line(out, "allmende_datasets", label, snapshot.count(scope, Optional.empty()));
    }
    runs(out, snapshot);
  }

  private static void runs(StringBuilder out, LedgerSnapshot snapshot) {
    var counts = new TreeMap<String, LongAdder>();
    for (var run : snapshot.runs("", RUNS_COUNTED)) {
      var label = labels("source", run.source(), "outcome", run.outcome());
      counts.computeIfAbsent(label, l -> new LongAdder()).increment();
    }
    head(out, "allmende_harvest_runs", "gauge", "The last 1000 runs by source and outcome.");
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> line(out, "allmende_harvest_runs", e.getKey(), e.getValue().sum()));
  }

  static void head(StringBuilder out, String name, String type, String help) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  static void line(StringBuilder out, String name, String labels, Number value) {
    out.append(name);
    if (!labels.isEmpty()) {
      out.append('{').append(labels).append('}');
    }
    out.append(' ').append(value).append('\n');
  }

  static String labels(String... namesAndValues) {
    var labels = new StringBuilder();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      var value = namesAndValues[i + 1].replace("\\", "\\\\").replace("\"", "\\\"");
      labels.append(i == 0 ? "" : ",").append(namesAndValues[i]).append("=\"").append(value);
      labels.append('"');
    }
    return labels.toString();
  }
}
