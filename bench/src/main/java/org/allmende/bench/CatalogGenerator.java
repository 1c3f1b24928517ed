package org.allmende.bench;

import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.CatalogRecord;

/**
 * Makes a plausible DCAT-AP.de catalog of any size: German titles, 800 towns of which few publish
 * much, keywords by Zipf's law, three distributions a dataset, about 60 triples. Every dataset is
 * valid and stands on harvest pages.
 *
 * <p>Equal seeds give equal catalogs, on every machine; dataset n is the same whatever the size.
 * Any number of threads may share one.
 */
public final class CatalogGenerator {

  /** Id of the harvest source that all datasets seem to come from. */
  static final String SOURCE = "bench";

  private static final Instant HARVESTED = Instant.parse("2026-11-01T03:00:00Z");

  private final Sketcher sketcher;

  public CatalogGenerator(long seed) {
    this.sketcher = new Sketcher(seed);
  }

  /** The first datasets of the catalog, made one by one as they are asked for. */
  public Stream<Submission> submissions(int count) {
    return IntStream.range(0, count).mapToObj(number -> submission(number, 0));
  }

  /**
   * One dataset, ready to be published.
   *
   * @param number which one, 0 or more
   * @param revision 0 for its first state; later ones differ in text and date
   */
  public Submission submission(int number, int revision) {
    var description = SketchGraph.of(sketcher.sketch(number, revision));
    var key = description.uri().value();
    return Submission.of(description, CatalogRecord.harvested(SOURCE, key, HARVESTED));
  }

  /** The CKAN id that a dataset gets. */
  public String id(int number) {
    return sketcher.id(number);
  }

  /** What was made up about a dataset, for questions that find it. */
  Sketch sketch(int number) {
    return sketcher.sketch(number, 0);
  }
}
