package org.allmende.server.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.duckdb.DuckDBConnection;

/**
 * DuckDB over the columns of prepared tables: one process-wide instance with bounded memory, which
 * opens no file outside its folder and takes no SQL from outside. Each table is a file of its own,
 * read-only once it is written.
 *
 * <p>Questions run on threads of their own, few at a time, and end after {@value #SECONDS} s: what
 * calls into native code must not hold the threads that carry requests.
 */
final class TableDatabase implements AutoCloseable {

  private static final int SECONDS = 2;
  private static final int THREADS = 2;
  private static final int MOST_WAITING = 64;
  private static final int MOST_OPEN = 32;
  private static final String TABLE = ".main.t";

  private final Path folder;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Thread.ofPlatform().name("table-", 0).daemon().factory());
  private final ReentrantReadWriteLock opening = new ReentrantReadWriteLock();
  private final Map<String, Path> open = new LinkedHashMap<>(16, 0.75f, true);
  private final DuckDBConnection root;

  private TableDatabase(Path folder, DuckDBConnection root) {
    this.folder = folder;
    this.root = root;
  }

  /** Reads one answer; the statement is closed afterwards. */
  @FunctionalInterface
  interface Reading<T> {
    T of(ResultSet rows) throws SQLException;
  }

  /**
   * Starts DuckDB.
   *
   * @param folder where the tables lie
   */
  static TableDatabase start(Path folder) throws IOException {
    var settings = new Properties();
    settings.setProperty("memory_limit", "384MB");
    settings.setProperty("threads", Integer.toString(THREADS));
    settings.setProperty("temp_directory", folder.resolve("spill").toString());
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    try {
      var root = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
      run(root, "SET allowed_directories=[" + quoted(folder) + "]");
      run(root, "SET enable_external_access=false");
      run(root, "SET lock_configuration=true");
      return new TableDatabase(folder, root);
    } catch (SQLException e) {
      throw new IOException("DuckDB cannot start over " + folder, e);
    }
  }

  private static String quoted(Path path) {
    return "'" + path.toAbsolutePath().toString().replace("'", "''") + "'";
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      fill(statement, List.of(values), 0);
      statement.execute();
    }
  }

  private static void fill(PreparedStatement statement, List<Object> values, int before)
      throws SQLException {
    for (var i = 0; i < values.size(); i++) {
      statement.setObject(before + i + 1, values.get(i));
    }
  }

  /** Writes the columns of a table into {@code target}, from the lines in {@code rows}. */
  void write(Path rows, Path target, TableInfo info) throws IOException {
    try (var connection = root.duplicate()) {
      run(connection, "ATTACH " + quoted(target) + " AS written");
      try {
        var sql = ColumnSql.create("written" + TABLE, info.columns(), info.longestRow());
        run(connection, sql, rows.toAbsolutePath().toString());
      } finally {
        run(connection, "DETACH written");
      }
    } catch (SQLException e) {
      throw new IOException("DuckDB cannot read " + rows.getFileName() + " in " + folder, e);
    }
  }

  /**
   * Asks a table.
   *
   * @param file that {@link #write} wrote
   * @param select between {@code SELECT} and {@code FROM}
   * @param rest behind the name of the table
   * @param values for the question marks in {@code rest}
   * @throws TooSlowException when there is no answer in time
   */
  <T> T ask(Path file, String select, String rest, List<Object> values, Reading<T> reading)
      throws IOException {
    try {
      var answer = threads.submit(() -> answer(file, select, rest, values, reading));
      return answer.get(2 * SECONDS, TimeUnit.SECONDS);
    } catch (RejectedExecutionException | TimeoutException | CancellationException e) {
      throw new TooSlowException("too many questions to tables at once", e);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooSlowException("interrupted", e);
    }
  }

  private static IOException failure(Throwable cause) {
    if (cause instanceof IOException known) {
      return known;
    }
    var message = String.valueOf(cause == null ? null : cause.getMessage());
    return message.contains("INTERRUPT") || message.contains("Out of Memory")
        ? new TooSlowException("a question to a table took more than it may", cause)
        : new IOException("a prepared table cannot be read", cause);
  }

  private <T> T answer(
      Path file, String select, String rest, List<Object> values, Reading<T> reading)
      throws SQLException {
    var name = name(file);
    lockOpened(name, file);
    try (var connection = root.duplicate();
        var statement =
            connection.prepareStatement("SELECT " + select + " FROM " + name + TABLE + rest)) {
      statement.setQueryTimeout(SECONDS);
      fill(statement, values, 0);
      try (var rows = statement.executeQuery()) {
        return reading.of(rows);
      }
    } finally {
      opening.readLock().unlock();
    }
  }

  private static String name(Path file) {
    return "t" + file.toAbsolutePath().getParent().getFileName();
  }

  /** Takes the lock under which the table stays open. */
  private void lockOpened(String name, Path file) throws SQLException {
    opening.readLock().lock();
    if (isOpen(name)) {
      return;
    }
    opening.readLock().unlock();
    opening.writeLock().lock();
    try {
      attach(name, file);
      opening.readLock().lock();
    } finally {
      opening.writeLock().unlock();
    }
  }

  private boolean isOpen(String name) {
    synchronized (open) {
      return open.get(name) != null;
    }
  }

  private void attach(String name, Path file) throws SQLException {
    if (isOpen(name)) {
      return;
    }
    synchronized (open) {
      while (open.size() >= MOST_OPEN) {
        var eldest = open.keySet().iterator().next();
        run(root, "DETACH " + eldest);
        open.remove(eldest);
      }
      run(root, "ATTACH " + quoted(file) + " AS " + name + " (READ_ONLY)");
      open.put(name, file);
    }
  }

  /** Lets go of a table, so that its file can be deleted. */
  void forget(Path file) throws IOException {
    opening.writeLock().lock();
    try {
      synchronized (open) {
        var name = name(file);
        if (open.remove(name) != null) {
          run(root, "DETACH " + name);
        }
      }
    } catch (SQLException e) {
      throw new IOException("DuckDB cannot let go of " + file, e);
    } finally {
      opening.writeLock().unlock();
    }
  }

  @Override
  public void close() throws SQLException {
    threads.shutdownNow();
    opening.writeLock().lock();
    try {
      root.close();
    } finally {
      opening.writeLock().unlock();
    }
  }
}
