package org.allmende.catalog.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.PublicChange;
import org.allmende.catalog.model.Addresses;
import org.allmende.catalog.model.Addresses.DistributionAddress;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.model.Revision;
import org.allmende.catalog.model.StoredDescription;
import org.allmende.catalog.quality.Assessment;

/** The state of the ledger as one session sees it inside a transaction. */
abstract class SqliteSnapshot extends SqliteLists {

  static final String LAST_SEQUENCE = "SELECT coalesce(max(sequence), 0) FROM revision";

  private static final String ENTRY =
      """
      SELECT d.ordinal, d.iri, d.id, d.name, d.is_public, d.is_valid, d.on_pages,
             r.sequence, r.change, r.body, r.record, r.hash, r.at, r.run,
             o.id, o.name, o.title, o.iri, o.homepage, o.created,
             o.description, o.image_url, o.state,
             coalesce(c.findings, '[]')
      FROM dataset d
      JOIN revision r ON r.ordinal = d.ordinal AND %s
      JOIN organization o ON o.id = r.publisher
      LEFT JOIN computed c ON c.ordinal = d.ordinal
      """;
  private static final String CURRENT = ENTRY.formatted("r.sequence = d.sequence");

  private static final String PUBLIC_REVISION =
      """
      d.is_public = 1 AND r.change NOT IN ('WITHDRAWN', 'PURGED')
      AND json_extract(r.record, '$.state') <> 'DRAFT'
      AND json_extract(r.record, '$.private') IS NULL
      """;

  private static final int CHANGES_AT_ONCE = 1_000;

  private static final String REVISIONS =
      """
      SELECT r.sequence, d.iri, r.change, r.record, r.hash, r.at,
             (SELECT p.record FROM revision p WHERE p.ordinal = r.ordinal
                AND p.sequence < r.sequence ORDER BY p.sequence DESC LIMIT 1)
      FROM revision r JOIN dataset d ON d.ordinal = r.ordinal
      WHERE r.sequence > ? ORDER BY r.sequence LIMIT ?
      """;

  static final String ORGANIZATION =
      "SELECT id, name, title, iri, homepage, created, description, image_url, state"
          + " FROM organization ";

  SqliteSnapshot(SqliteSession session) {
    super(session);
  }

  @Override
  public SqliteAccounts accounts() {
    return new SqliteAccounts(session);
  }

  @Override
  public SqliteGroups groups() {
    return new SqliteGroups(session);
  }

  @Override
  public Optional<String> base() {
    return session.first("SELECT value FROM meta WHERE key = 'base'", row -> row.getString(1));
  }

  @Override
  public long lastSequence() {
    return session.number(LAST_SEQUENCE);
  }

  @Override
  public Optional<CatalogEntry> findByUri(DatasetUri uri) {
    return session.first(CURRENT + "WHERE d.iri = ?", this::entry, uri.value());
  }

  @Override
  public long currentSequence(DatasetUri uri) {
    return session.number("SELECT sequence FROM dataset WHERE iri = ?", uri.value());
  }

  @Override
  public long currentSequence(long ordinal) {
    return session.number("SELECT sequence FROM dataset WHERE ordinal = ?", ordinal);
  }

  @Override
  public Optional<CatalogEntry> findById(String id) {
    return session.first(CURRENT + "WHERE d.id = ?", this::entry, id);
  }

  @Override
  public Optional<CatalogEntry> findByName(String name) {
    return session.first(
        CURRENT + "WHERE d.ordinal = (SELECT ordinal FROM name WHERE name = ?)", this::entry, name);
  }

  @Override
  public Optional<CatalogEntry> findByOrdinal(long ordinal) {
    return session.first(CURRENT + "WHERE d.ordinal = ?", this::entry, ordinal);
  }

  @Override
  public Optional<CatalogEntry> findByDistributionId(String id) {
    return session.first(
        CURRENT + "WHERE d.ordinal = (SELECT ordinal FROM distribution WHERE id = ?)",
        this::entry,
        id);
  }

  @Override
  public Optional<CatalogEntry> findAsOf(DatasetUri uri, Instant time) {
    var atThatTime =
        "r.sequence = (SELECT max(sequence) FROM revision WHERE ordinal = d.ordinal AND at <= ?)";
    return session.first(
        ENTRY.formatted(atThatTime) + "WHERE d.iri = ?",
        this::entry,
        SqliteRows.micros(time),
        uri.value());
  }

  @Override
  public List<Revision> history(DatasetUri uri) {
    return session.list(
        """
        SELECT r.sequence, d.iri, r.change, r.body, r.record, r.hash, r.at, r.run
        FROM dataset d JOIN revision r ON r.ordinal = d.ordinal
        WHERE d.iri = ? ORDER BY r.sequence
        """,
        row ->
            new Revision(
                row.getLong(1),
                new DatasetUri(row.getString(2)),
                Revision.Change.valueOf(row.getString(3)),
                StoredDescription.of(row.getBytes(4)),
                RecordJson.read(row.getString(5)),
                row.getString(6),
                SqliteRows.instant(row.getLong(7)),
                Optional.ofNullable(row.getString(8))),
        uri.value());
  }

  @Override
  public Optional<Revision> lastHarvested(long ordinal) {
    return session
        .first(
            ENTRY.formatted(
                    """
                    r.sequence = (SELECT max(sequence) FROM revision WHERE ordinal = d.ordinal
                      AND run IS NOT NULL AND change = 'PUBLISHED')
                    """)
                + "WHERE d.ordinal = ?",
            this::entry,
            ordinal)
        .map(CatalogEntry::revision);
  }

  @Override
  public long firstSequence(long ordinal) {
    return session.number(
        "SELECT coalesce(min(sequence), 0) FROM revision WHERE ordinal = ?", ordinal);
  }

  @Override
  public Optional<CatalogEntry> findRevision(long sequence) {
    return session.first(
        ENTRY.formatted("r.sequence = ?") + "WHERE d.ordinal = r.ordinal", this::entry, sequence);
  }

  @Override
  public List<CatalogEntry> revisions(RevisionQuery query) {
    var conditions = new StringJoiner(" AND ");
    var parameters = new ArrayList<Object>();
    condition("r.ordinal = ?", query.ordinal(), conditions, parameters);
    condition("r.publisher = ?", query.publisher(), conditions, parameters);
    condition("json_extract(r.record, '$.editor') = ?", query.editor(), conditions, parameters);
    condition("r.at > ?", query.after().map(SqliteRows::micros), conditions, parameters);
    condition("r.at < ?", query.before().map(SqliteRows::micros), conditions, parameters);
    conditions.add(query.publicOnly() ? PUBLIC_REVISION : "TRUE");
    parameters.add(query.limit());
    parameters.add(query.offset());
    return session.list(
        ENTRY.formatted(conditions) + "ORDER BY r.sequence DESC LIMIT ? OFFSET ?",
        this::entry,
        parameters.toArray());
  }

  private static void condition(
      String sql, Optional<?> value, StringJoiner conditions, List<Object> parameters) {
    value.ifPresent(
        wanted -> {
          conditions.add(sql);
          parameters.add(wanted);
        });
  }

  @Override
  public List<KeptQuality> qualities() {
    return session.list(
        """
        SELECT q.publisher, q.assessment FROM dataset d JOIN quality q ON q.ordinal = d.ordinal
        WHERE d.is_public = 1
        """,
        row -> new KeptQuality(row.getString(1), Assessment.parse(row.getString(2))));
  }

  @Override
  public Optional<Assessment> quality(long ordinal) {
    return session.first(
        "SELECT assessment FROM quality WHERE ordinal = ?",
        row -> Assessment.parse(row.getString(1)),
        ordinal);
  }

  @Override
  public List<PublicChange> publicChangesAfter(long sequence, int limit) {
    var changes = new ArrayList<PublicChange>();
    var from = sequence;
    while (changes.size() < limit) {
      var read = session.list(REVISIONS, SqliteSnapshot::seenRevision, from, CHANGES_AT_ONCE);
      read.stream()
          .flatMap(revision -> revision.publicChange().stream())
          .limit(limit - changes.size())
          .forEach(changes::add);
      if (read.size() < CHANGES_AT_ONCE) {
        break;
      }
      from = read.getLast().sequence();
    }
    return changes;
  }

  private static SeenRevision seenRevision(ResultSet row) throws SQLException {
    var before = Optional.ofNullable(row.getString(7)).map(RecordJson::read);
    return new SeenRevision(
        row.getLong(1),
        new DatasetUri(row.getString(2)),
        Revision.Change.valueOf(row.getString(3)),
        RecordJson.read(row.getString(4)).isPublic(),
        before.filter(CatalogRecord::isPublic).isPresent(),
        row.getString(5),
        SqliteRows.instant(row.getLong(6)));
  }

  /** A revision with whether the public could see it, and the one before it. */
  private record SeenRevision(
      long sequence,
      DatasetUri dataset,
      Revision.Change change,
      boolean isPublic,
      boolean wasPublic,
      String hash,
      Instant at) {

    Optional<PublicChange> publicChange() {
      if (isPublic) {
        return Optional.of(
            new PublicChange(sequence, dataset, change, !wasPublic, at, Optional.of(hash)));
      }
      var tombstone =
          new PublicChange(
              sequence, dataset, Revision.Change.WITHDRAWN, false, at, Optional.empty());
      return Optional.of(tombstone).filter(change -> wasPublic);
    }
  }

  @Override
  public List<CatalogEntry> changedAfter(long sequence, int limit) {
    return session.list(
        CURRENT + "WHERE d.sequence > ? ORDER BY d.sequence LIMIT ?", this::entry, sequence, limit);
  }

  @Override
  public List<CatalogEntry> entriesAfter(
      long ordinal, int limit, Scope scope, Optional<Instant> since) {
    return session.list(
        CURRENT
            + "WHERE "
            + condition(scope)
            + " AND d.ordinal > ? AND d.recorded >= ? ORDER BY d.ordinal LIMIT ?",
        this::entry,
        ordinal,
        sinceMicros(since),
        limit);
  }

  @Override
  public Optional<Instant> lastRecorded() {
    return session.first(
        "SELECT at FROM revision ORDER BY sequence DESC LIMIT 1",
        row -> SqliteRows.instant(row.getLong(1)));
  }

  @Override
  public Map<DatasetUri, String> datasetsOf(String source) {
    var found = new LinkedHashMap<DatasetUri, String>();
    session.list(
        """
        SELECT iri, coalesce(source_key, '') FROM dataset
        WHERE source = ? AND is_gone = 0 ORDER BY ordinal
        """,
        row -> found.put(new DatasetUri(row.getString(1)), row.getString(2)),
        source);
    return found;
  }

  @Override
  public List<Organization> organizations() {
    return session.list(
        ORGANIZATION + "WHERE state = 'ACTIVE' ORDER BY title, id",
        row -> SqliteRows.organization(row, 1));
  }

  @Override
  public Optional<Organization> findOrganization(String idOrName) {
    return session.first(
        ORGANIZATION + "WHERE (id = ?1 OR name = ?1) AND state = 'ACTIVE'",
        row -> SqliteRows.organization(row, 1),
        idOrName);
  }

  @Override
  public Optional<CatalogEntry> findBySequence(long sequence) {
    return session.first(
        ENTRY.formatted("r.sequence = ?1")
            + "WHERE d.ordinal = (SELECT ordinal FROM revision WHERE sequence = ?1)",
        this::entry,
        sequence);
  }

  @Override
  public boolean isFreeId(String id) {
    return !session.exists("SELECT 1 FROM dataset WHERE id = ?", id);
  }

  @Override
  public boolean isFreeName(DatasetSlug name) {
    return !session.exists("SELECT 1 FROM name WHERE name = ?", name.value());
  }

  @Override
  public Optional<byte[]> computedTurtle(CatalogEntry entry, String rules) {
    return session.first(
        "SELECT turtle FROM computed WHERE ordinal = ? AND sequence = ? AND rules = ?",
        row -> row.getBytes(1),
        entry.addresses().ordinal(),
        entry.revision().sequence(),
        rules);
  }

  @Override
  public Optional<KeptTurtle> computed(String idOrName, String rules) {
    return byIdOrName(
        "SELECT d.id, d.sequence, c.turtle FROM dataset d"
            + " JOIN computed c ON c.ordinal = d.ordinal AND c.sequence = d.sequence"
            + " WHERE d.is_public = 1 AND c.rules = ?2 AND ",
        row -> new KeptTurtle(row.getString(1), row.getLong(2), row.getBytes(3)),
        idOrName,
        rules);
  }

  @Override
  public Optional<CurrentRevision> findCurrent(String idOrName) {
    return byIdOrName(
        "SELECT d.ordinal, d.sequence FROM dataset d WHERE d.is_public = 1 AND ",
        row -> new CurrentRevision(row.getLong(1), row.getLong(2)),
        idOrName);
  }

  /** The dataset with this id, else with this name; {@code ?1} is the one or the other. */
  private <T> Optional<T> byIdOrName(
      String sql, SqliteSession.RowReader<T> reader, Object... parameters) {
    var byId = session.first(sql + "d.id = ?1", reader, parameters);
    return byId.isPresent()
        ? byId
        : session.first(
            sql + "d.name = ?1 AND d.ordinal = (SELECT ordinal FROM name WHERE name = ?1)",
            reader,
            parameters);
  }

  @Override
  public List<CatalogEntry> computedByOtherRules(String rules, int limit) {
    return session.list(
        CURRENT + "WHERE c.rules IS NULL OR c.rules <> ? ORDER BY d.ordinal LIMIT ?",
        this::entry,
        rules,
        limit);
  }

  private CatalogEntry entry(ResultSet row) throws SQLException {
    var ordinal = row.getLong(1);
    var uri = new DatasetUri(row.getString(2));
    var addresses =
        new Addresses(
            uri,
            ordinal,
            row.getString(3),
            new DatasetSlug(row.getString(4)),
            distributions(ordinal));
    var revision =
        new Revision(
            row.getLong(8),
            uri,
            Revision.Change.valueOf(row.getString(9)),
            StoredDescription.of(row.getBytes(10)),
            RecordJson.read(row.getString(11)),
            row.getString(12),
            SqliteRows.instant(row.getLong(13)),
            Optional.ofNullable(row.getString(14)));
    return new CatalogEntry(
        addresses, revision, SqliteRows.organization(row, 15), SqliteRows.verdict(row));
  }

  private List<DistributionAddress> distributions(long ordinal) {
    return session.list(
        "SELECT iri, id, number FROM distribution WHERE ordinal = ? ORDER BY number",
        row -> new DistributionAddress(row.getString(1), row.getString(2), row.getInt(3)),
        ordinal);
  }
}
