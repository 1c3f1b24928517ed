package org.allmende.catalog.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The ledger in one SQLite file: write-ahead log, every commit on disk before it is acknowledged.
 * One connection writes, a few read; another process may do the same beside.
 */
public final class SqliteLedger implements Ledger {

  private static final int READERS = 16;

  private final String file;
  private final SqliteSession writer;
  private final ReentrantLock writing = new ReentrantLock();
  private final ConcurrentLinkedDeque<SqliteSession> readers = new ConcurrentLinkedDeque<>();
  private final Semaphore readerPermits = new Semaphore(READERS);
  private final List<Consumer<Long>> listeners = new CopyOnWriteArrayList<>();
  private final AtomicBoolean isClosed = new AtomicBoolean();

  private SqliteLedger(String file, SqliteSession writer) {
    this.file = file;
    this.writer = writer;
  }

  /**
   * Opens the ledger in this file, makes it when it is not there.
   *
   * @throws LedgerException when the file cannot be opened, or is of another version
   */
  public static SqliteLedger open(Path file) {
    try {
      var folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new LedgerException("The folder of the ledger " + file + " cannot be made: " + e, e);
    }
    var session = SqliteSession.open(file.toString());
    try {
      SqliteSchema.prepare(session, file.toString());
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
    return new SqliteLedger(file.toString(), session);
  }

  @Override
  public <T> T read(Function<LedgerSnapshot, T> question) {
    readerPermits.acquireUninterruptibly();
    try {
      requireOpen();
      var session = readers.poll();
      if (session == null) {
        session = SqliteSession.open(file);
      }
      try {
        return inTransaction(session, "BEGIN", question::apply);
      } finally {
        readers.push(session);
      }
    } finally {
      readerPermits.release();
    }
  }

  @Override
  public <T> T write(Function<LedgerTransaction, T> change) {
    writing.lock();
    try {
      requireOpen();
      var before = writer.number(SqliteSnapshot.LAST_SEQUENCE);
      T answer = inTransaction(writer, "BEGIN IMMEDIATE", change::apply);
      var after = writer.number(SqliteSnapshot.LAST_SEQUENCE);
      if (after != before) {
        listeners.forEach(listener -> listener.accept(after));
      }
      return answer;
    } finally {
      writing.unlock();
    }
  }

  private void requireOpen() {
    if (isClosed.get()) {
      throw new LedgerException(
          "The ledger " + file + " is closed. Ask it before it is closed, or open it again.");
    }
  }

  private static <T> T inTransaction(
      SqliteSession session, String begin, Function<SqliteTransaction, T> work) {
    session.update(begin);
    try {
      T answer = work.apply(new SqliteTransaction(session));
      session.update("COMMIT");
      return answer;
    } catch (Throwable e) {
      session.update("ROLLBACK");
      throw e;
    }
  }

  @Override
  public void onCommit(Consumer<Long> listener) {
    listeners.add(listener);
  }

  @Override
  public void close() {
    if (isClosed.getAndSet(true)) {
      return;
    }
    readerPermits.acquireUninterruptibly(READERS);
    writing.lock();
    try {
      readers.forEach(SqliteSession::close);
      readers.clear();
      writer.close();
    } finally {
      writing.unlock();
      readerPermits.release(READERS);
    }
  }
}
