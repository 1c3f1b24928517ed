package org.allmende.catalog.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.accounts.Group;
import org.allmende.catalog.ledger.NewRevision.Computed;
import org.allmende.catalog.model.Addresses;
import org.allmende.catalog.model.Addresses.DistributionAddress;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.model.Revision;
import org.allmende.catalog.model.StoredDescription;
import org.allmende.catalog.model.Uuids;
import org.apache.jena.graph.Graph;

/**
 * A change of the ledger in one session; begun and ended by {@link SqliteLedger}. While it lasts
 * nobody else writes. So it counts sequence numbers and ordinals itself, writes each row once and
 * complete, and leaves it to the table's keys to say what is taken.
 */
final class SqliteTransaction extends SqliteSnapshot implements LedgerTransaction {

  private final Map<String, Organization> organizations = new HashMap<>();
  private final Counter sequences = new Counter("revision");
  private final Counter ordinals = new Counter("dataset");

  SqliteTransaction(SqliteSession session) {
    super(session);
  }

  @Override
  public void recordBase(String base) {
    session.update("INSERT INTO meta (key, value) VALUES ('base', ?)", base);
  }

  // Organizations.

  @Override
  public Organization assignOrganization(Organization organization) {
    return organizations.computeIfAbsent(
        organization.id(),
        id ->
            session
                .first(ORGANIZATION + "WHERE id = ?", row -> SqliteRows.organization(row, 1), id)
                .map(known -> known.isDeleted() ? revive(known, organization) : known)
                .orElseGet(() -> insert(organization)));
  }

  /** What people took away comes back with a new dataset; a purged one under the name wished. */
  private Organization revive(Organization known, Organization wish) {
    var kept =
        groups()
            .find(Group.Kind.ORGANIZATION, known.id())
            .map(group -> group.withState(Group.State.ACTIVE))
            .orElseGet(
                () ->
                    Group.named(
                            known.id(),
                            Group.Kind.ORGANIZATION,
                            freeName(wish.name()),
                            known.created())
                        .withTexts(freeName(wish.name()), wish.title(), "", ""));
    groups().put(kept);
    return new Organization(
        known.id(),
        kept.name(),
        kept.title(),
        known.iri(),
        known.homepage(),
        known.created(),
        kept.description(),
        kept.imageUrl(),
        false);
  }

  private Organization insert(Organization wish) {
    var free = freeName(wish.name());
    session.update(
        "INSERT INTO organization (id, name, title, iri, homepage, created) VALUES (?,?,?,?,?,?)",
        wish.id(),
        free.value(),
        wish.title(),
        wish.iri(),
        wish.homepage().orElse(null),
        SqliteRows.micros(wish.created()));
    return new Organization(
        wish.id(), free, wish.title(), wish.iri(), wish.homepage(), wish.created());
  }

  private DatasetSlug freeName(DatasetSlug wish) {
    var free = wish;
    for (var n = 2; !groups().isFreeName(free.value()); n++) {
      free = wish.numbered(n);
    }
    return free;
  }

  // Revisions.

  @Override
  public Optional<CatalogEntry> append(NewRevision revision, Optional<String> run) {
    var sequence = sequences.next();
    var addresses =
        revision
            .basis()
            .map(basis -> replace(basis, revision, sequence))
            .orElseGet(() -> enter(revision, sequence));
    return addresses.map(assigned -> record(assigned, revision, sequence, run));
  }

  /** The row of a new dataset; the last one, so every other with its identifier is an elder. */
  private Optional<Addresses> enter(NewRevision revision, long sequence) {
    var ordinal = ordinals.next();
    var record = revision.record();
    var entered =
        session.update(
            """
            INSERT INTO dataset (ordinal, iri, id, name, sequence, recorded, source, source_key,
              identifier, is_public, is_gone, is_valid, on_pages)
            SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,
              ?10 AND ?12 AND NOT EXISTS (SELECT 1 FROM dataset elder
                WHERE elder.identifier = ?9 AND elder.is_public = 1 AND elder.is_valid = 1)
            WHERE NOT EXISTS (SELECT 1 FROM name WHERE name = ?4)
            ON CONFLICT DO NOTHING
            """,
            ordinal,
            revision.dataset().value(),
            revision.id(),
            revision.name().value(),
            sequence,
            SqliteRows.micros(revision.at()),
            record.source().orElse(null),
            record.sourceKey().orElse(null),
            revision.computed().identifier().orElse(null),
            number(record.isPublic()),
            number(record.state() == DatasetState.WITHDRAWN),
            number(revision.computed().verdict().onHarvestPages()));
    if (entered == 0) {
      return Optional.empty();
    }
    ordinals.take(ordinal);
    session.update(
        "INSERT INTO name (name, ordinal) VALUES (?, ?)", revision.name().value(), ordinal);
    return Optional.of(
        new Addresses(revision.dataset(), ordinal, revision.id(), revision.name(), List.of()));
  }

  private Optional<Addresses> replace(CatalogEntry basis, NewRevision revision, long sequence) {
    var record = revision.record();
    var isValid = revision.computed().verdict().onHarvestPages();
    var before = candidacy(basis);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    session.update(
        """
        UPDATE dataset SET sequence = ?, recorded = ?, source = ?, source_key = ?,
          identifier = ?, is_public = ?, is_gone = ?, is_valid = ? WHERE ordinal = ?
        """,
        sequence,
        SqliteRows.micros(revision.at()),
        record.source().orElse(null),
        record.sourceKey().orElse(null),
        revision.computed().identifier().orElse(null),
        number(record.isPublic()),
        number(record.state() == DatasetState.WITHDRAWN),
        number(isValid),
        basis.addresses().ordinal());
    var after = new Candidacy(revision.computed().identifier(), record.isPublic() && isValid);
    chooseForPages(basis.addresses().ordinal(), before.get(), after);
    return Optional.of(renamed(basis.addresses(), revision.name()));
  }

  /** Every name that the dataset had stays its own. */
  private Addresses renamed(Addresses addresses, DatasetSlug name) {
    if (name.equals(addresses.name())) {
      return addresses;
    }
    session.update(
        "UPDATE dataset SET name = ? WHERE ordinal = ?", name.value(), addresses.ordinal());
    session.update(
        "INSERT INTO name (name, ordinal) VALUES (?, ?) ON CONFLICT DO NOTHING",
        name.value(),
        addresses.ordinal());
    return new Addresses(
        addresses.uri(), addresses.ordinal(), addresses.id(), name, addresses.distributions());
  }

  @Override
  public void releaseName(DatasetSlug name) {
    findByName(name.value())
        .filter(holder -> holder.record().state() == DatasetState.WITHDRAWN)
        .ifPresent(
            holder -> {
              if (holder.addresses().name().equals(name)) {
                var unused = renamed(holder.addresses(), nameById(holder.addresses()));
              }
              session.update("DELETE FROM name WHERE name = ?", name.value());
            });
  }

  /** An id of another catalog need not be a name. */
  private DatasetSlug nameById(Addresses addresses) {
    var id = addresses.id();
    var wish =
        new DatasetSlug(
            DatasetSlug.isSlug(id) ? id : Uuids.v5(Uuids.URL, addresses.uri().value()).toString());
    var free = wish;
    for (var n = 2; !isFreeName(free); n++) {
      free = wish.numbered(n);
    }
    return free;
  }

  @Override
  public void empty(long ordinal, CatalogRecord record) {
    session.update(
        "UPDATE revision SET body = ?, record = ?, hash = '' WHERE ordinal = ?",
        StoredDescription.pack(Graph.emptyGraph).bytes(),
        RecordJson.write(record),
        ordinal);
  }

  private CatalogEntry record(
      Addresses assigned, NewRevision draft, long sequence, Optional<String> run) {
    sequences.take(sequence);
    var leaves = draft.basis().isPresent() && draft.record().state() == DatasetState.WITHDRAWN;
    var publisher = leaves ? draft.publisher() : assignOrganization(draft.publisher());
    session.update(
        """
        INSERT INTO revision (sequence, ordinal, change, body, record, hash, publisher, at, run)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        sequence,
        assigned.ordinal(),
        draft.change().name(),
        draft.stored().bytes(),
        RecordJson.write(draft.record()),
        draft.hash(),
        publisher.id(),
        SqliteRows.micros(draft.at()),
        run.orElse(null));
    keep(assigned.ordinal(), sequence, publisher, draft.computed());
    var revision =
        new Revision(
            sequence,
            draft.dataset(),
            draft.change(),
            draft.stored(),
            draft.record(),
            draft.hash(),
            draft.at(),
            run);
    var addresses = withDistributions(assigned, draft.distributions());
    return new CatalogEntry(addresses, revision, publisher, draft.computed().verdict());
  }

  private Addresses withDistributions(Addresses known, List<NewRevision.Distribution> wanted) {
    var all = new ArrayList<>(known.distributions());
    var number = all.stream().mapToInt(DistributionAddress::number).max().orElse(0);
    for (var distribution : wanted) {
      if (known.distribution(distribution.iri()).isEmpty()) {
        number++;
        all.add(assign(known.ordinal(), number, distribution));
      }
    }
    return new Addresses(known.uri(), known.ordinal(), known.id(), known.name(), all);
  }

  private DistributionAddress assign(
      long ordinal, int number, NewRevision.Distribution distribution) {
    var iri = distribution.iri();
    var sql = "INSERT INTO distribution (ordinal, number, iri, id) VALUES (?, ?, ?, ?)";
    var entered =
        session.update(
            sql + " ON CONFLICT (id) DO NOTHING", ordinal, number, iri, distribution.id());
    if (entered == 1) {
      return new DistributionAddress(iri, distribution.id(), number);
    }
    session.update(sql, ordinal, number, iri, distribution.otherId());
    return new DistributionAddress(iri, distribution.otherId(), number);
  }

  // What was computed.

  @Override
  public boolean keepComputed(CatalogEntry entry, Computed computed) {
    var before = candidacy(entry);
    if (before.isEmpty()) {
      return false;
    }
    var ordinal = entry.addresses().ordinal();
    var isValid = computed.verdict().onHarvestPages();
    keep(ordinal, entry.revision().sequence(), entry.publisher(), computed);
    session.update(
        "UPDATE dataset SET identifier = ?, is_valid = ? WHERE ordinal = ?",
        computed.identifier().orElse(null),
        number(isValid),
        ordinal);
    var after = new Candidacy(computed.identifier(), entry.isPublic() && isValid);
    chooseForPages(ordinal, before.get(), after);
    return true;
  }

  private void keep(long ordinal, long sequence, Organization publisher, Computed computed) {
    session.update(
        """
        INSERT INTO computed (ordinal, sequence, rules, findings, turtle) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (ordinal) DO UPDATE SET sequence = excluded.sequence, rules = excluded.rules,
          findings = excluded.findings, turtle = excluded.turtle
        """,
        ordinal,
        sequence,
        computed.rules(),
        RecordJson.writeFindings(computed.verdict().violations()),
        computed.turtle());
    session.update(
        """
        INSERT INTO quality (ordinal, publisher, assessment) VALUES (?, ?, ?)
        ON CONFLICT (ordinal) DO UPDATE SET publisher = excluded.publisher,
          assessment = excluded.assessment
        """,
        ordinal,
        publisher.id(),
        computed.quality().toText());
  }

  // Harvest pages.

  /**
   * What a dataset brings to the choice among those with its identifier.
   *
   * @param isFit true when it is public and valid
   */
  private record Candidacy(Optional<String> identifier, boolean isFit) {}

  /** That of the entry, if it is the current one. */
  private Optional<Candidacy> candidacy(CatalogEntry entry) {
    return session.first(
        """
        SELECT identifier, is_public = 1 AND is_valid = 1 FROM dataset
        WHERE ordinal = ? AND sequence = ?
        """,
        row -> new Candidacy(Optional.ofNullable(row.getString(1)), row.getInt(2) == 1),
        entry.addresses().ordinal(),
        entry.revision().sequence());
  }

  private void chooseForPages(long ordinal, Candidacy before, Candidacy after) {
    if (before.equals(after)) {
      return;
    }
    before.identifier().ifPresent(this::chooseAmong);
    after
        .identifier()
        .ifPresentOrElse(this::chooseAmong, () -> chooseAlone(ordinal, after.isFit()));
  }

  /** Of datasets with one identifier the elder alone stands on harvest pages (sources.md 2.7). */
  private void chooseAmong(String identifier) {
    session.update(
        """
        UPDATE dataset SET on_pages = (is_public = 1 AND is_valid = 1 AND NOT EXISTS (
          SELECT 1 FROM dataset elder WHERE elder.identifier = dataset.identifier
            AND elder.ordinal < dataset.ordinal AND elder.is_public = 1 AND elder.is_valid = 1))
        WHERE identifier = ?
        """,
        identifier);
  }

  private void chooseAlone(long ordinal, boolean isFit) {
    session.update("UPDATE dataset SET on_pages = ? WHERE ordinal = ?", number(isFit), ordinal);
  }

  // Runs and notes.

  @Override
  public void recordRun(RunEntry run) {
    session.update(
        """
        INSERT INTO run (id, source, started, finished, outcome, report) VALUES (?,?,?,?,?,?)
        ON CONFLICT (id) DO UPDATE SET started = excluded.started, finished = excluded.finished, outcome = excluded.outcome,
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
  public void keepSource(SourceEntry source) {
    session.update(
        """
        INSERT INTO harvest_source (id, name, created, definition) VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, definition = excluded.definition
        """,
        source.id(),
        source.name(),
        SqliteRows.micros(source.created()),
        source.definition());
  }

  @Override
  public void forgetSource(String id) {
    session.update("DELETE FROM harvest_source WHERE id = ?", id);
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

  private static int number(boolean truth) {
    return truth ? 1 : 0;
  }

  /** The numbers that SQLite would give to new rows of a table; none is ever given twice. */
  private final class Counter {
    private final String table;
    private long last = -1;

    Counter(String table) {
      this.table = table;
    }

    long next() {
      if (last < 0) {
        last = session.number("SELECT seq FROM sqlite_sequence WHERE name = ?", table);
      }
      return last + 1;
    }

    void take(long number) {
      last = number;
    }
  }
}
