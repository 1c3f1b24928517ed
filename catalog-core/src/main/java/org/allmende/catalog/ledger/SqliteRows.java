package org.allmende.catalog.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.allmende.catalog.Verdict;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.Organization;

/** Reads the values of the ledger from rows, and tells their form there: times are microseconds. */
final class SqliteRows {

  private SqliteRows() {}

  static Verdict verdict(ResultSet row) throws SQLException {
    var isPublic = row.getInt(5) == 1;
    var isValid = row.getInt(6) == 1;
    var onPages = row.getInt(7) == 1;
    var findings = RecordJson.readFindings(row.getString(24));
    return isPublic && isValid && !onPages
        ? Verdict.duplicate(findings)
        : new Verdict(onPages, findings);
  }

  static Organization organization(ResultSet row, int first) throws SQLException {
    return new Organization(
        row.getString(first),
        new DatasetSlug(row.getString(first + 1)),
        row.getString(first + 2),
        row.getString(first + 3),
        Optional.ofNullable(row.getString(first + 4)),
        instant(row.getLong(first + 5)),
        row.getString(first + 6),
        row.getString(first + 7),
        !row.getString(first + 8).equals("ACTIVE"));
  }

  static RunEntry run(ResultSet row) throws SQLException {
    var micros = row.getLong(4);
    // wasNull speaks of the column that was read last.
    Optional<Instant> finished = row.wasNull() ? Optional.empty() : Optional.of(instant(micros));
    return new RunEntry(
        row.getString(1),
        row.getString(2),
        instant(row.getLong(3)),
        finished,
        row.getString(5),
        row.getString(6));
  }

  static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
