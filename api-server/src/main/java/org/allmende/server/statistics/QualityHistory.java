package org.allmende.server.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.ledger.LedgerSnapshot.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How well the catalog was described, day by day since this was first recorded: one line a day in
 * {@code statistics/quality.tsv}, the last look of each day. A day on which nobody looked has none.
 */
public final class QualityHistory implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(QualityHistory.class);
  private static final Duration FIRST_LOOK = Duration.ofMinutes(1);
  private static final Duration LOOK = Duration.ofMinutes(30);

  private final Catalog catalog;
  private final ZoneId zone;
  private final TabFile file;
  private final NavigableMap<LocalDate, Line> lines = new ConcurrentSkipListMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  private QualityHistory(Catalog catalog, ZoneId zone, TabFile file) {
    this.catalog = catalog;
    this.zone = zone;
    this.file = file;
  }

  /**
   * A day.
   *
   * @param datasets how many were judged
   * @param points reached by all of them on average
   * @param judged out of how many
   * @param conforming how many stand on harvest pages
   */
  public record Line(LocalDate day, long datasets, long points, long judged, long conforming) {

    private static Line of(String... parts) {
      return new Line(
          LocalDate.parse(parts[0]),
          Long.parseLong(parts[1]),
          Long.parseLong(parts[2]),
          Long.parseLong(parts[3]),
          Long.parseLong(parts[4]));
    }
  }

  /**
   * Begins to look after a minute, then every half hour; what was recorded before is there at once.
   */
  public static QualityHistory follow(Path dataDirectory, Catalog catalog) {
    try {
      var folder = Files.createDirectories(dataDirectory.resolve("statistics"));
      var zone = ZoneId.of(catalog.settings().timeZone());
      var history =
          new QualityHistory(catalog, zone, new TabFile(folder.resolve("quality.tsv"), 5));
      history.file.read(parts -> history.put(Line.of(parts)));
      Thread.ofPlatform().name("quality").daemon().start(history::keepLooking);
      return history;
    } catch (IOException e) {
      throw new UncheckedIOException("the history of quality cannot be read", e);
    }
  }

  private void put(Line line) {
    lines.put(line.day(), line);
  }

  private void keepLooking() {
    try {
      var pause = FIRST_LOOK;
      while (!closing.await(pause.toMinutes(), TimeUnit.MINUTES)) {
        look();
        pause = LOOK;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Records how it is now, in place of what was recorded earlier today. */
  public synchronized void look() {
    try {
      var now = now();
      if (now.isPresent() && !now.get().equals(lines.get(now.get().day()))) {
        put(now.get());
        file.replace(out -> lines.values().forEach(line -> write(line, out)));
      }
    } catch (IOException | RuntimeException e) {
      LOG.error("today's quality cannot be recorded: {}", e.toString(), e);
    }
  }

  private static void write(Line line, TabFile.Line out) {
    out.take(
        line.day().toString(),
        Long.toString(line.datasets()),
        Long.toString(line.points()),
        Long.toString(line.judged()),
        Long.toString(line.conforming()));
  }

  /** How it is now; empty for a catalog without datasets. */
  public Optional<Line> now() {
    var quality = catalog.quality();
    if (quality.datasets() == 0) {
      return Optional.empty();
    }
    var conforming =
        catalog.ledger().<Long>read(s -> s.count(Scope.HARVEST_PAGES, Optional.empty()));
    return Optional.of(
        new Line(
            LocalDate.ofInstant(catalog.clock().instant(), zone),
            quality.datasets(),
            Math.round(quality.assessment().points()),
            quality.assessment().judged(),
            conforming));
  }

  /** All days, the first first. */
  public List<Line> lines() {
    return List.copyOf(lines.values());
  }

  /** Looks no more. */
  @Override
  public void close() {
    closing.countDown();
  }
}
