package org.allmende.catalog.ledger;

/** Numbers that grow with each change of some tables, so that every process sees one was made. */
final class SqliteVersions {

  private SqliteVersions() {}

  static long read(SqliteSession session, String key) {
    return session.number("SELECT CAST(value AS INTEGER) FROM meta WHERE key = ?", key);
  }

  static void raise(SqliteSession session, String key) {
    session.update(
        """
        INSERT INTO meta (key, value) VALUES (?, '1')
        ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)
        """,
        key);
  }
}
