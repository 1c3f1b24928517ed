package org.allmende.catalog.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.model.DatasetSlug;

/** What a session reads beside the datasets themselves: sources, runs, notes, and plain lists. */
abstract class SqliteLists implements LedgerSnapshot {

  private static final String RUN =
      "SELECT id, source, started, finished, outcome, report FROM run ";

  final SqliteSession session;

  SqliteLists(SqliteSession session) {
    this.session = session;
  }

  @Override
  public List<RunEntry> runs(String source, int limit) {
    return session.list(
        RUN + "WHERE ?1 = '' OR source = ?1 ORDER BY started DESC, id LIMIT ?2",
        SqliteRows::run,
        source,
        limit);
  }

  @Override
  public Map<String, String> notes(String source) {
    var found = new LinkedHashMap<String, String>();
    session.list(
        "SELECT key, value FROM note WHERE source = ? ORDER BY key",
        row -> found.put(row.getString(1), row.getString(2)),
        source);
    return found;
  }

  @Override
  public Optional<RunEntry> findRun(String id) {
    return session.first(RUN + "WHERE id = ?", SqliteRows::run, id);
  }

  @Override
  public long countRuns(String source) {
    return session.number("SELECT count(*) FROM run WHERE source = ?", source);
  }

  @Override
  public List<SourceEntry> sources() {
    return session.list(
        "SELECT id, name, created, definition FROM harvest_source ORDER BY name",
        row ->
            new SourceEntry(
                row.getString(1),
                row.getString(2),
                SqliteRows.instant(row.getLong(3)),
                row.getString(4)));
  }

  @Override
  public List<Long> harvested(String source, boolean currentOnly, int limit) {
    return session.list(
        """
        SELECT r.sequence FROM dataset d JOIN revision r ON r.ordinal = d.ordinal
        WHERE d.source = ?1 AND r.run IS NOT NULL
          AND CASE WHEN ?2 THEN r.sequence = d.sequence AND d.is_gone = 0 ELSE 1 END
        ORDER BY r.sequence LIMIT ?3
        """,
        row -> row.getLong(1),
        source,
        currentOnly,
        limit);
  }

  @Override
  public List<PublicPage> publicPagesAfter(long ordinal, int limit) {
    return session.list(
        """
        SELECT ordinal, name, recorded FROM dataset
        WHERE is_public = 1 AND ordinal > ? ORDER BY ordinal LIMIT ?
        """,
        row ->
            new PublicPage(
                row.getLong(1),
                new DatasetSlug(row.getString(2)),
                SqliteRows.instant(row.getLong(3))),
        ordinal,
        limit);
  }
}
