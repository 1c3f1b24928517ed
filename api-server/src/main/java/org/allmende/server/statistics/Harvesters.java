package org.allmende.server.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.allmende.catalog.HarvestPage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When programs of portals last read the whole catalog: from its first harvest page to its last,
 * with every dataset. Programs are told by the name that they give themselves, and of those we know
 * alone; nothing about any other is kept, and no address of anybody.
 *
 * <p>Kept in {@code statistics/harvesters.tsv}. Any number of threads may note and read.
 */
public final class Harvesters {
  private static final Logger LOG = LoggerFactory.getLogger(Harvesters.class);

  /** A walk that pauses for longer has ended. */
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  /** Programs that read catalogs of this kind, by what they call themselves. */
  private enum Known {
    GOVDATA("GovData", "govdata"),
    PIVEAU("piveau (data.europa.eu)", "piveau"),
    CKAN("CKAN", "ckan"),
    ALLMENDE("Allmende", "allmende"),
    REQUESTS("CKAN (python-requests)", "python-requests");

    private final String title;
    private final Pattern name;

    Known(String title, String name) {
      this.title = title;
      this.name = Pattern.compile(name, Pattern.CASE_INSENSITIVE);
    }
  }

  /**
   * The last time that a program read everything.
   *
   * @param name what people call the program
   * @param finished when it had read the last page
   * @param datasets how many it read
   */
  public record Reading(String name, Instant finished, long datasets) {}

  private final TabFile file;
  private final Clock clock;
  private final Map<String, Reading> readings = new ConcurrentHashMap<>();

  /** How many datasets a program has read so far. */
  private final Cache<String, Long> walks =
      Caffeine.newBuilder().maximumSize(100).expireAfterWrite(LONGEST_PAUSE).build();

  private Harvesters(TabFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  static Harvesters open(Path folder, Clock clock) throws IOException {
    Files.createDirectories(folder);
    var harvesters = new Harvesters(new TabFile(folder.resolve("harvesters.tsv"), 3), clock);
    harvesters.file.read(
        parts ->
            harvesters.readings.put(
                parts[0],
                new Reading(parts[0], Instant.parse(parts[1]), Long.parseLong(parts[2]))));
    return harvesters;
  }

  /**
   * Takes note of a harvest page that was answered.
   *
   * @param program what it calls itself
   * @param isFirst whether the page is the first of the whole catalog
   */
  public void note(@Nullable String program, boolean isFirst, HarvestPage page) {
    known(program).ifPresent(name -> walk(name, isFirst, page));
  }

  private static Optional<String> known(@Nullable String program) {
    if (program == null) {
      return Optional.empty();
    }
    for (var known : Known.values()) {
      if (known.name.matcher(program).find()) {
        return Optional.of(known.title);
      }
    }
    return Optional.empty();
  }

  private synchronized void walk(String name, boolean isFirst, HarvestPage page) {
    var before = isFirst ? Optional.of(0L) : Optional.ofNullable(walks.getIfPresent(name));
    if (before.isEmpty()) {
      return; // it did not begin at the beginning
    }
    var read = before.get() + page.items().size();
    if (page.hasNext()) {
      walks.put(name, read);
      return;
    }
    walks.invalidate(name);
    if (read >= page.total()) {
      readings.put(name, new Reading(name, clock.instant(), page.total()));
      keep();
    }
  }

  private void keep() {
    try {
      file.replace(
          out ->
              all()
                  .forEach(
                      reading ->
                          out.take(
                              reading.name(),
                              reading.finished().toString(),
                              Long.toString(reading.datasets()))));
    } catch (IOException | UncheckedIOException e) {
      // The page was answered; what was counted is shown until the process ends.
      LOG.error("the readings of harvesters cannot be kept: {}", e.toString(), e);
    }
  }

  /** The last complete reading of each program, the newest first. */
  public List<Reading> all() {
    return readings.values().stream()
        .sorted(Comparator.comparing(Reading::finished).reversed())
        .toList();
  }
}
