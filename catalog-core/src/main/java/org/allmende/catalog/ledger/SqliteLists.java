package org.allmende.catalog.ledger;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.StoredDescription;

/** What a session reads beside whole datasets: sources, runs, notes, pages, and plain lists. */
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
  public List<SaidThen> descriptionsAfter(long sequence, int limit) {
    return session.list(
        "SELECT sequence, body FROM revision WHERE sequence > ? ORDER BY sequence LIMIT ?",
        row -> new SaidThen(row.getLong(1), StoredDescription.of(row.getBytes(2))),
        sequence,
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

  @Override
  public long[] ordinals(Scope scope, Optional<Instant> since) {
    var sql =
        "SELECT d.ordinal FROM dataset d WHERE "
            + condition(scope)
            + sinceCondition(since)
            + " ORDER BY d.ordinal";
    return session.list(sql, row -> row.getLong(1)).stream().mapToLong(Long::longValue).toArray();
  }

  @Override
  public List<PageItem> pageAfter(
      long ordinal, int limit, Scope scope, Optional<Instant> since, String rules) {
    var sql =
        "SELECT d.ordinal, d.iri, d.sequence, c.turtle FROM dataset d LEFT JOIN computed c"
            + " ON c.ordinal = d.ordinal AND c.sequence = d.sequence AND c.rules = ? WHERE "
            + condition(scope)
            + " AND d.ordinal > ? AND d.recorded >= ? ORDER BY d.ordinal LIMIT ?";
    return session.list(
        sql,
        row ->
            new PageItem(
                row.getLong(1),
                new DatasetUri(row.getString(2)),
                row.getLong(3),
                Optional.ofNullable(row.getBytes(4))),
        rules,
        ordinal,
        sinceMicros(since),
        limit);
  }

  @Override
  public long count(Scope scope, Optional<Instant> since) {
    return session.number(
        "SELECT count(*) FROM dataset d WHERE " + condition(scope) + sinceCondition(since));
  }

  @Override
  public long ordinalBefore(long skipped, Scope scope, Optional<Instant> since) {
    if (skipped <= 0) {
      return 0;
    }
    var sql =
        "SELECT d.ordinal FROM dataset d WHERE "
            + condition(scope)
            + sinceCondition(since)
            + " ORDER BY d.ordinal LIMIT 1 OFFSET ?";
    return session.first(sql, row -> row.getLong(1), skipped - 1).orElse(Long.MAX_VALUE);
  }

  static String condition(Scope scope) {
    return switch (scope) {
      case ALL -> "d.is_gone = 0";
      case PUBLIC -> "d.is_public = 1";
      case HARVEST_PAGES -> "d.on_pages = 1";
    };
  }

  static String sinceCondition(Optional<Instant> since) {
    return since.map(time -> " AND d.recorded >= " + SqliteRows.micros(time)).orElse("");
  }

  static long sinceMicros(Optional<Instant> since) {
    return since.map(SqliteRows::micros).orElse(Long.MIN_VALUE);
  }
}
