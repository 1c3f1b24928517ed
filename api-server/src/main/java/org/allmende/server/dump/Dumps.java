package org.allmende.server.dump;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.files.Folders;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a dump of the catalog at the ledger's heels: the first as soon as the ledger is still for a
 * moment, then again when something changed and the last one is old enough. Requests only ever read
 * files that are complete. Deleting the folder costs nothing but the writing of another.
 *
 * <p>Each dump lies in a folder of its own, named by number; the newest complete one counts, the
 * one before it stays for those who still read it.
 */
public final class Dumps implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dumps.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Path directory;
  private final Catalog catalog;
  private final Duration every;
  private final Duration still;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile Optional<Dump> current;

  private Dumps(Path directory, Catalog catalog, Duration every, Duration still) {
    this.directory = directory;
    this.catalog = catalog;
    this.every = every;
    this.still = still;
    this.current = newest();
    this.thread = Thread.ofPlatform().name("dump").daemon().unstarted(this::follow);
  }

  /**
   * Begins to follow.
   *
   * @param directory the data directory; the dumps lie in {@code dump} below it
   * @param every how old a dump becomes before the next is written
   * @param still so long nothing must have been recorded before the first is written
   */
  public static Dumps follow(Path directory, Catalog catalog, Duration every, Duration still) {
    var dumps = new Dumps(directory.resolve("dump"), catalog, every, still);
    dumps.thread.start();
    return dumps;
  }

  /** The newest complete dump; empty until the first is written. */
  Optional<Dump> current() {
    return current;
  }

  /** The files of the newest complete dump; none until the first is written. */
  public List<BulkFile> files() {
    return current.stream()
        .flatMap(dump -> dump.files().stream())
        .map(file -> new BulkFile("/dump/" + file.name(), file.bytes(), file.sha256()))
        .toList();
  }

  /**
   * Waits until a dump holds everything up to a sequence number.
   *
   * @return false when the time ran out first
   */
  public synchronized boolean await(long sequence, Duration timeout) throws InterruptedException {
    var end = System.nanoTime() + timeout.toNanos();
    while (current.isEmpty() || current.get().sequence() < sequence) {
      var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  private synchronized void show(Dump dump) {
    current = Optional.of(dump);
    notifyAll();
  }

  private void follow() {
    try {
      while (!closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        renewIfDue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void renewIfDue() {
    try {
      if (isDue()) {
        renew();
      }
    } catch (InterruptedIOException e) {
      LOG.info("the dump is not complete; the next start writes it anew");
    } catch (IOException | RuntimeException e) {
      LOG.error("the dump could not be written; trying again in {}: {}", LOOK, e.toString(), e);
    }
  }

  private boolean isDue() {
    var now = catalog.clock().instant();
    if (current.isPresent()) {
      var dump = current.get();
      return !dump.written().plus(every).isAfter(now) && !isUpToDate(dump);
    }
    var last = catalog.ledger().read(LedgerSnapshot::lastRecorded);
    return last.isPresent() && !last.get().plus(still).isAfter(now);
  }

  private boolean isUpToDate(Dump dump) {
    return dump.rules().equals(catalog.rules())
        && dump.sequence() == catalog.ledger().read(LedgerSnapshot::lastSequence);
  }

  private void renew() throws IOException {
    var folder = directory.resolve(Long.toString(nextNumber()));
    Folders.delete(folder);
    Files.createDirectories(folder);
    var dump = new DumpWriter(catalog, (done, total) -> throwIfClosing()).write(folder);
    var before = current.map(Dump::folder);
    show(dump);
    deleteAllBut(folder, before);
    LOG.info("wrote a dump of {} datasets", dump.datasets());
  }

  private void throwIfClosing() throws InterruptedIOException {
    if (closing.getCount() == 0) {
      throw new InterruptedIOException("the server stops");
    }
  }

  private long nextNumber() {
    return 1 + current.map(dump -> number(dump.folder())).orElse(0L);
  }

  private Optional<Dump> newest() {
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    try (var folders = Files.list(directory)) {
      return folders
          .filter(folder -> folder.getFileName().toString().matches("\\d{1,18}"))
          .sorted(Comparator.comparingLong(Dumps::number).reversed())
          .map(Dump::read)
          .flatMap(Optional::stream)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long number(Path folder) {
    return Long.parseLong(folder.getFileName().toString());
  }

  private void deleteAllBut(Path folder, Optional<Path> before) throws IOException {
    try (var folders = Files.list(directory)) {
      for (var other : folders.toList()) {
        if (!other.equals(folder) && !before.equals(Optional.of(other))) {
          Folders.delete(other);
        }
      }
    }
  }

  /** Stops; a dump that is half-done is thrown away. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
