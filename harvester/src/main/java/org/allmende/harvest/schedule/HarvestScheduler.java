package org.allmende.harvest.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.allmende.catalog.Catalog;
import org.allmende.harvest.HarvestRun;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvester;
import org.allmende.harvest.RunOptions;
import org.allmende.harvest.SourceException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Harvests sources when their time has come, one after another on one thread. A source that has
 * never been harvested is due at once; without a schedule it runs only when asked for by {@link
 * #request}.
 *
 * <p>Several processes may schedule the same sources: the harvester lets one run a source at a
 * time, and the history of runs is common to all.
 */
public final class HarvestScheduler implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HarvestScheduler.class);
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);
  private static final Duration COLLECT_EVERY = Duration.ofDays(1);
  private static final Duration STEPS_EVERY = Duration.ofHours(1);
  private static final Duration END_WITHIN = Duration.ofSeconds(8);

  private final Harvester harvester;
  private final Supplier<List<HarvestSource>> sources;
  private final Catalog catalog;
  private final Consumer<HarvestRun> listener;
  private final RunHistory history;
  private volatile Optional<Running> running = Optional.empty();
  private final Map<String, Instant> notBefore = new ConcurrentHashMap<>();
  private Instant nextSteps = Instant.EPOCH;
  private Instant nextCollection = Instant.EPOCH;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean isClosed;
  private @Nullable Thread worker;

  /** The run that goes on, and whether it shall end. */
  private record Running(String run, AtomicBoolean isAborted) {

    void progress() {
      if (isAborted.get()) {
        throw new UncheckedIOException(SourceException.of("aborted"));
      }
    }
  }

  /**
   * A scheduler; {@link #start} sets it going.
   *
   * @param sources the sources there are, in their order; asked for again and again
   * @param listener told of every run that ended, on the scheduler's thread
   */
  public HarvestScheduler(
      Harvester harvester,
      Supplier<List<HarvestSource>> sources,
      Catalog catalog,
      Consumer<HarvestRun> listener) {
    this.harvester = harvester;
    this.sources = sources;
    this.catalog = catalog;
    this.listener = listener;
    this.history = new RunHistory(catalog.ledger());
  }

  /** Begins to harvest what is due. */
  public void start() {
    worker = Thread.ofVirtual().name("harvest-scheduler").start(this::work);
  }

  private void work() {
    try {
      while (sleepUntilDue()) {
        advanceDue();
        collectFiles();
        runDue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sleeps until something is due; false when the scheduler was closed. */
  private boolean sleepUntilDue() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!isClosed && due().isEmpty() && !areStepsDue()) {
        var rest = changed.awaitNanos(LONGEST_SLEEP.toNanos());
        LOG.trace("woke up, {} ns early", rest);
      }
      return !isClosed;
    } finally {
      lock.unlock();
    }
  }

  private boolean areStepsDue() {
    return !nextSteps.isAfter(catalog.clock().instant());
  }

  /** Takes the steps of departures whose time has come, also of sources that are not harvested. */
  void advanceDue() {
    if (!areStepsDue()) {
      return;
    }
    nextSteps = catalog.clock().instant().plus(STEPS_EVERY);
    for (var source : sources.get()) {
      try {
        harvester
            .advanceDepartures(source.id())
            .forEach(o -> LOG.info("{}: {} {}", source.id(), o.kind().id(), o.detail("en")));
      } catch (RuntimeException e) {
        // A ledger out of reach; the other sources go on, and this one an hour later.
        LOG.error("Source \"{}\": the steps of its departures were not taken", source.id(), e);
      }
    }
  }

  /** Removes once a day the files that runs left behind which never came to their end. */
  void collectFiles() {
    var now = catalog.clock().instant();
    if (nextCollection.isAfter(now)) {
      return;
    }
    nextCollection = now.plus(COLLECT_EVERY);
    try {
      var gone = catalog.collectFiles(now.minus(COLLECT_EVERY));
      if (gone > 0) {
        LOG.info("Removed {} files that no dataset names", gone);
      }
    } catch (IOException | RuntimeException e) {
      LOG.error("The files that no dataset names were not removed; tried again in a day", e);
    }
  }

  /** Harvests every source that is due now, in the order of the settings. */
  void runDue() {
    for (var source : due()) {
      if (isClosed()) {
        return;
      }
      // A run that could not be recorded, or met another process's run, must not spin.
      notBefore.put(source.id(), catalog.clock().instant().plus(LONGEST_SLEEP));
      try {
        listener.accept(run(source));
      } catch (RuntimeException e) {
        // A run does not throw; a full disk or a ledger out of reach does. Tried again next time.
        LOG.error("Source \"{}\": the run could not be recorded", source.id(), e);
      }
    }
  }

  /** A run that was asked for has the id that was told; another's run leaves it for later. */
  private HarvestRun run(HarvestSource source) {
    var request = requested(source.id());
    var id = request.map(RunRequest::run).orElseGet(() -> UUID.randomUUID().toString());
    var now = new Running(id, new AtomicBoolean());
    running = Optional.of(now);
    try {
      var options = RunOptions.usual().withId(id);
      var run = harvester.run(source, options, (done, total) -> now.progress());
      if (history.find(id).isPresent()) {
        request.ifPresent(this::forget);
      }
      return run;
    } finally {
      running = Optional.empty();
    }
  }

  private void forget(RunRequest request) {
    catalog
        .ledger()
        .write(
            transaction -> {
              request.forget(transaction);
              return true;
            });
  }

  /** The sources that are due now. */
  List<HarvestSource> due() {
    var now = catalog.clock().instant();
    return sources.get().stream().filter(source -> isDue(source, now)).toList();
  }

  private boolean isDue(HarvestSource source, Instant now) {
    var isPostponed = notBefore.getOrDefault(source.id(), Instant.MIN).isAfter(now);
    return !isPostponed
        && (requested(source.id()).isPresent()
            || next(source).filter(time -> !time.isAfter(now)).isPresent());
  }

  /** The run that was asked for and has not begun. */
  public Optional<RunRequest> requested(String source) {
    return catalog
        .ledger()
        .read(snapshot -> RunRequest.find(source, snapshot))
        .filter(request -> history.find(request.run()).isEmpty());
  }

  /** When a source is harvested next; empty when only by hand. */
  public Optional<Instant> next(HarvestSource source) {
    return new Timetable(catalog).next(source);
  }

  /**
   * Asks for a run as soon as possible; asked for twice, it is one run. Empty when no source has
   * this id.
   */
  public Optional<RunRequest> request(String source) {
    if (sources.get().stream().noneMatch(known -> known.id().equals(source))) {
      return Optional.empty();
    }
    var wanted = new RunRequest(source, UUID.randomUUID().toString(), catalog.clock().instant());
    var request =
        catalog
            .ledger()
            .write(
                transaction -> {
                  var known = RunRequest.find(source, transaction);
                  known.or(() -> Optional.of(wanted)).ifPresent(r -> r.keep(transaction));
                  return known.orElse(wanted);
                });
    notBefore.remove(source);
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    return Optional.of(request);
  }

  /**
   * Ends a run of this process at its next record. What it has brought stays; nothing is taken out.
   *
   * @return false when no run with this id goes on here
   */
  public boolean abort(String run) {
    var now = running.filter(one -> one.run().equals(run));
    now.ifPresent(one -> one.isAborted().set(true));
    return now.isPresent();
  }

  /** Takes back a request; false when its run has begun, or there was none. */
  public boolean cancel(RunRequest request) {
    var isBeginning = running.filter(now -> now.run().equals(request.run())).isPresent();
    var isPending = !isBeginning && requested(request.source()).filter(request::equals).isPresent();
    if (isPending) {
      forget(request);
    }
    return isPending;
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return isClosed;
    } finally {
      lock.unlock();
    }
  }

  /** Lets the run that goes on end, or interrupts it after {@code 8 s}. */
  @Override
  public void close() {
    lock.lock();
    try {
      isClosed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    var running = worker;
    if (running != null) {
      end(running);
    }
  }

  private static void end(Thread running) {
    try {
      if (!running.join(END_WITHIN)) {
        running.interrupt();
        running.join(TimeUnit.SECONDS.toMillis(1));
      }
    } catch (InterruptedException e) {
      running.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
