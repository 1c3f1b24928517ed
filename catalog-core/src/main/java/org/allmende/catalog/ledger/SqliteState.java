package org.allmende.catalog.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.Verdict;
import org.allmende.catalog.model.Addresses;
import org.allmende.catalog.model.Addresses.DistributionAddress;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.model.Revision;
import org.allmende.catalog.model.StoredDescription;

/** The state of the ledger as one session sees it inside a transaction. Times are microseconds. */
final class SqliteState implements LedgerTransaction {

  static final String LAST_SEQUENCE = "SELECT coalesce(max(sequence), 0) FROM revision";

  private static final String ENTRY =
      """
      SELECT d.ordinal, d.iri, d.id, d.name, d.is_public, d.is_valid, d.on_pages,
             r.sequence, r.change, r.body, r.record, r.hash, r.at, r.run,
             o.id, o.name, o.title, o.iri, o.homepage, o.created,
             coalesce(c.findings, '[]')
      FROM dataset d
      JOIN revision r ON r.sequence = %s
      JOIN organization o ON o.id = r.publisher
      LEFT JOIN computed c ON c.ordinal = d.ordinal
      """;
  private static final String CURRENT = ENTRY.formatted("d.sequence");

  private final SqliteSession session;

  SqliteState(SqliteSession session) {
    this.session = session;
  }

  // Reading.

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
    var atThatTime = "(SELECT max(sequence) FROM revision WHERE ordinal = d.ordinal AND at <= ?)";
    return session.first(
        ENTRY.formatted(atThatTime) + "WHERE d.iri = ?", this::entry, micros(time), uri.value());
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
                instant(row.getLong(7)),
                Optional.ofNullable(row.getString(8))),
        uri.value());
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

  private static String condition(Scope scope) {
    return switch (scope) {
      case ALL -> "d.is_gone = 0";
      case PUBLIC -> "d.is_public = 1";
      case HARVEST_PAGES -> "d.on_pages = 1";
    };
  }

  private static String sinceCondition(Optional<Instant> since) {
    return since.map(time -> " AND d.recorded >= " + micros(time)).orElse("");
  }

  private static long sinceMicros(Optional<Instant> since) {
    return since.map(SqliteState::micros).orElse(Long.MIN_VALUE);
  }

  @Override
  public Optional<Instant> lastRecorded() {
    return session.first(
        "SELECT at FROM revision ORDER BY sequence DESC LIMIT 1", row -> instant(row.getLong(1)));
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

  private static final String ORGANIZATION =
      "SELECT id, name, title, iri, homepage, created FROM organization ";

  @Override
  public List<Organization> organizations() {
    return session.list(ORGANIZATION + "ORDER BY title, id", row -> organization(row, 1));
  }

  @Override
  public Optional<Organization> findOrganization(String idOrName) {
    return session.first(
        ORGANIZATION + "WHERE id = ?1 OR name = ?1", row -> organization(row, 1), idOrName);
  }

  @Override
  public List<RunEntry> runs(String source, int limit) {
    return session.list(
        """
        SELECT id, source, started, finished, outcome, report FROM run
        WHERE ?1 = '' OR source = ?1 ORDER BY started DESC, id LIMIT ?2
        """,
        SqliteState::run,
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

  // Changing.

  @Override
  public void recordBase(String base) {
    session.update("INSERT INTO meta (key, value) VALUES ('base', ?)", base);
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
  public boolean isFreeDistributionId(String id) {
    return !session.exists("SELECT 1 FROM distribution WHERE id = ?", id);
  }

  @Override
  public Optional<DatasetUri> ownerOfDistribution(String iri) {
    return session.first(
        """
        SELECT d.iri FROM distribution x JOIN dataset d ON d.ordinal = x.ordinal
        WHERE x.iri = ? ORDER BY x.ordinal LIMIT 1
        """,
        row -> new DatasetUri(row.getString(1)),
        iri);
  }

  @Override
  public Addresses assign(DatasetUri uri, String id, DatasetSlug name) {
    session.update(
        "INSERT INTO dataset (iri, id, name) VALUES (?, ?, ?)", uri.value(), id, name.value());
    var ordinal = session.number("SELECT last_insert_rowid()");
    session.update("INSERT INTO name (name, ordinal) VALUES (?, ?)", name.value(), ordinal);
    return new Addresses(uri, ordinal, id, name, List.of());
  }

  @Override
  public DistributionAddress assignDistribution(Addresses dataset, String iri, String id) {
    var number =
        1
            + session.number(
                "SELECT coalesce(max(number), 0) FROM distribution WHERE ordinal = ?",
                dataset.ordinal());
    session.update(
        "INSERT INTO distribution (ordinal, number, iri, id) VALUES (?, ?, ?, ?)",
        dataset.ordinal(),
        number,
        iri,
        id);
    return new DistributionAddress(iri, id, Math.toIntExact(number));
  }

  @Override
  public Organization assignOrganization(
      String id,
      DatasetSlug name,
      String title,
      String iri,
      Optional<String> homepage,
      Instant now) {
    var known = session.first(ORGANIZATION + "WHERE id = ?", row -> organization(row, 1), id);
    if (known.isPresent()) {
      return known.get();
    }
    var free = name;
    for (var n = 2; isTakenOrganizationName(free); n++) {
      free = name.numbered(n);
    }
    session.update(
        "INSERT INTO organization (id, name, title, iri, homepage, created) VALUES (?,?,?,?,?,?)",
        id,
        free.value(),
        title,
        iri,
        homepage.orElse(null),
        micros(now));
    return new Organization(id, free, title, iri, homepage, now);
  }

  private boolean isTakenOrganizationName(DatasetSlug name) {
    return session.exists("SELECT 1 FROM organization WHERE name = ?", name.value());
  }

  @Override
  public Revision append(
      Addresses addresses,
      Revision.Change change,
      StoredDescription stored,
      CatalogRecord record,
      String hash,
      Organization publisher,
      Instant at,
      Optional<String> run) {
    session.update(
        """
        INSERT INTO revision (ordinal, change, body, record, hash, publisher, at, run)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        addresses.ordinal(),
        change.name(),
        stored.bytes(),
        RecordJson.write(record),
        hash,
        publisher.id(),
        micros(at),
        run.orElse(null));
    var sequence = session.number("SELECT last_insert_rowid()");
    session.update(
        """
        UPDATE dataset SET sequence = ?, recorded = ?, source = ?, source_key = ?,
          is_public = ?, is_gone = ? WHERE ordinal = ?
        """,
        sequence,
        micros(at),
        record.source().orElse(null),
        record.sourceKey().orElse(null),
        record.isPublic() ? 1 : 0,
        record.state() == DatasetState.WITHDRAWN ? 1 : 0,
        addresses.ordinal());
    return new Revision(sequence, addresses.uri(), change, stored, record, hash, at, run);
  }

  @Override
  public void keepComputed(
      CatalogEntry entry,
      String rules,
      Verdict verdict,
      Optional<String> identifier,
      byte[] turtle) {
    var ordinal = entry.addresses().ordinal();
    session.update(
        """
        INSERT INTO computed (ordinal, sequence, rules, findings, turtle) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (ordinal) DO UPDATE SET sequence = excluded.sequence, rules = excluded.rules,
          findings = excluded.findings, turtle = excluded.turtle
        """,
        ordinal,
        entry.revision().sequence(),
        rules,
        RecordJson.writeFindings(verdict.violations()),
        turtle);
    var before =
        session.first(
            "SELECT identifier FROM dataset WHERE ordinal = ? AND identifier IS NOT NULL",
            row -> row.getString(1),
            ordinal);
    session.update(
        "UPDATE dataset SET is_valid = ?, identifier = ?, on_pages = 0 WHERE ordinal = ?",
        verdict.onHarvestPages() ? 1 : 0,
        identifier.orElse(null),
        ordinal);
    before.filter(old -> !identifier.equals(Optional.of(old))).ifPresent(this::chooseForPages);
    identifier.ifPresentOrElse(this::chooseForPages, () -> chooseAlone(ordinal));
  }

  /** Of datasets with one identifier the elder alone stands on harvest pages (sources.md 2.7). */
  private void chooseForPages(String identifier) {
    session.update(
        """
        UPDATE dataset SET on_pages = (is_public = 1 AND is_valid = 1 AND NOT EXISTS (
          SELECT 1 FROM dataset elder WHERE elder.identifier = dataset.identifier
            AND elder.ordinal < dataset.ordinal AND elder.is_public = 1 AND elder.is_valid = 1))
        WHERE identifier = ?
        """,
        identifier);
  }

  private void chooseAlone(long ordinal) {
    session.update(
        "UPDATE dataset SET on_pages = (is_public = 1 AND is_valid = 1) WHERE ordinal = ?",
        ordinal);
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
  public Optional<Computed> computed(String idOrName, String rules) {
    var byId = computedWhere("d.id = ?", idOrName, rules);
    return byId.isPresent() ? byId : computedWhere("d.name = ?", idOrName, rules);
  }

  private Optional<Computed> computedWhere(String condition, String idOrName, String rules) {
    var sql =
        "SELECT d.id, d.sequence, c.turtle FROM dataset d"
            + " JOIN computed c ON c.ordinal = d.ordinal AND c.sequence = d.sequence"
            + " WHERE d.is_public = 1 AND c.rules = ? AND "
            + condition;
    return session.first(
        sql,
        row -> new Computed(row.getString(1), row.getLong(2), row.getBytes(3)),
        rules,
        idOrName);
  }

  @Override
  public List<CatalogEntry> computedByOtherRules(String rules, int limit) {
    return session.list(
        CURRENT + "WHERE c.rules IS NULL OR c.rules <> ? ORDER BY d.ordinal LIMIT ?",
        this::entry,
        rules,
        limit);
  }

  @Override
  public void recordRun(RunEntry run) {
    session.update(
        """
        INSERT INTO run (id, source, started, finished, outcome, report) VALUES (?,?,?,?,?,?)
        ON CONFLICT (id) DO UPDATE SET finished = excluded.finished, outcome = excluded.outcome,
          report = excluded.report
        """,
        run.id(),
        run.source(),
        micros(run.started()),
        run.finished().map(SqliteState::micros).orElse(null),
        run.outcome(),
        run.report());
  }

  @Override
  public void note(String source, String key, String value) {
    if (value.isEmpty()) {
      session.update("DELETE FROM note WHERE source = ? AND key = ?", source, key);
    } else {
      session.update(
          """
          INSERT INTO note (source, key, value) VALUES (?, ?, ?)
          ON CONFLICT (source, key) DO UPDATE SET value = excluded.value
          """,
          source,
          key,
          value);
    }
  }

  // Rows to values.

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
            instant(row.getLong(13)),
            Optional.ofNullable(row.getString(14)));
    return new CatalogEntry(addresses, revision, organization(row, 15), verdict(row));
  }

  private static Verdict verdict(ResultSet row) throws SQLException {
    var isPublic = row.getInt(5) == 1;
    var isValid = row.getInt(6) == 1;
    var onPages = row.getInt(7) == 1;
    var findings = RecordJson.readFindings(row.getString(21));
    return isPublic && isValid && !onPages
        ? Verdict.duplicate(findings)
        : new Verdict(onPages, findings);
  }

  private List<DistributionAddress> distributions(long ordinal) {
    return session.list(
        "SELECT iri, id, number FROM distribution WHERE ordinal = ? ORDER BY number",
        row -> new DistributionAddress(row.getString(1), row.getString(2), row.getInt(3)),
        ordinal);
  }

  private static Organization organization(ResultSet row, int first) throws SQLException {
    return new Organization(
        row.getString(first),
        new DatasetSlug(row.getString(first + 1)),
        row.getString(first + 2),
        row.getString(first + 3),
        Optional.ofNullable(row.getString(first + 4)),
        instant(row.getLong(first + 5)));
  }

  private static RunEntry run(ResultSet row) throws SQLException {
    var finished = row.getLong(4);
    return new RunEntry(
        row.getString(1),
        row.getString(2),
        instant(row.getLong(3)),
        row.wasNull() ? Optional.empty() : Optional.of(instant(finished)),
        row.getString(5),
        row.getString(6));
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
