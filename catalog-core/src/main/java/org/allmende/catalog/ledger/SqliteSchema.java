package org.allmende.catalog.ledger;

import java.util.List;

/** The tables of the ledger's file. {@code docs/decisions/0001} says why they are these. */
final class SqliteSchema {

  /** Raised with each change of the tables; a file of a newer version is refused. */
  static final int VERSION = 4;

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
          // The address book, and which revision is current.
          """
          CREATE TABLE dataset (
            ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
            iri TEXT NOT NULL UNIQUE,
            id TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            sequence INTEGER NOT NULL DEFAULT 0,
            recorded INTEGER NOT NULL DEFAULT 0,
            source TEXT,
            source_key TEXT,
            identifier TEXT,
            is_public INTEGER NOT NULL DEFAULT 0,
            is_gone INTEGER NOT NULL DEFAULT 0,
            is_valid INTEGER NOT NULL DEFAULT 0,
            on_pages INTEGER NOT NULL DEFAULT 0)
          """,
          "CREATE INDEX dataset_sequence ON dataset (sequence)",
          "CREATE INDEX dataset_source ON dataset (source) WHERE source IS NOT NULL",
          "CREATE INDEX dataset_identifier ON dataset (identifier) WHERE identifier IS NOT NULL",
          "CREATE INDEX dataset_present ON dataset (ordinal) WHERE is_gone = 0",
          "CREATE INDEX dataset_public ON dataset (ordinal) WHERE is_public = 1",
          "CREATE INDEX dataset_on_pages ON dataset (ordinal) WHERE on_pages = 1",
          // Every name a dataset has or had: none is given twice. The one index of names.
          "CREATE TABLE name (name TEXT PRIMARY KEY, ordinal INTEGER NOT NULL) WITHOUT ROWID",
          """
          CREATE TABLE distribution (
            ordinal INTEGER NOT NULL,
            number INTEGER NOT NULL,
            iri TEXT NOT NULL,
            id TEXT NOT NULL UNIQUE,
            PRIMARY KEY (ordinal, number)) WITHOUT ROWID
          """,
          """
          CREATE TABLE organization (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            iri TEXT NOT NULL,
            homepage TEXT,
            created INTEGER NOT NULL) WITHOUT ROWID
          """,
          // The truth: appended, never changed (but emptied by a purge).
          """
          CREATE TABLE revision (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            ordinal INTEGER NOT NULL,
            change TEXT NOT NULL,
            body BLOB NOT NULL,
            record TEXT NOT NULL,
            hash TEXT NOT NULL,
            publisher TEXT NOT NULL,
            at INTEGER NOT NULL,
            run TEXT)
          """,
          "CREATE INDEX revision_ordinal ON revision (ordinal, sequence)",
          // What the rules computed from the current revision.
          """
          CREATE TABLE computed (
            ordinal INTEGER PRIMARY KEY,
            sequence INTEGER NOT NULL,
            rules TEXT NOT NULL,
            findings TEXT NOT NULL,
            turtle BLOB NOT NULL)
          """,
          "CREATE INDEX computed_rules ON computed (rules)",
          """
          CREATE TABLE run (
            id TEXT PRIMARY KEY,
            source TEXT NOT NULL,
            started INTEGER NOT NULL,
            finished INTEGER,
            outcome TEXT NOT NULL,
            report TEXT NOT NULL) WITHOUT ROWID
          """,
          "CREATE INDEX run_source ON run (source, started)",
          """
          CREATE TABLE note (
            source TEXT NOT NULL,
            key TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (source, key)) WITHOUT ROWID
          """);

  /** What makes a file of version 1 one of version 2. */
  private static final List<String> SINCE_VERSION_1 =
      List.of(
          // How good the current description is, small enough to be read all at once.
          """
          CREATE TABLE quality (
            ordinal INTEGER PRIMARY KEY,
            publisher TEXT NOT NULL,
            assessment TEXT NOT NULL)
          """);

  /** What makes a file of version 2 one of version 3. */
  private static final List<String> SINCE_VERSION_2 =
      List.of(
          // Sources of harvests that were made over the API; the others stand in the settings.
          """
          CREATE TABLE harvest_source (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            created INTEGER NOT NULL,
            definition TEXT NOT NULL) WITHOUT ROWID
          """);

  /** What makes a file of version 3 one of version 4: users, tokens, groups. */
  private static final List<String> SINCE_VERSION_3 =
      List.of(
          """
          CREATE TABLE account (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            full_name TEXT,
            email TEXT,
            about TEXT,
            image_url TEXT,
            is_sysadmin INTEGER NOT NULL,
            is_deleted INTEGER NOT NULL,
            created INTEGER NOT NULL) WITHOUT ROWID
          """,
          // Of a token the hash alone: who reads this file can use none.
          """
          CREATE TABLE token (
            id TEXT PRIMARY KEY,
            hash TEXT NOT NULL UNIQUE,
            account TEXT NOT NULL,
            name TEXT NOT NULL,
            created INTEGER NOT NULL,
            expires INTEGER,
            accessed TEXT) WITHOUT ROWID
          """,
          "CREATE INDEX token_account ON token (account)",
          // In organizations and in own groups: their ids are never the same.
          """
          CREATE TABLE membership (
            group_id TEXT NOT NULL,
            account TEXT NOT NULL,
            capacity TEXT NOT NULL,
            PRIMARY KEY (group_id, account)) WITHOUT ROWID
          """,
          "CREATE INDEX membership_account ON membership (account)",
          """
          CREATE TABLE own_group (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            description TEXT NOT NULL DEFAULT '',
            image_url TEXT NOT NULL DEFAULT '',
            extras TEXT NOT NULL DEFAULT '{}',
            parents TEXT NOT NULL DEFAULT '[]',
            state TEXT NOT NULL DEFAULT 'ACTIVE',
            created INTEGER NOT NULL) WITHOUT ROWID
          """,
          "ALTER TABLE organization ADD COLUMN description TEXT NOT NULL DEFAULT ''",
          "ALTER TABLE organization ADD COLUMN image_url TEXT NOT NULL DEFAULT ''",
          "ALTER TABLE organization ADD COLUMN extras TEXT NOT NULL DEFAULT '{}'",
          "ALTER TABLE organization ADD COLUMN parents TEXT NOT NULL DEFAULT '[]'",
          "ALTER TABLE organization ADD COLUMN state TEXT NOT NULL DEFAULT 'ACTIVE'");

  /** What makes a file of each version one of the next; the first makes an empty file one of 1. */
  private static final List<List<String>> STEPS =
      List.of(TABLES, SINCE_VERSION_1, SINCE_VERSION_2, SINCE_VERSION_3);

  private SqliteSchema() {}

  /**
   * Makes the tables in an empty file, adds what a file of an older version lacks; refuses one of a
   * newer version.
   */
  static void prepare(SqliteSession session, String file) {
    session.execute("BEGIN IMMEDIATE");
    try {
      var version = session.number("PRAGMA user_version");
      if (version > VERSION) {
        throw new LedgerException(
            "The ledger "
                + file
                + " has version "
                + version
                + ", this program reads version "
                + VERSION
                + ". Use the Allmende that wrote it, or a newer one.");
      }
      if (version < VERSION) {
        STEPS.subList((int) version, VERSION).forEach(step -> step.forEach(session::execute));
        session.execute("PRAGMA user_version=" + VERSION);
      }
      session.execute("COMMIT");
    } catch (RuntimeException e) {
      session.execute("ROLLBACK");
      throw e;
    }
  }
}
