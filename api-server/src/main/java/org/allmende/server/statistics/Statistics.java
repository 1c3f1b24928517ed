package org.allmende.server.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.allmende.server.http.Route;
import org.allmende.server.http.RouteTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How often which address is asked for, by day ({@code web-ui.md} 15). Nothing else about a request
 * is kept: no address, no program's name, no order, no time of day. What says of itself that it is
 * a robot is not counted. Programs of portals alone are known by name, when they read the whole
 * catalog: {@link Harvesters}.
 *
 * <ul>
 *   <li>Counting costs a request about a microsecond; it touches memory alone.
 *   <li>A thread writes what changed every {@value #WRITTEN_EVERY_SECONDS} seconds and at the end,
 *       into {@code statistics/} below the data directory; a crash loses no more than that.
 *   <li>What leaves the house is rounded by {@link Count#published}.
 * </ul>
 *
 * Any number of threads may count and read. Close it to keep the last counts.
 */
public final class Statistics implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Statistics.class);
  private static final int WRITTEN_EVERY_SECONDS = 20;

  /** An address that is asked for by this route is a search. */
  private static final Set<String> SEARCHES = Set.of("/suche", "/en/search");

  /** Addresses of one kind that figures name. */
  private static final int MOST = 25;

  private final CounterFiles files;
  private final SearchWords words;
  private final Harvesters harvesters;
  private final Clock clock;
  private final ZoneId zone;
  private final Map<LocalDate, DayCounts> days = new ConcurrentHashMap<>();
  private final Cache<List<LocalDate>, Sums> added = Caffeine.newBuilder().maximumSize(3).build();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread writing =
      Thread.ofPlatform().name("statistics").daemon().unstarted(this::keepWriting);

  private Statistics(
      CounterFiles files, SearchWords words, Harvesters harvesters, Clock clock, ZoneId zone) {
    this.files = files;
    this.words = words;
    this.harvesters = harvesters;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * The statistics of a data directory.
   *
   * @param zone where the day begins at midnight
   * @param isFound whether a search for these words finds something
   */
  public static Statistics open(
      Path dataDirectory, Clock clock, ZoneId zone, Predicate<String> isFound) {
    var folder = dataDirectory.resolve("statistics");
    try {
      var files = new CounterFiles(folder.resolve("days"));
      var words = SearchWords.open(folder, isFound);
      var harvesters = Harvesters.open(folder, clock);
      var statistics = new Statistics(files, words, harvesters, clock, zone);
      statistics.counts(statistics.today());
      statistics.writing.start();
      return statistics;
    } catch (IOException e) {
      throw new UncheckedIOException("the statistics in " + folder + " cannot be read", e);
    }
  }

  /** The day it is now. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  // Counting.

  /** The same addresses, whose answers are counted from now on. */
  public RouteTable counting(RouteTable table) {
    return table.withRoutes(this::counting);
  }

  private Route counting(Route route) {
    var isSearch = SEARCHES.contains(route.path());
    return Visit.of(route)
        .map(
            visit ->
                new Route(
                    route.method(),
                    route.path(),
                    ctx -> {
                      route.handler().handle(ctx);
                      note(visit, isSearch, ctx);
                    }))
        .orElse(route);
  }

  private void note(Visit visit, boolean isSearch, Context ctx) {
    if (isWish(ctx)) {
      visit
          .subject(ctx)
          .ifPresent(
              subject -> {
                counts(today()).add(subject, 1);
                if (isSearch) {
                  words.note(ctx.queryString());
                }
              });
    }
  }

  /**
   * True for what a person or a person's program asked for, not for what was fetched in advance.
   */
  private static boolean isWish(Context ctx) {
    return !ctx.req().getMethod().equals("HEAD")
        && !Robots.isRobot(ctx.userAgent())
        && !String.valueOf(ctx.header("Sec-Purpose")).contains("prefetch");
  }

  private DayCounts counts(LocalDate day) {
    var known = days.get(day);
    return known != null ? known : days.computeIfAbsent(day, this::read);
  }

  private DayCounts read(LocalDate day) {
    var counts = new DayCounts();
    try {
      files.read(day, counts::add);
    } catch (IOException e) {
      // What is counted from now on is worth more than an answer that fails.
      LOG.error("the counters of {} cannot be read; they begin anew", day, e);
    }
    counts.takeChange();
    return counts;
  }

  // Keeping.

  private void keepWriting() {
    try {
      while (!closing.await(WRITTEN_EVERY_SECONDS, TimeUnit.SECONDS)) {
        write();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes what changed; one at a time. */
  synchronized void write() {
    try {
      for (var day : days.entrySet()) {
        write(day.getKey(), day.getValue());
      }
      // A request that began yesterday may still count there.
      days.keySet().removeIf(day -> day.isBefore(today().minusDays(1)));
      words.keep();
    } catch (IOException | RuntimeException e) {
      LOG.error("the statistics cannot be written; trying again: {}", e.toString(), e);
    }
  }

  private void write(LocalDate day, DayCounts counts) throws IOException {
    if (!counts.takeChange()) {
      return;
    }
    try {
      files.write(day, counts);
    } catch (IOException | RuntimeException e) {
      counts.returnChange();
      throw e;
    }
  }

  /** Keeps the last counts. */
  @Override
  public void close() {
    closing.countDown();
    write();
  }

  // Reading.

  /** Who reads the whole catalog. */
  public Harvesters harvesters() {
    return harvesters;
  }

  /** The words that people search for most often, each at least ten times. */
  public List<WordCount> words(int most) {
    return words.mostFrequent(most);
  }

  /** The days from one to another that there are counters of, the first first. */
  private List<LocalDate> days(LocalDate from, LocalDate to) {
    try {
      return Stream.concat(files.days().stream(), days.keySet().stream())
          .filter(day -> !day.isBefore(from) && !day.isAfter(to))
          .sorted()
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hands out the published counts of some days in their order, those of one day at a time. */
  public void each(LocalDate from, LocalDate to, Consumer<Count> consumer) {
    days(from, to).forEach(day -> published(day).forEach(consumer));
  }

  private List<Count> published(LocalDate day) {
    var counts = new ArrayList<Count>();
    kept(day)
        .each(
            (subject, number) -> {
              if (Count.published(number) > 0) {
                counts.add(new Count(day, subject.kind(), subject.address(), number));
              }
            });
    counts.sort(Comparator.comparing(Count::kind).thenComparing(Count::address));
    return counts;
  }

  /** Those in memory, where they are newest, else those on disk. */
  private DayCounts kept(LocalDate day) {
    var live = days.get(day);
    return live == null ? read(day) : live;
  }

  /** The figures of some days; those that are over are added up once. */
  public Figures figures(LocalDate from, LocalDate to) {
    var all = days(from, to);
    var over = all.stream().filter(day -> !days.containsKey(day)).toList();
    var sums = Sums.of(added.get(over, this::sums));
    all.stream().filter(day -> !over.contains(day)).forEach(day -> sums.add(day, kept(day)));
    return sums.figures(from, to, MOST);
  }

  private Sums sums(List<LocalDate> some) {
    var sums = new Sums();
    some.forEach(day -> sums.add(day, kept(day)));
    return sums;
  }
}
