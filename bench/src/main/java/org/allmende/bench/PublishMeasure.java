package org.allmende.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.Publication;
import org.allmende.catalog.Submission;

/** How fast descriptions enter the ledger: compared, named, viewed, validated, durable. */
final class PublishMeasure {

  private static final double TARGET = 2_000;
  private static final int LAST_SHARE = 10;

  private final BenchCatalog catalog;
  private final CatalogGenerator generator;
  private final int batch;
  private final PrintStream progress;

  PublishMeasure(
      BenchCatalog catalog, CatalogGenerator generator, int batch, PrintStream progress) {
    this.catalog = catalog;
    this.generator = generator;
    this.batch = batch;
    this.progress = progress;
  }

  /** Publishes the first {@code count} datasets and reports; making them up is not timed. */
  void run(int count, ResultTable results) {
    var nanos = 0L;
    var lastNanos = 0L;
    var lastCount = 0;
    var published = 0;
    for (var from = 0; from < count; from += batch) {
      var submissions = submissions(from, Math.min(batch, count - from));
      var begun = System.nanoTime();
      published += publish(submissions);
      var taken = System.nanoTime() - begun;
      nanos += taken;
      if (from >= count - count / LAST_SHARE) {
        lastNanos += taken;
        lastCount += submissions.size();
      }
      progress.printf("\r%,d of %,d published", from + submissions.size(), count);
    }
    progress.println();
    var rate = count / (nanos / 1e9);
    var ceiling = RawJena.turtlePerSecond(submissions(0, Math.min(count, 4_000)));
    results.addRatio(
        "publish, batches of " + batch,
        ResultTable.rate(rate, "datasets"),
        "raw Jena Turtle writer, all cores: " + ResultTable.rate(ceiling, "datasets"),
        rate / ceiling,
        "2,000 datasets/s",
        rate >= TARGET);
    if (lastNanos > 0) {
      results.add(
          "publish, the last tenth", ResultTable.rate(lastCount / (lastNanos / 1e9), "datasets"));
    }
    results.add(
        "datasets published / in all / on harvest pages",
        published + " / " + catalog.size() + " / " + catalog.onPages());
  }

  private List<Submission> submissions(int from, int count) {
    var made = new ArrayList<Submission>(count);
    for (var number = from; number < from + count; number++) {
      made.add(generator.submission(number, 0));
    }
    return made;
  }

  private int publish(List<Submission> submissions) {
    var outcomes = catalog.catalog().publish(submissions, Optional.of("bench"));
    return (int) outcomes.stream().filter(Publication.Published.class::isInstance).count();
  }
}
