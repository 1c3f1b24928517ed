package org.allmende.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.allmende.catalog.Submission;
import org.allmende.catalog.ledger.Follower;
import org.allmende.catalog.ledger.Following;

/** How fast the followers build up from nothing, and how near they stay while we publish. */
final class FollowMeasure {

  private static final Duration PATIENCE = Duration.ofHours(3);
  private static final Duration STEP = Duration.ofMillis(100);
  private static final Duration LOOK = Duration.ofMillis(2);
  private static final Duration TARGET = Duration.ofSeconds(2);
  private static final Duration FOUND = Duration.ofSeconds(1);

  private final BenchCatalog catalog;
  private final CatalogGenerator generator;
  private final Duration rdfPause;
  private final PrintStream progress;

  FollowMeasure(
      BenchCatalog catalog, CatalogGenerator generator, Duration rdfPause, PrintStream progress) {
    this.catalog = catalog;
    this.generator = generator;
    this.rdfPause = rdfPause;
    this.progress = progress;
  }

  /** Builds both followers from nothing, beside each other as the server does it. */
  void buildUp(ResultTable results) throws InterruptedException {
    var read = RawJena.parsedPerSecond(catalog.catalog(), 4_000);
    var ceiling = "raw Jena Turtle parser, one thread: " + ResultTable.rate(read, "datasets");
    try (var search = catalog.followWithSearch();
        var rdf = catalog.followWithRdf(rdfPause)) {
      var searchTime = timed(search);
      var rdfTime = timed(rdf);
      report("Lucene follower from nothing", searchTime.join(), ceiling, read, results);
      report("TDB2 follower from nothing, beside it", rdfTime.join(), ceiling, read, results);
    }
  }

  /** How long it takes from now to the last sequence number, on a thread of its own. */
  private CompletableFuture<Duration> timed(Following<?> follower) {
    var missing = Math.min(catalog.lastSequence() - follower.position(), catalog.size());
    progress.println(follower.name() + ": " + missing + " to apply");
    var begun = System.nanoTime();
    return CompletableFuture.supplyAsync(
        () -> {
          require(follower);
          return missing == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - begun);
        },
        run -> Thread.ofPlatform().name("time-" + follower.name()).daemon().start(run));
  }

  private void report(
      String name, Duration time, String ceiling, double perSecond, ResultTable results) {
    if (time.isZero()) {
      results.add(name, "is there already; delete its folder to measure it");
      return;
    }
    var rate = catalog.size() / (time.toNanos() / 1e9);
    results.addRatio(
        name,
        ResultTable.rate(rate, "datasets") + " (" + ResultTable.seconds(time) + ")",
        ceiling,
        rate / perSecond);
  }

  /** Publishes changed datasets at an even rate and notes how far the followers fall behind. */
  void steady(int perSecond, Duration time, ResultTable results) throws InterruptedException {
    try (var search = catalog.followWithSearch();
        var rdf = catalog.followWithRdf(rdfPause)) {
      require(search);
      require(rdf);
      var searchLag = new Lag(search, progress);
      var rdfLag = new Lag(rdf, progress);
      var late = publishSteadily(perSecond, time, List.of(searchLag, rdfLag));
      report("search", perSecond, searchLag.end(), results);
      report("RDF store, pause " + rdfPause, perSecond, rdfLag.end(), results);
      results.add(
          "rebuilt meanwhile: search, RDF store", search.rebuilds() + ", " + rdf.rebuilds());
      results.add("publisher behind its own schedule at most", ResultTable.millis(late));
    }
  }

  /** Publishes changed datasets at an even rate and notes how soon the index finds them. */
  void steadySearch(int perSecond, Duration time, ResultTable results) throws InterruptedException {
    try (var search = catalog.followWithSearch()) {
      require(search);
      var lag = new Lag(search, progress);
      publishSteadily(perSecond, time, List.of(lag));
      var lags = lag.end();
      results.add(
          "a change is found, at " + perSecond + " a second: median, largest",
          ResultTable.seconds(lags.median()) + ", " + ResultTable.seconds(lags.largest()),
          "largest 1 s",
          lags.largest().compareTo(FOUND) <= 0);
    }
  }

  private void require(Following<?> follower) {
    try {
      if (!follower.await(catalog.lastSequence(), PATIENCE)) {
        throw new IllegalStateException(follower.name() + " did not arrive within " + PATIENCE);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while " + follower.name() + " follows", e);
    }
  }

  private static void report(String name, int perSecond, Lags lags, ResultTable results) {
    results.add(
        "lag of " + name + " at " + perSecond + " datasets/s: median, largest",
        ResultTable.seconds(lags.median()) + ", " + ResultTable.seconds(lags.largest()),
        "largest 2 s",
        lags.largest().compareTo(TARGET) <= 0);
  }

  /** Answers by how much it was itself late at most. */
  private Duration publishSteadily(int perSecond, Duration time, List<Lag> lags) {
    var random = new SplittableRandom(42);
    var count = catalog.size();
    var step = (int) (perSecond * STEP.toMillis() / 1_000);
    var begun = System.nanoTime();
    var late = 0L;
    for (var due = begun; due < begun + time.toNanos(); due += STEP.toNanos()) {
      var revision = 1 + random.nextInt(1_000_000);
      var changed = new ArrayList<Submission>(step);
      for (var i = 0; i < step; i++) {
        changed.add(generator.submission(random.nextInt(count), revision));
      }
      LockSupport.parkNanos(due - System.nanoTime());
      late = Math.max(late, System.nanoTime() - due);
      catalog.catalog().publish(changed, Optional.of("bench"));
      var committed = System.nanoTime();
      var sequence = catalog.lastSequence();
      lags.forEach(lag -> lag.expect(sequence, committed));
    }
    return Duration.ofNanos(late);
  }

  private record Lags(Duration median, Duration largest) {}

  /** Watches one follower: how long after a commit it has applied it. */
  private static final class Lag {
    private record Expected(long sequence, long committed) {}

    private final Following<? extends Follower> follower;
    private final java.util.concurrent.BlockingQueue<Expected> expected =
        new java.util.concurrent.LinkedBlockingQueue<>();
    private final List<Long> nanos = new ArrayList<>();
    private final PrintStream progress;
    private final Thread thread;

    Lag(Following<? extends Follower> follower, PrintStream progress) {
      this.follower = follower;
      this.progress = progress;
      this.thread = Thread.ofPlatform().name("lag-" + follower.name()).daemon().start(this::watch);
    }

    void expect(long sequence, long committed) {
      expected.add(new Expected(sequence, committed));
    }

    private void watch() {
      try {
        for (var next = expected.take(); next.sequence() > 0; next = expected.take()) {
          while (follower.position() < next.sequence()) {
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
          }
          note(Duration.ofNanos(Math.max(0, System.nanoTime() - next.committed())));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void note(Duration lag) {
      nanos.add(lag.toNanos());
      if (lag.compareTo(TARGET) > 0) {
        var number = nanos.size();
        progress.println(follower.name() + ": " + lag.toMillis() + " ms at commit " + number);
      }
    }

    Lags end() throws InterruptedException {
      expected.add(new Expected(0, 0));
      thread.join();
      Collections.sort(nanos);
      return nanos.isEmpty()
          ? new Lags(Duration.ZERO, Duration.ZERO)
          : new Lags(
              Duration.ofNanos(nanos.get(nanos.size() / 2)), Duration.ofNanos(nanos.getLast()));
    }
  }
}
