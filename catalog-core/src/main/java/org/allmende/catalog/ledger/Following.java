package org.allmende.catalog.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.allmende.catalog.CatalogEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives one follower: keeps it at the ledger's heels, rebuilds it beside itself when it is lost,
 * ahead of the ledger, or made by other rules, and swaps.
 *
 * <p>Its directory holds one folder per generation and a file {@code current} that names the live
 * one with the rules that made it. A new generation is complete before that file names it; what a
 * crash leaves half-done is thrown away at the next start. Any number of threads may {@link #ask}.
 */
public final class Following<F extends Follower> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Following.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofMillis(5);

  /**
   * How a follower is made and driven.
   *
   * @param name its name on the command line, in metrics and of its folder, such as {@code search}
   * @param rules version of the rules that compute its data
   * @param batch datasets applied in one commit, at most
   * @param pause after a batch that was not full, at least: commits cost time and disk
   * @param opener opens, or makes, a follower in a folder
   */
  public record Plan<F extends Follower>(
      String name, String rules, int batch, Duration pause, Function<Path, F> opener) {}

  private final Plan<F> plan;
  private final Ledger ledger;
  private final Path directory;
  private final ReentrantReadWriteLock swapping = new ReentrantReadWriteLock();
  private final Semaphore news = new Semaphore(0);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicLong rebuilds = new AtomicLong();
  private final Thread thread;
  private F live;
  private volatile boolean isRebuildWanted;

  /**
   * Opens the follower below {@code directory} and starts to follow. An outdated one answers until
   * its successor is complete.
   */
  public Following(Plan<F> plan, Ledger ledger, Path directory) {
    this.plan = plan;
    this.ledger = ledger;
    this.directory = directory.resolve(plan.name());
    this.live = openLive();
    ledger.onCommit(sequence -> news.release());
    this.thread = Thread.ofPlatform().name("follow-" + plan.name()).daemon().start(this::follow);
  }

  /** Its name, such as {@code search}. */
  public String name() {
    return plan.name();
  }

  /** The sequence number that the live follower has reached. */
  public long position() {
    return ask(Follower::position);
  }

  /** How often it was rebuilt since the start. */
  public long rebuilds() {
    return rebuilds.get();
  }

  /**
   * Asks the live follower; it stays open until the answer is there, also while a rebuild swaps.
   */
  public <T> T ask(Function<F, T> question) {
    swapping.readLock().lock();
    try {
      return question.apply(live);
    } finally {
      swapping.readLock().unlock();
    }
  }

  /** Asks for a new generation beside the live one; returns at once. */
  public void rebuild() {
    isRebuildWanted = true;
    news.release();
  }

  /**
   * Waits until the follower has reached a sequence number.
   *
   * @return false when the time ran out first
   */
  public boolean await(long sequence, Duration timeout) throws InterruptedException {
    var end = System.nanoTime() + timeout.toNanos();
    while (position() < sequence) {
      if (System.nanoTime() > end || closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return true;
  }

  // The thread that follows.

  private void follow() {
    while (!isClosed()) {
      try {
        if (isRebuildWanted) {
          rebuildBeside();
        }
        // A full batch has more behind it; the pause is for small ones, which cost a commit each.
        var applied = applyNext(live);
        if (applied == 0) {
          waitForNews();
        } else if (applied < plan.batch()) {
          pause();
        }
      } catch (RuntimeException | IOException e) {
        LOG.error("{} cannot follow the ledger and tries again: {}", plan.name(), e.toString(), e);
        waitForNews();
      }
    }
  }

  private boolean isClosed() {
    return closing.getCount() == 0;
  }

  /** Not shorter for news: commits cost time and disk. */
  private void pause() {
    try {
      var unused = closing.await(plan.pause().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stop();
    }
  }

  /** Until this process commits something, or it is time to look what others did. */
  private void waitForNews() {
    try {
      if (news.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        news.drainPermits();
      }
    } catch (InterruptedException e) {
      stop();
    }
  }

  private void stop() {
    Thread.currentThread().interrupt();
    closing.countDown();
  }

  /** Applies one batch; tells how many datasets it had, 0 when there was nothing to apply. */
  private int applyNext(F follower) {
    var from = follower.position();
    var batch = ledger.read(snapshot -> snapshot.changedAfter(from, plan.batch()));
    if (!batch.isEmpty()) {
      follower.apply(batch, sequence(batch));
    }
    return batch.size();
  }

  private static long sequence(List<CatalogEntry> batch) {
    return batch.getLast().revision().sequence();
  }

  private void rebuildBeside() throws IOException {
    isRebuildWanted = false;
    var before = current();
    var name = "g" + (before.map(Generation::number).orElse(0L) + 1);
    var folder = directory.resolve(name);
    delete(folder);
    LOG.info("{}: building a new generation beside the live one", plan.name());
    var next = plan.opener().apply(folder);
    catchUp(next);
    if (isClosed()) {
      next.close();
      return;
    }
    swap(next, new Generation(name, plan.rules()));
    before.ifPresent(old -> delete(directory.resolve(old.folder())));
  }

  private void catchUp(F follower) {
    int applied;
    do {
      applied = applyNext(follower);
    } while (applied > 0 && !isClosed());
  }

  private void swap(F next, Generation generation) throws IOException {
    F old;
    swapping.writeLock().lock();
    try {
      old = live;
      live = next;
      record(generation);
    } finally {
      swapping.writeLock().unlock();
    }
    old.close();
    rebuilds.incrementAndGet();
    LOG.info("{}: the new generation answers", plan.name());
  }

  // Generations on disk.

  /** The live folder and the rules that made it. */
  private record Generation(String folder, String rules) {
    long number() {
      return Long.parseLong(folder.substring(1));
    }
  }

  private F openLive() {
    var generation = current();
    if (generation.isEmpty()) {
      return openFirst();
    }
    try {
      var follower = plan.opener().apply(directory.resolve(generation.get().folder()));
      isRebuildWanted = isOutdated(generation.get(), follower);
      deleteAllBut(generation.get());
      return follower;
    } catch (RuntimeException e) {
      LOG.warn("{} cannot be opened and is built anew: {}", plan.name(), e.toString());
      delete(directory);
      return openFirst();
    }
  }

  private boolean isOutdated(Generation generation, F follower) {
    return !generation.rules().equals(plan.rules())
        || follower.position() > ledger.read(LedgerSnapshot::lastSequence);
  }

  private F openFirst() {
    var first = new Generation("g1", plan.rules());
    delete(directory);
    var follower = plan.opener().apply(directory.resolve(first.folder()));
    try {
      record(first);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return follower;
  }

  private Optional<Generation> current() {
    var file = directory.resolve("current");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      var words = Files.readString(file).strip().split(" ", 2);
      return words.length == 2 && words[0].matches("g\\d{1,18}")
          ? Optional.of(new Generation(words[0], words[1]))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void record(Generation generation) throws IOException {
    Files.createDirectories(directory);
    var beside = directory.resolve("current.new");
    Files.writeString(beside, generation.folder() + " " + generation.rules() + "\n");
    Files.move(
        beside,
        directory.resolve("current"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private void deleteAllBut(Generation generation) {
    try (var folders = Files.list(directory)) {
      folders
          .filter(Files::isDirectory)
          .filter(folder -> !folder.endsWith(generation.folder()))
          .forEach(Following::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    news.release();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    swapping.writeLock().lock();
    try {
      live.close();
    } finally {
      swapping.writeLock().unlock();
    }
  }
}
