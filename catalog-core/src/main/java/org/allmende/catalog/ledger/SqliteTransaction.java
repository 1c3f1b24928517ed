package org.allmende.catalog.ledger;

import java.time.Instant;
import java.util.List;
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
import org.allmende.catalog.quality.Assessment;

/** A change of the ledger in one session; begun and ended by {@link SqliteLedger}. */
final class SqliteTransaction extends SqliteSnapshot implements LedgerTransaction {

  SqliteTransaction(SqliteSession session) {
    super(session);
  }

  @Override
  public void recordBase(String base) {
    session.update("INSERT INTO meta (key, value) VALUES ('base', ?)", base);
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
    var known =
        session.first(ORGANIZATION + "WHERE id = ?", row -> SqliteRows.organization(row, 1), id);
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
        SqliteRows.micros(now));
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
        SqliteRows.micros(at),
        run.orElse(null));
    var sequence = session.number("SELECT last_insert_rowid()");
    session.update(
        """
        UPDATE dataset SET sequence = ?, recorded = ?, source = ?, source_key = ?,
          is_public = ?, is_gone = ? WHERE ordinal = ?
        """,
        sequence,
        SqliteRows.micros(at),
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
  public void recordRun(RunEntry run) {
    session.update(
        """
        INSERT INTO run (id, source, started, finished, outcome, report) VALUES (?,?,?,?,?,?)
        ON CONFLICT (id) DO UPDATE SET finished = excluded.finished, outcome = excluded.outcome,
          report = excluded.report
        """,
        run.id(),
        run.source(),
        SqliteRows.micros(run.started()),
        run.finished().map(SqliteRows::micros).orElse(null),
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

  @Override
  public void keepQuality(CatalogEntry entry, Assessment assessment) {
    session.update(
        """
        INSERT INTO quality (ordinal, publisher, assessment) VALUES (?, ?, ?)
        ON CONFLICT (ordinal) DO UPDATE SET publisher = excluded.publisher,
          assessment = excluded.assessment
        """,
        entry.addresses().ordinal(),
        entry.publisher().id(),
        assessment.toText());
  }
}
