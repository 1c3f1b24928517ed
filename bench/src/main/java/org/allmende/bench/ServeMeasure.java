package org.allmende.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The server as its users meet it: a real process, asked over HTTP. Rounds of the bare answer and
 * of the product's alternate, so that whatever else the machine does hits both; medians count.
 */
final class ServeMeasure {

  private static final Duration FIRST_START = Duration.ofHours(1);
  private static final Duration NEXT_START = Duration.ofMinutes(5);
  private static final Duration READY_TARGET = Duration.ofSeconds(4);
  private static final Limit SEARCH_LIMIT = new Limit(0.99, Duration.ofMillis(25));
  private static final Limit SEARCH_PAGE_LIMIT = new Limit(0.95, Duration.ofMillis(60));
  private static final Limit DATASET_PAGE_LIMIT = new Limit(0.95, Duration.ofMillis(25));
  private static final double SEARCH_TARGET = 0.25;
  private static final double SEARCH_PAGE_TARGET = 0.15;
  private static final double DATASET_TARGET = 0.3;
  private static final double SHOW_TARGET = 0.4;
  private static final double WALK_TARGET = 0.5;
  private static final int STARTS = 3;

  /** What can be measured alone. */
  enum Part {
    /** Starting. */
    STARTS,
    /** Searches none of which comes twice. */
    SEARCH,
    /** Searches as people repeat them. */
    REPEATED,
    /** The Turtle of datasets. */
    DATASET,
    /** The same as gzip. */
    PACKED,
    /** The JSON of datasets. */
    SHOW,
    /** The pages of searches and of datasets. */
    PAGES,
    /** CKAN's long answers, and writes that are found at once. */
    CKAN,
    /** Harvesting the whole catalog. */
    WALK
  }

  /**
   * How to load the server.
   *
   * @param application folder of the application
   * @param data data directory that {@code generate} filled
   * @param jvmOptions of both servers
   * @param parts what to measure
   */
  record Plan(
      Path application,
      Path data,
      String jvmOptions,
      int connections,
      int rounds,
      Duration warmUp,
      Duration round,
      Set<Part> parts) {}

  /**
   * A kind of request with what is asked of it; the target for the ratio is 0 when there is none.
   */
  private record Case(Part part, Workload workload, double target, Optional<Limit> limit) {}

  /** How long most answers may take: the 99 % of {@code 0.99}, say. */
  private record Limit(double share, Duration most) {
    String text() {
      return "p" + Math.round(100 * share) + " " + most.toMillis() + " ms";
    }
  }

  private final Plan plan;
  private final BenchFacts facts;
  private final PrintStream progress;
  private final Path log;

  /** What must be known of the catalog before the server opens it. */
  record BenchFacts(
      int port,
      int size,
      int onPages,
      List<Workloads.Question> questions,
      List<String> names,
      CatalogGenerator generator,
      String token) {}

  ServeMeasure(Plan plan, BenchFacts facts, PrintStream progress) {
    this.plan = plan;
    this.facts = facts;
    this.progress = progress;
    this.log = plan.data().resolve("bench-server.log");
  }

  /** Starts, loads, walks, stops; reports all of it. */
  void run(RawMeasure raw, ResultTable results) throws IOException, InterruptedException {
    if (plan.parts().contains(Part.STARTS)) {
      measureStarts(results);
    }
    try (var product = start();
        var bare = ServerProcess.startBare(facts.port() + 1, plan.jvmOptions(), log)) {
      product.awaitReady(NEXT_START);
      bare.awaitReady(NEXT_START);
      var idleHeap = product.liveHeap();
      for (var asked : cases()) {
        measure(asked, product, bare, raw, results);
      }
      if (plan.parts().contains(Part.CKAN)) {
        new CkanMeasure(product.address(), facts.generator(), facts.size(), facts.token())
            .run(results);
      }
      if (plan.parts().contains(Part.WALK)) {
        walk(product, "rdf", raw.rdfXmlPerSecond(), results);
        walk(product, "ttl", raw.turtlePerSecond(), results);
      }
      idleHeap.ifPresent(heap -> results.add("live heap after the start", Machine.size(heap)));
      product
          .liveHeap()
          .ifPresent(heap -> results.add("live heap after the load", Machine.size(heap)));
      product
          .peakResident()
          .ifPresent(
              bytes ->
                  results.add(
                      "peak resident memory with " + plan.jvmOptions(), Machine.size(bytes)));
    }
  }

  private ServerProcess start() throws IOException {
    return ServerProcess.startProduct(
        plan.application(), plan.data(), facts.port(), plan.jvmOptions(), log);
  }

  private void measureStarts(ResultTable results) throws IOException, InterruptedException {
    results.add(
        "first start to ready (followers as they were)", ResultTable.seconds(ready(FIRST_START)));
    var times = new ArrayList<Duration>();
    for (var i = 0; i < STARTS; i++) {
      times.add(ready(NEXT_START));
    }
    times.sort(null);
    var median = times.get(STARTS / 2);
    results.add(
        "start to ready, " + facts.size() + " datasets, median of " + STARTS,
        ResultTable.seconds(median),
        "4 s",
        median.compareTo(READY_TARGET) <= 0);
  }

  private Duration ready(Duration timeout) throws IOException, InterruptedException {
    try (var server = start()) {
      var time = server.awaitReady(timeout);
      progress.println("ready after " + ResultTable.seconds(time));
      return time;
    }
  }

  private List<Case> cases() {
    var searches = Workloads.requests(facts.questions());
    var pages = Workloads.pageRequests(facts.questions());
    var none = Optional.<Limit>empty();
    return Stream.of(
            new Case(
                Part.SEARCH,
                Workloads.distinct("search", searches),
                SEARCH_TARGET,
                Optional.of(SEARCH_LIMIT)),
            new Case(Part.REPEATED, Workloads.repeated("search", searches), 0, none),
            new Case(
                Part.PAGES,
                Workloads.distinct("search page", pages),
                SEARCH_PAGE_TARGET,
                Optional.of(SEARCH_PAGE_LIMIT)),
            new Case(
                Part.PAGES,
                Workloads.repeated("search page", pages),
                SEARCH_PAGE_TARGET,
                Optional.of(SEARCH_PAGE_LIMIT)),
            new Case(
                Part.PAGES,
                Workloads.datasetPages(facts.names()),
                DATASET_TARGET,
                Optional.of(DATASET_PAGE_LIMIT)),
            new Case(Part.DATASET, datasets(false), DATASET_TARGET, none),
            new Case(Part.PACKED, datasets(true), 0, none),
            new Case(
                Part.SHOW, Workloads.packages(facts.generator(), facts.size()), SHOW_TARGET, none))
        .filter(asked -> plan.parts().contains(asked.part()))
        .toList();
  }

  private Workload datasets(boolean gzip) {
    return Workloads.datasets(facts.generator(), facts.size(), gzip);
  }

  private void measure(
      Case asked, ServerProcess product, ServerProcess bare, RawMeasure raw, ResultTable results)
      throws InterruptedException {
    var bareRunner = new LoadRunner(bare.address(), plan.connections());
    var productRunner = new LoadRunner(product.address(), plan.connections());
    bareRunner.run(Workloads.bare(), plan.warmUp(), Duration.ofMillis(100));
    productRunner.run(asked.workload(), plan.warmUp(), Duration.ofMillis(100));
    var bares = new ArrayList<LoadResult>();
    var products = new ArrayList<LoadResult>();
    var cpu = product.cpu();
    for (var i = 0; i < plan.rounds(); i++) {
      bares.add(bareRunner.run(Workloads.bare(), Duration.ofMillis(300), plan.round()));
      products.add(productRunner.run(asked.workload(), Duration.ofMillis(300), plan.round()));
      progress.printf(
          Locale.ROOT,
          "%s, round %d: %.0f/s, bare %.0f/s%n",
          asked.workload().name(),
          i + 1,
          products.getLast().perSecond(),
          bares.getLast().perSecond());
    }
    report(asked, new Rounds(products), new Rounds(bares), results);
    reportCpu(asked.workload().name(), product.cpu().minus(cpu), products, results);
    if (asked.part() == Part.SEARCH) {
      results.addRatio(
          asked.workload().name() + ", beside raw Lucene",
          ResultTable.rate(new Rounds(products).perSecond(), "requests"),
          "raw Lucene, all cores: " + ResultTable.rate(raw.searchesPerSecond(), "searches"),
          new Rounds(products).perSecond() / raw.searchesPerSecond());
    }
  }

  private void report(Case asked, Rounds product, Rounds bare, ResultTable results) {
    var name = asked.workload().name() + ", " + plan.connections() + " connections";
    var ratio = product.medianRatio(bare);
    var result = ResultTable.rate(product.perSecond(), "requests") + ", " + product.bytes();
    var ceiling = "bare 5 KB: " + ResultTable.rate(bare.perSecond(), "requests");
    if (asked.target() > 0) {
      results.addRatio(
          name, result, ceiling, ratio, "ratio " + asked.target(), ratio >= asked.target());
    } else {
      results.addRatio(name, result, ceiling, ratio);
    }
    var latency = name + ": p50, p95, p99, max";
    var told = product.latencies() + " (bare p99 " + ResultTable.millis(bare.p99()) + ")";
    asked
        .limit()
        .ifPresentOrElse(
            limit -> results.add(latency, told, limit.text(), product.isWithin(limit)),
            () -> results.add(latency, told));
    if (product.errors() > 0) {
      results.add(name + ": errors", String.valueOf(product.errors()), "none", false);
    }
  }

  private static void reportCpu(
      String name, Duration cpu, List<LoadResult> products, ResultTable results) {
    var requests = products.stream().mapToLong(LoadResult::requests).sum();
    if (requests > 0 && !cpu.isZero()) {
      results.add(
          name + ": time of the server's threads a request, at most",
          ResultTable.millis(cpu.dividedBy(requests)));
    }
  }

  /** A walk that fails is a result too; what was measured before shall not be lost with it. */
  private void walk(ServerProcess product, String suffix, double ceiling, ResultTable results) {
    var name = "one hydra walk of /catalog." + suffix;
    try {
      CatalogWalk.run(product.address(), suffix);
      var walk = CatalogWalk.run(product.address(), suffix);
      progress.printf(Locale.ROOT, "%s: %.1f pages/s%n", name, walk.pagesPerSecond());
      results.addRatio(
          name + ", second of two",
          described(walk),
          "raw Jena writer: " + ResultTable.rate(ceiling, "pages"),
          walk.pagesPerSecond() / ceiling,
          "ratio " + WALK_TARGET + ", every one of " + facts.onPages() + " datasets once",
          walk.datasets() == facts.onPages() && walk.pagesPerSecond() >= WALK_TARGET * ceiling);
    } catch (IOException e) {
      results.add(name, "failed: " + e.getMessage(), "complete", false);
    }
  }

  private static String described(CatalogWalk.Result walk) {
    return ResultTable.rate(walk.pagesPerSecond(), "pages")
        + " ("
        + walk.pages()
        + " pages, "
        + walk.datasets()
        + " datasets, "
        + Machine.size(walk.bytes())
        + ", "
        + ResultTable.seconds(walk.time())
        + ")";
  }

  /**
   * Finds the smallest heap with which the server starts, answers searches and is walked without an
   * error.
   */
  void heap(List<String> sizes, ResultTable results) throws InterruptedException {
    for (var size : sizes) {
      results.add("-Xmx" + size, withHeap(size));
    }
  }

  private String withHeap(String size) throws InterruptedException {
    progress.println("heap " + size);
    try (var server =
        ServerProcess.startProduct(
            plan.application(), plan.data(), facts.port(), "-Xmx" + size, log)) {
      var ready = server.awaitReady(NEXT_START);
      var load =
          new LoadRunner(server.address(), plan.connections())
              .run(
                  Workloads.distinct("search", Workloads.requests(facts.questions())),
                  plan.warmUp(),
                  plan.round());
      var walk = CatalogWalk.run(server.address(), "rdf");
      return String.format(
          Locale.ROOT,
          "ready after %s, %s, %d errors, walk %s, peak resident %s",
          ResultTable.seconds(ready),
          ResultTable.rate(load.perSecond(), "searches"),
          load.errors(),
          ResultTable.rate(walk.pagesPerSecond(), "pages"),
          server.peakResident().map(Machine::size).orElse("unknown"));
    } catch (IOException e) {
      return "failed: " + e.getMessage();
    }
  }

  /** Several rounds of one kind of request. */
  private record Rounds(List<LoadResult> rounds) {
    double perSecond() {
      return median(rounds.stream().map(LoadResult::perSecond).sorted().toList());
    }

    /** Each round is compared with its neighbor, then the median taken. */
    double medianRatio(Rounds ceiling) {
      var ratios = new ArrayList<Double>();
      for (var i = 0; i < rounds.size(); i++) {
        ratios.add(rounds.get(i).perSecond() / ceiling.rounds.get(i).perSecond());
      }
      ratios.sort(null);
      return median(ratios);
    }

    boolean isWithin(Limit limit) {
      return (limit.share() < 0.99 ? p95() : p99()).compareTo(limit.most()) <= 0;
    }

    Duration p95() {
      return median(rounds.stream().map(LoadResult::p95).sorted().toList());
    }

    Duration p99() {
      return median(rounds.stream().map(LoadResult::p99).sorted().toList());
    }

    long errors() {
      return rounds.stream().mapToLong(LoadResult::errors).sum();
    }

    String bytes() {
      return Machine.size(median(rounds.stream().map(LoadResult::meanBytes).sorted().toList()));
    }

    String latencies() {
      return ResultTable.millis(median(rounds.stream().map(LoadResult::p50).sorted().toList()))
          + ", "
          + ResultTable.millis(p95())
          + ", "
          + ResultTable.millis(p99())
          + ", "
          + ResultTable.millis(median(rounds.stream().map(LoadResult::max).sorted().toList()));
    }

    private static <T> T median(List<T> sorted) {
      return sorted.get(sorted.size() / 2);
    }
  }
}
