package org.allmende.catalog;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.Preparation.Prepared;
import org.allmende.catalog.Preparation.Ready;
import org.allmende.catalog.Preparation.Settled;
import org.allmende.catalog.files.FileStore;
import org.allmende.catalog.ledger.Ledger;
import org.allmende.catalog.ledger.LedgerException;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.catalog.ledger.LedgerSnapshot.PageItem;
import org.allmende.catalog.ledger.LedgerSnapshot.Scope;
import org.allmende.catalog.ledger.LedgerTransaction;
import org.allmende.catalog.model.Addresses;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Identity;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.model.Revision;
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
  private volatile KnownOrganizations organizations = new KnownOrganizations(-1, List.of());

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
    return new Catalog(settings, new Identity(base, settings.url()), ledger, files, clock);
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
    var now = clock.instant();
    var prepared =
        submissions.parallelStream()
            .map(s -> ledger.read(snapshot -> preparation.prepare(s, snapshot, now)))
            .toList();
    if (prepared.stream().allMatch(Settled.class::isInstance)) {
      return prepared.stream().map(p -> ((Settled) p).outcome()).toList();
    }
    return ledger.write(transaction -> record(prepared, transaction, now, run));
  }

  private List<Publication> record(
      List<Prepared> prepared, LedgerTransaction transaction, Instant now, Optional<String> run) {
    begin(transaction, now);
    var outcomes = new ArrayList<Publication>(prepared.size());
    for (var one : prepared) {
      outcomes.add(
          switch (one) {
            case Settled settled -> settled.outcome();
            case Ready ready -> record(ready, transaction, now, run);
          });
    }
    return outcomes;
  }

  /** The first publication records the base and the configured organizations. */
  private void begin(LedgerTransaction transaction, Instant now) {
    var base = transaction.base();
    if (base.isEmpty()) {
      transaction.recordBase(identity.base());
    } else if (!base.get().equals(identity.base())) {
      throw new LedgerException(
          "The ledger's IRIs begin with " + base.get() + " since a moment ago; start again.");
    }
    settings
        .organizations()
        .forEach(o -> Publisher.recorded(transaction, publishers.organization(o, now)));
  }

  /** Records one; what changed since it was prepared is prepared again, now under the lock. */
  private Publication record(
      Ready prepared, LedgerTransaction transaction, Instant now, Optional<String> run) {
    var ready = prepared;
    if (!stillHolds(prepared, transaction)) {
      switch (preparation.prepare(prepared.submission(), transaction, now)) {
        case Settled settled -> {
          return settled.outcome();
        }
        case Ready again -> ready = again;
      }
    }
    var addresses = assign(ready, transaction);
    var publisher = Publisher.recorded(transaction, ready.publisher());
    var revision =
        transaction.append(
            addresses,
            Revision.Change.PUBLISHED,
            ready.stored(),
            ready.record(),
            ready.hash(),
            publisher,
            now,
            run);
    var computed = ready.computed();
    var entry = new CatalogEntry(addresses, revision, publisher, computed.verdict());
    transaction.keepComputed(
        entry, views.rules(), computed.verdict(), computed.identifier(), computed.turtle());
    return new Publication.Published(entry, ready.existing().isEmpty());
  }

  private static boolean stillHolds(Ready ready, LedgerTransaction transaction) {
    var uri = ready.submission().description().uri();
    var basis = transaction.currentSequence(uri);
    if (basis != ready.basis()) {
      return false;
    }
    return basis != 0 || (transaction.isFreeId(ready.id()) && transaction.isFreeName(ready.name()));
  }

  private static Addresses assign(Ready ready, LedgerTransaction transaction) {
    var addresses =
        ready
            .existing()
            .map(CatalogEntry::addresses)
            .orElseGet(
                () ->
                    transaction.assign(
                        ready.submission().description().uri(), ready.id(), ready.name()));
    var all = new ArrayList<>(addresses.distributions());
    for (var named : ready.distributions()) {
      if (addresses.distribution(named.iri()).isEmpty()) {
        var id = transaction.isFreeDistributionId(named.id()) ? named.id() : named.otherId();
        all.add(transaction.assignDistribution(addresses, named.iri(), id));
      }
    }
    return new Addresses(
        addresses.uri(), addresses.ordinal(), addresses.id(), addresses.name(), all);
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
                .map(entry -> withdraw(entry, transaction, now, run))
                .toList());
  }

  private CatalogEntry withdraw(
      CatalogEntry entry, LedgerTransaction transaction, Instant now, Optional<String> run) {
    var record =
        entry.record().withState(DatasetState.WITHDRAWN).withTimes(entry.record().created(), now);
    var revision =
        transaction.append(
            entry.addresses(),
            Revision.Change.WITHDRAWN,
            entry.revision().stored(),
            record,
            entry.revision().hash(),
            entry.publisher(),
            now,
            run);
    var verdict = new Verdict(false, List.of());
    var withdrawn = new CatalogEntry(entry.addresses(), revision, entry.publisher(), verdict);
    transaction.keepComputed(
        withdrawn, views.rules(), verdict, Optional.empty(), TurtleText.pack(Graph.emptyGraph));
    return withdrawn;
  }

  /**
   * Announces that public datasets will leave: they stay, and say so (dcat-ap-de.md 2.4). Others
   * are left out of the answer.
   */
  public List<CatalogEntry> announceDeparture(
      List<DatasetUri> datasets, DatasetState step, Optional<String> run) {
    var announcement = new Announcement(step, clock.instant(), run, views.rules(), this::compute);
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
   * The sequence numbers of the current revisions of these datasets, in the same order; 0 for an
   * unknown ordinal. Much cheaper than {@link #entries}: with it a cache knows what it may still
   * use.
   */
  public List<Long> currentSequences(List<Long> ordinals) {
    return ledger.read(snapshot -> ordinals.stream().map(snapshot::currentSequence).toList());
  }

  /**
   * All that are not withdrawn, by ordinal; drafts and private ones too, unless {@code publicOnly}.
   */
  public List<CatalogEntry> entriesAfter(long ordinal, int limit, boolean publicOnly) {
    var scope = publicOnly ? Scope.PUBLIC : Scope.ALL;
    return ledger.read(snapshot -> snapshot.entriesAfter(ordinal, limit, scope, Optional.empty()));
  }

  /** The state that was current at this time. */
  public Optional<CatalogEntry> findAsOf(DatasetUri dataset, Instant time) {
    return ledger.read(snapshot -> snapshot.findAsOf(dataset, time));
  }

  /** The description in the form of a profile, addresses written with today's url. */
  public DatasetDescription describe(CatalogEntry entry, Profile profile) {
    if (profile == Profile.RAW) {
      return entry.description();
    }
    return ready(entry)
        .map(turtle -> DatasetDescription.owning(entry.uri(), TurtleText.parse(turtle)))
        .orElseGet(() -> compute(entry).description());
  }

  /** The {@code dcatap_de} view of the entry as Turtle, UTF-8. */
  public byte[] turtle(CatalogEntry entry) {
    return TurtleText.unpack(ready(entry).orElseGet(() -> compute(entry).turtle()));
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
    var raw = entry.description();
    return views.of(
        raw, entry.addresses().id(), preparation.blankIris(raw, entry.addresses()), entry.record());
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
    var scope = request.profile() == Profile.RAW ? Scope.PUBLIC : Scope.HARVEST_PAGES;
    return ledger.read(snapshot -> harvestPage(request, scope, snapshot));
  }

  private HarvestPage harvestPage(
      HarvestPage.Request request, Scope scope, LedgerSnapshot snapshot) {
    var since = request.modifiedSince();
    var skipped = (request.page() - 1L) * request.size();
    var after = request.after().orElseGet(() -> snapshot.ordinalBefore(skipped, scope, since));
    var found = snapshot.pageAfter(after, request.size() + 1, scope, since, views.rules());
    var hasNext = found.size() > request.size();
    var items = hasNext ? found.subList(0, request.size()) : found;
    return new HarvestPage(
        items.stream().map(item -> describe(item, request.profile(), snapshot)).toList(),
        items.stream().map(PageItem::ordinal).toList(),
        hasNext,
        snapshot.count(scope, since),
        snapshot.lastRecorded());
  }

  private DatasetDescription describe(PageItem item, Profile profile, LedgerSnapshot snapshot) {
    if (profile == Profile.DCAT_AP_DE && item.turtle().isPresent()) {
      return DatasetDescription.owning(item.uri(), TurtleText.parse(item.turtle().get()));
    }
    var entry = snapshot.findByOrdinal(item.ordinal()).orElseThrow();
    return profile == Profile.RAW ? entry.description() : compute(entry).description();
  }

  /** The triples of the {@code dcat:Catalog} itself, its publisher included, without datasets. */
  public Graph catalogDescription() {
    return CatalogDescription.of(
        settings,
        identity,
        publishers.ofCatalog(clock.instant()),
        ledger.read(LedgerSnapshot::lastRecorded));
  }

  /** All organizations that publish or published something, and the configured ones; by title. */
  public List<Organization> organizations() {
    return ledger.read(
        snapshot -> {
          var known = organizations;
          var sequence = snapshot.lastSequence();
          if (known.sequence() != sequence) {
            known = new KnownOrganizations(sequence, snapshot.organizations());
            organizations = known;
          }
          return known.list();
        });
  }

  /** Organizations come with revisions alone, so they hold as long as the last sequence number. */
  private record KnownOrganizations(long sequence, List<Organization> list) {}

  /** An organization by CKAN id or name. */
  public Optional<Organization> findOrganization(String idOrName) {
    return ledger.read(snapshot -> snapshot.findOrganization(idOrName));
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
            keepIfCurrent(outdated.get(i), computed.get(i), transaction);
          }
          return computed.size();
        });
    return computed.size();
  }

  private ComputedView.Result recompute(CatalogEntry entry) {
    var result = compute(entry);
    return entry.record().state() == DatasetState.WITHDRAWN
        ? new ComputedView.Result(
            result.description(), new Verdict(false, List.of()), Optional.empty(), result.turtle())
        : result;
  }

  private void keepIfCurrent(
      CatalogEntry entry, ComputedView.Result result, LedgerTransaction transaction) {
    if (transaction.currentSequence(entry.uri()) == entry.revision().sequence()) {
      transaction.keepComputed(
          entry, views.rules(), result.verdict(), result.identifier(), result.turtle());
    }
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
