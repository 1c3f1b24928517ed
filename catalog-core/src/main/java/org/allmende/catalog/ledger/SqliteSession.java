package org.allmende.catalog.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection with its prepared statements, for one thread at a time. Preparing costs more than
 * running these statements, so each is prepared once.
 */
final class SqliteSession implements AutoCloseable {

  /** Reads one row. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final String file;
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  private SqliteSession(String file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  static SqliteSession open(String file) {
    try {
      var session = new SqliteSession(file, DriverManager.getConnection("jdbc:sqlite:" + file));
      // synchronous holds for one connection alone: an acknowledged write survives a power cut.
      for (var pragma :
          List.of(
              "busy_timeout=60000",
              "journal_mode=WAL",
              "synchronous=FULL",
              "cache_size=-65536",
              "wal_autocheckpoint=16384",
              "mmap_size=4294967296",
              "journal_size_limit=268435456",
              "foreign_keys=OFF")) {
        session.execute("PRAGMA " + pragma);
      }
      return session;
    } catch (SQLException e) {
      throw new LedgerException("The ledger " + file + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /** Runs a statement without parameters that is not worth keeping. */
  void execute(String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** Runs a change and answers how many rows it touched. */
  int update(String sql, @Nullable Object... parameters) {
    try {
      return bound(sql, parameters).executeUpdate();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) {
    try (var rows = bound(sql, parameters).executeQuery()) {
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters) {
    try (var rows = bound(sql, parameters).executeQuery()) {
      return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  long number(String sql, @Nullable Object... parameters) {
    return first(sql, row -> row.getLong(1), parameters).orElse(0L);
  }

  boolean exists(String sql, @Nullable Object... parameters) {
    return first(sql, row -> true, parameters).isPresent();
  }

  private PreparedStatement bound(String sql, @Nullable Object... parameters) throws SQLException {
    var statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (var i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  private LedgerException failed(String sql, SQLException e) {
    return new LedgerException(
        "The ledger "
            + file
            + " refused \""
            + sql.lines().findFirst().orElse("")
            + "\": "
            + e.getMessage(),
        e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new LedgerException("The ledger " + file + " cannot be closed: " + e.getMessage(), e);
    }
  }
}
