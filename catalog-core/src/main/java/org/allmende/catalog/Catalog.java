package org.allmende.catalog;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.accounts.Accounts;
import org.allmende.catalog.files.FileStore;
import org.allmende.catalog.ledger.Ledger;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.catalog.ledger.LedgerSnapshot.Scope;
import org.allmende.catalog.ledger.NewRevision;
import org.allmende.catalog.ledger.NewRevision.Computed;
import org.allmende.catalog.model.Addresses;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Identity;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.profile.Change;
import org.allmende.catalog.quality.Assessment;
import org.allmende.catalog.quality.CatalogQuality;
import org.allmende.vocab.profile.Profile;
import org.apache.jena.graph.Graph;

/**
 * The catalog: the one way in, and the way to everything that is read from the ledger.
 *
 * <pre>{@code
 * var catalog = Catalog.open(settings, SqliteLedger.open(file), new FileStore(folder), Clock.systemUTC());
 * var outcomes = catalog.publish(List.of(Submission.of(description, record)), Optional.empty());
 * var entry = catalog.find("strassenbaumkataster");
 * }</pre>
 *
 * Any number of threads may share it. It closes the ledger it was given.
 */
public final class Catalog implements AutoCloseable {

  private final CatalogSettings settings;
  private final Identity identity;
  private final Ledger ledger;
  private final FileStore files;
  private final Clock clock;
  private final Publisher publishers;
  private final ComputedView views;
  private final Preparation preparation;
  private final Foundation foundation;
  private final Accounts accounts;
  private final Organizations organizations;
  private volatile CatalogQuality quality = new CatalogQuality(-1, 0, Assessment.NONE, List.of());

  private Catalog(
      CatalogSettings settings, Identity identity, Ledger ledger, FileStore files, Clock clock) {
    this.settings = settings;
    this.identity = identity;
    this.ledger = ledger;
    this.files = files;
    this.clock = clock;
    this.publishers = new Publisher(settings, identity);
    this.views = new ComputedView(settings, identity);
    this.preparation = new Preparation(identity, publishers, views);
    this.foundation = new Foundation(identity, settings, publishers);
    this.organizations = new Organizations(ledger, settings, publishers, clock);
    this.accounts =
        new Accounts(ledger, clock, transaction -> foundation.lay(transaction, clock.instant()));
  }

  /**
   * Opens the catalog that lies in a ledger and a file store.
   *
   * @throws IllegalArgumentException when the ledger's IRIs begin with a loopback address and the
   *     settings name a public one: such IRIs would lead nowhere for ever (DESIGN 6)
   */
  public static Catalog open(
      CatalogSettings settings, Ledger ledger, FileStore files, Clock clock) {
    var base = ledger.read(LedgerSnapshot::base).orElse(settings.url());
    if (isLoopback(base) && !isLoopback(settings.url())) {
      throw new IllegalArgumentException(
          "This data directory was filled under "
              + base
              + ", an address of this machine alone; its IRIs would lead nowhere under "
              + settings.url()
              + ". Start with an empty data directory and harvest again.");
    }
    var identity = new Identity(base, settings.url());
    var known = ledger.read(snapshot -> Publisher.recognized(settings, identity, snapshot));
    var catalog = new Catalog(known, identity, ledger, files, clock);
    catalog.renameOrganizations();
    return catalog;
  }

  /** Writes new titles of the settings into the ledger; nothing else. */
  private void renameOrganizations() {
    if (ledger.read(foundation::isOutdated)) {
      ledger.write(
          transaction -> {
            foundation.lay(transaction, clock.instant());
            return true;
          });
    }
  }

  private static boolean isLoopback(String address) {
    return address.matches("https?://(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1\\])([:/].*)?");
  }

  /** How this catalog names what it makes. */
  public Identity identity() {
    return identity;
  }

  /** What the operator says about the catalog. */
  public CatalogSettings settings() {
    return settings;
  }

  /** The files of data sources. */
  public FileStore files() {
    return files;
  }

  /** The ledger itself, for followers and the history of runs. */
  public Ledger ledger() {
    return ledger;
  }

  /** Users, tokens, organizations and groups. */
  public Accounts accounts() {
    return accounts;
  }

  /** The clock by which revisions are dated. */
  public Clock clock() {
    return clock;
  }

  // In.

  /**
   * Enters or replaces datasets: compares, names, computes the view and the verdict, records. All
   * in one transaction; one outcome per submission, in the same order.
   *
   * @param run id of the harvest run that brings them
   */
  public List<Publication> publish(List<Submission> submissions, Optional<String> run) {
    return new Publishing(ledger, foundation, preparation, clock.instant(), run)
        .publish(submissions);
  }

  /**
   * Enters a new dataset under exactly the id and the name that the submission names; the name of a
   * withdrawn dataset is free, and that one goes by its id from then on.
   *
   * @return empty when IRI, id or name are taken
   */
  public Optional<Publication> enter(Submission submission) {
    return editing().record(submission, Optional.empty());
  }

  /**
   * Changes a dataset as a person says, whatever its source said last; under another name when the
   * submission names one. A record that says withdrawn takes it out.
   *
   * @param basis the state that was read and changed
   * @return empty when it is not current any more, or the name is taken: read again
   */
  public Optional<Publication> replace(CatalogEntry basis, Submission submission) {
    return editing().record(submission, Optional.of(basis));
  }

  /**
   * Takes a dataset out for good: its revisions are emptied of text, the files that only they named
   * are removed, a tombstone remains under its IRI and ids.
   */
  public CatalogEntry purge(CatalogEntry entry, Optional<String> editor) {
    var named = PurgedFiles.of(entry.uri(), ledger, files);
    var tombstone = editing().purge(entry, editor);
    named.removeFrom(files, ledger);
    return tombstone;
  }

  /**
   * Removes files that nothing names and that were stored before a time, such as those of a run
   * that a crash ended. Nobody stores a file and names it later than that.
   *
   * @return how many went
   */
  public int collectFiles(Instant before) throws IOException {
    return PurgedFiles.collect(files, ledger, before);
  }

  private Editing editing() {
    return new Editing(ledger, foundation, preparation, views, clock.instant());
  }

  /**
   * Takes datasets out: gone, 410. Those that are not there, or gone already, are left out of the
   * answer.
   */
  public List<CatalogEntry> withdraw(List<DatasetUri> datasets, Optional<String> run) {
    var now = clock.instant();
    return ledger.write(
        transaction ->
            datasets.stream()
                .map(transaction::findByUri)
                .flatMap(Optional::stream)
                .filter(entry -> entry.record().state() != DatasetState.WITHDRAWN)
                .map(entry -> transaction.append(withdrawal(entry, now), run).orElseThrow())
                .toList());
  }

  private NewRevision withdrawal(CatalogEntry entry, Instant now) {
    var record =
        entry.record().withState(DatasetState.WITHDRAWN).withTimes(entry.record().created(), now);
    return NewRevision.withRecord(entry, record, views.ofWithdrawn(), now);
  }

  /**
   * Announces that public datasets will leave: they stay, and say so (dcat-ap-de.md 2.4). Others
   * are left out of the answer.
   */
  public List<CatalogEntry> announceDeparture(
      List<DatasetUri> datasets, DatasetState step, Optional<String> run) {
    var announcement = new Announcement(step, clock.instant(), run, this::compute);
    return ledger.write(transaction -> announcement.of(datasets, transaction));
  }

  // Out.

  /** The current state of a dataset, withdrawn, draft and private ones included. */
  public Optional<CatalogEntry> find(DatasetUri dataset) {
    return ledger.read(snapshot -> snapshot.findByUri(dataset));
  }

  /** The same by CKAN id, by name, or by a name it once had. */
  public Optional<CatalogEntry> find(String idOrName) {
    return ledger.read(
        snapshot -> {
          var byId = snapshot.findById(idOrName);
          return byId.isPresent() ? byId : snapshot.findByName(idOrName);
        });
  }

  /** The dataset that a distribution's CKAN id belongs to. */
  public Optional<CatalogEntry> findByDistribution(String distributionId) {
    return ledger.read(snapshot -> snapshot.findByDistributionId(distributionId));
  }

  /** The entries with these ordinals, in the order asked for; unknown ones are left out. */
  public List<CatalogEntry> entries(List<Long> ordinals) {
    return ledger.read(
        snapshot ->
            ordinals.stream().map(snapshot::findByOrdinal).flatMap(Optional::stream).toList());
  }

  /**
   * All that are not withdrawn, by ordinal; drafts and private ones too, unless {@code publicOnly}.
   */
  public List<CatalogEntry> entriesAfter(long ordinal, int limit, boolean publicOnly) {
    var scope = publicOnly ? Scope.PUBLIC : Scope.ALL;
    return ledger.read(snapshot -> snapshot.entriesAfter(ordinal, limit, scope, Optional.empty()));
  }

  /**
   * The revisions after a sequence number as the public sees them, in order.
   *
   * @param limit how many at most; fewer only at the end
   */
  public List<PublicChange> changesAfter(long sequence, int limit) {
    return ledger.read(snapshot -> snapshot.publicChangesAfter(sequence, limit));
  }

  /** How good the {@code dcatap_de} view of an entry is. */
  public Assessment quality(CatalogEntry entry) {
    return ledger
        .read(snapshot -> snapshot.quality(entry.addresses().ordinal()))
        .orElseGet(() -> compute(entry).computed().quality());
  }

  /**
   * How good the public datasets are, all and by publisher. Kept until something changes; then it
   * costs a line for each dataset.
   */
  public CatalogQuality quality() {
    return ledger.read(
        snapshot -> {
          var known = quality;
          if (known.sequence() != snapshot.lastSequence()) {
            known = QualitySummary.of(snapshot);
            quality = known;
          }
          return known;
        });
  }

  /** The state that was current at this time. */
  public Optional<CatalogEntry> findAsOf(DatasetUri dataset, Instant time) {
    return ledger.read(snapshot -> snapshot.findAsOf(dataset, time));
  }

  /** The description in the form of a profile, addresses written with today's url. */
  public DatasetDescription describe(CatalogEntry entry, Profile profile) {
    if (profile != Profile.DCAT_AP_DE) {
      return onDemand(entry, profile);
    }
    return ready(entry)
        .map(turtle -> DatasetDescription.owning(entry.uri(), TurtleText.parse(turtle)))
        .orElseGet(() -> compute(entry).description());
  }

  /** The forms that are not kept: as it came, or for an older profile. */
  private DatasetDescription onDemand(CatalogEntry entry, Profile profile) {
    var raw = entry.description();
    return profile == Profile.RAW
        ? raw
        : views.view(
            profile,
            raw,
            entry.addresses().id(),
            preparation.blankIris(raw, entry.addresses()),
            entry.record());
  }

  /**
   * What a profile's view says otherwise than the source, in the order of the rules, each with the
   * reason; computed at each call.
   */
  public List<Change> changes(CatalogEntry entry, Profile profile) {
    var raw = entry.description();
    return views.changes(
        profile,
        raw,
        entry.addresses().id(),
        preparation.blankIris(raw, entry.addresses()),
        entry.record());
  }

  /** The {@code dcatap_de} view of the entry as Turtle, UTF-8. */
  public byte[] turtle(CatalogEntry entry) {
    return TurtleText.unpack(ready(entry).orElseGet(() -> compute(entry).computed().turtle()));
  }

  /**
   * The {@code dcatap_de} view of a public dataset, ready to be sent: one look into the ledger.
   *
   * @param idOrName its CKAN id or its current name
   */
  public Optional<ReadyTurtle> findReadyTurtle(String idOrName) {
    return ledger
        .read(snapshot -> snapshot.computed(idOrName, views.rules()))
        .map(kept -> new ReadyTurtle(kept.id(), kept.sequence(), kept.turtle()));
  }

  /**
   * A dataset's Turtle, ready to be sent.
   *
   * @param id its CKAN id
   * @param sequence of the revision; with the id a good ETag
   * @param gzip the Turtle, UTF-8, packed by gzip
   */
  public record ReadyTurtle(String id, long sequence, byte[] gzip) {

    /** The Turtle text, UTF-8. */
    public byte[] text() {
      return TurtleText.unpack(gzip);
    }
  }

  private Optional<byte[]> ready(CatalogEntry entry) {
    return ledger.read(snapshot -> snapshot.computedTurtle(entry, views.rules()));
  }

  private ComputedView.Result compute(CatalogEntry entry) {
    return view(entry, entry.record());
  }

  private Computed compute(CatalogEntry entry, CatalogRecord record) {
    return view(entry, record).computed();
  }

  private ComputedView.Result view(CatalogEntry entry, CatalogRecord record) {
    var raw = entry.description();
    return views.of(
        raw, entry.addresses().id(), preparation.blankIris(raw, entry.addresses()), record);
  }

  /**
   * The IRI and CKAN id of each distribution of an entry's current description; blank nodes too.
   *
   * @param raw the entry's description as {@link CatalogEntry#description} gave it
   */
  public List<NamedDistribution> distributions(CatalogEntry entry, DatasetDescription raw) {
    var addresses = entry.addresses();
    return DistributionIds.of(raw, addresses.id(), identity).stream()
        .map(
            named ->
                addresses
                    .distribution(named.iri())
                    .map(address -> new NamedDistribution(named.node(), address)))
        .flatMap(Optional::stream)
        .sorted(java.util.Comparator.comparingInt(named -> named.address().number()))
        .toList();
  }

  /** A distribution's node in a raw description with the address it was assigned. */
  public record NamedDistribution(
      org.apache.jena.graph.Node node, Addresses.DistributionAddress address) {}

  /** One page for harvesters, read in one snapshot. */
  public HarvestPage harvestPage(HarvestPage.Request request) {
    return ledger.read(snapshot -> pages(snapshot).page(request));
  }

  /**
   * One page of a walk through some datasets alone.
   *
   * @param found their ordinals, ascending; those that stand on no page are passed over
   */
  public HarvestPage harvestPage(HarvestPage.Request request, long[] found) {
    return ledger.read(snapshot -> pages(snapshot).page(request, found));
  }

  private HarvestPages pages(LedgerSnapshot snapshot) {
    return new HarvestPages(snapshot, views.rules(), this::computed);
  }

  private DatasetDescription computed(CatalogEntry entry, Profile profile) {
    return profile == Profile.DCAT_AP_DE ? compute(entry).description() : onDemand(entry, profile);
  }

  /**
   * The triples of the {@code dcat:Catalog} itself, its publisher included, without datasets.
   *
   * @param modified when the newest of its datasets was recorded, as a page says it
   */
  public Graph catalogDescription(Optional<Instant> modified) {
    return CatalogDescription.of(
        settings, identity, publishers.ofCatalog(clock.instant()), modified);
  }

  /**
   * All organizations: those that publish or published something, those that people made, and the
   * configured ones; by title.
   */
  public List<Organization> organizations() {
    return organizations.all();
  }

  /** An organization by CKAN id or name. */
  public Optional<Organization> findOrganization(String idOrName) {
    return organizations.find(idOrName);
  }

  /**
   * Computes anew what other rules computed, after a change of the program or of the settings: at
   * most {@code limit} datasets.
   *
   * @return how many were computed; 0 when all follow today's rules
   */
  public int refresh(int limit) {
    var outdated = ledger.read(snapshot -> snapshot.computedByOtherRules(views.rules(), limit));
    if (outdated.isEmpty()) {
      return 0;
    }
    var computed = outdated.parallelStream().map(this::recompute).toList();
    ledger.write(
        transaction -> {
          for (var i = 0; i < computed.size(); i++) {
            transaction.keepComputed(outdated.get(i), computed.get(i));
          }
          return computed.size();
        });
    return computed.size();
  }

  private Computed recompute(CatalogEntry entry) {
    return entry.record().state() == DatasetState.WITHDRAWN
        ? views.ofWithdrawn()
        : compute(entry).computed();
  }

  /**
   * Version of the rules that compute views and verdicts; followers that hold views depend on it.
   */
  public String rules() {
    return views.rules();
  }

  @Override
  public void close() {
    ledger.close();
  }
}
