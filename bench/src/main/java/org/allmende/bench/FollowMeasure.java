package org.allmende.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
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

  /** Builds each follower alone from where it stands, which is nothing in a fresh directory. */
  void buildUp(ResultTable results) throws InterruptedException {
    var read = RawJena.parsedPerSecond(catalog.catalog(), 4_000);
    var ceiling = "raw Jena Turtle parser, one thread: " + ResultTable.rate(read, "datasets");
    try (var search = catalog.followWithSearch()) {
      report("Lucene follower from nothing", search, ceiling, read, results);
    }
    try (var rdf = catalog.followWithRdf(rdfPause)) {
      report("TDB2 follower from nothing, pause " + rdfPause, rdf, ceiling, read, results);
    }
  }

  private void report(
      String name, Following<?> follower, String ceiling, double perSecond, ResultTable results)
      throws InterruptedException {
    var missing = Math.min(catalog.lastSequence() - follower.position(), catalog.size());
    progress.println(name + ": " + missing + " to apply");
    if (missing == 0) {
      results.add(name, "is there already; delete its folder to measure it");
      return;
    }
    var begun = System.nanoTime();
    if (!follower.await(catalog.lastSequence(), PATIENCE)) {
      throw new IllegalStateException(name + " did not arrive within " + PATIENCE);
    }
    var nanos = System.nanoTime() - begun;
    var rate = missing / (nanos / 1e9);
    results.addRatio(
        name,
        ResultTable.rate(rate, "datasets")
            + " ("
            + ResultTable.seconds(Duration.ofNanos(nanos))
            + ")",
        ceiling,
        rate / perSecond);
  }

  /** Publishes changed datasets at an even rate and notes how far the followers fall behind. */
  void steady(int perSecond, Duration time, ResultTable results) throws InterruptedException {
    try (var search = catalog.followWithSearch();
        var rdf = catalog.followWithRdf(rdfPause)) {
      require(search);
      require(rdf);
      var searchLag = new Lag(search);
      var rdfLag = new Lag(rdf);
      var late = publishSteadily(perSecond, time, List.of(searchLag, rdfLag));
      report("search", perSecond, searchLag.end(), results);
      report("RDF store, pause " + rdfPause, perSecond, rdfLag.end(), results);
      results.add("publisher behind its own schedule at most", ResultTable.millis(late));
    }
  }

  private void require(Following<?> follower) throws InterruptedException {
    if (!follower.await(catalog.lastSequence(), PATIENCE)) {
      throw new IllegalStateException(follower.name() + " did not arrive within " + PATIENCE);
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
    private final Thread thread;

    Lag(Following<? extends Follower> follower) {
      this.follower = follower;
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
          nanos.add(Math.max(0, System.nanoTime() - next.committed()));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
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
