package org.allmende.server.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * <p>Questions run on threads of their own, few at a time, and end when their time is over: what
 * calls into native code must not hold the threads that carry requests.
 */
final class TableDatabase implements AutoCloseable {

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
  private final Map<String, Path> open =
      Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true));
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
      fill(statement, List.of(values));
      statement.execute();
    }
  }

  private static void fill(PreparedStatement statement, List<Object> values) throws SQLException {
    for (var i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
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
   * @param most how long the answer may take
   * @param file that {@link #write} wrote
   * @param select between {@code SELECT} and {@code FROM}
   * @param rest behind the name of the table
   * @param values for the question marks in {@code rest}
   * @throws TooSlowException when there is no answer in time
   */
  <T> T ask(
      Duration most, Path file, String select, String rest, List<Object> values, Reading<T> reading)
      throws IOException {
    try {
      var answer = threads.submit(() -> answer(most, file, select, rest, values, reading));
      return answer.get(2 * most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException | TimeoutException | CancellationException e) {
      throw new TooSlowException("too many questions to tables at once", e);
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooSlowException("interrupted", e);
    }
  }

  private static IOException failure(ExecutionException e) {
    if (e.getCause() instanceof IOException known) {
      return known;
    }
    var message = String.valueOf(e.getMessage());
    return message.contains("INTERRUPT") || message.contains("Out of Memory")
        ? new TooSlowException("a question to a table took more than it may", e)
        : new IOException("a prepared table cannot be read", e);
  }

  private <T> T answer(
      Duration most, Path file, String select, String rest, List<Object> values, Reading<T> reading)
      throws SQLException {
    var answer = answerOpened(most, file, select, rest, values, reading);
    closeSurplus();
    return answer;
  }

  private <T> T answerOpened(
      Duration most, Path file, String select, String rest, List<Object> values, Reading<T> reading)
      throws SQLException {
    opening.readLock().lock();
    try (var connection = root.duplicate();
        var statement = connection.prepareStatement(sql(file, select, rest))) {
      statement.setQueryTimeout((int) most.toSeconds());
      fill(statement, values);
      try (var rows = statement.executeQuery()) {
        return reading.of(rows);
      }
    } finally {
      opening.readLock().unlock();
    }
  }

  private String sql(Path file, String select, String rest) throws SQLException {
    return "SELECT " + select + " FROM " + opened(file) + TABLE + rest;
  }

  private static String name(Path file) {
    return "t" + Objects.requireNonNull(file.toAbsolutePath().getParent()).getFileName();
  }

  /** The name of a table that is open from now on, until nobody reads any. */
  private String opened(Path file) throws SQLException {
    var name = name(file);
    synchronized (open) {
      if (open.get(name) == null) {
        run(root, "ATTACH " + quoted(file) + " AS " + name + " (READ_ONLY)");
        open.put(name, file);
      }
    }
    return name;
  }

  /** Lets go of those that were asked longest ago, when nobody reads at the moment. */
  private void closeSurplus() throws SQLException {
    if (open.size() > MOST_OPEN && opening.writeLock().tryLock()) {
      try {
        while (open.size() > MOST_OPEN) {
          close(open.keySet().iterator().next());
        }
      } finally {
        opening.writeLock().unlock();
      }
    }
  }

  private void close(String name) throws SQLException {
    synchronized (open) {
      if (open.remove(name) != null) {
        run(root, "DETACH " + name);
      }
    }
  }

  /** Lets go of a table, so that its file can be deleted. */
  void forget(Path file) throws IOException {
    opening.writeLock().lock();
    try {
      close(name(file));
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
