package org.allmende.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.CatalogSettings;
import org.allmende.catalog.files.FileStore;
import org.allmende.catalog.ledger.Following;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.catalog.ledger.SqliteLedger;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.rdf.Tdb2RdfStore;
import org.allmende.catalog.search.lucene.LuceneSearchIndex;
import org.allmende.server.ckan.CkanIndexing;
import org.allmende.server.ckan.KeptPackages;
import org.allmende.server.ckan.PackageWriter;
import org.allmende.vocab.profile.Profile;

/**
 * A catalog in a data directory, wired as the server wires it, so that the server finds its views
 * and followers in order and has nothing to compute anew.
 */
final class BenchCatalog implements AutoCloseable {

  /** What the server applies in one commit at most. */
  static final int BATCH = 1_000;

  private static final Duration SEARCH_PAUSE = Duration.ofMillis(20);
  private static final Duration PACKAGES_PAUSE = Duration.ofMillis(200);

  private final Path directory;
  private final Catalog catalog;

  private BenchCatalog(Path directory, Catalog catalog) {
    this.directory = directory;
    this.catalog = catalog;
  }

  /** Opens the catalog in a data directory; a new one gets addresses at this port. */
  static BenchCatalog open(Path directory, int portWhenNew) {
    var ledger = SqliteLedger.open(directory.resolve("allmende.db"));
    // The port is part of the addresses and so of the rules: another would make all views outdated.
    var port = ledger.read(LedgerSnapshot::base).map(BenchCatalog::port).orElse(portWhenNew);
    var files = new FileStore(directory.resolve("files"));
    var settings = CatalogSettings.local(port);
    return new BenchCatalog(directory, Catalog.open(settings, ledger, files, Clock.systemUTC()));
  }

  private static int port(String base) {
    return java.net.URI.create(base).getPort();
  }

  /** The port that the catalog's addresses name. */
  int port() {
    return port(catalog.identity().base());
  }

  Catalog catalog() {
    return catalog;
  }

  /** How many datasets it has. */
  int size() {
    return Math.toIntExact(
        catalog.ledger().read(s -> s.count(LedgerSnapshot.Scope.ALL, java.util.Optional.empty())));
  }

  /** The names in the addresses of these datasets. */
  List<String> names(List<String> ids) {
    return ids.stream()
        .map(id -> catalog.find(id).orElseThrow().addresses().name().value())
        .toList();
  }

  /** How many datasets stand on harvest pages. */
  int onPages() {
    return Math.toIntExact(
        catalog
            .ledger()
            .read(s -> s.count(LedgerSnapshot.Scope.HARVEST_PAGES, java.util.Optional.empty())));
  }

  /** Sequence number of the last revision. */
  long lastSequence() {
    return catalog.ledger().read(LedgerSnapshot::lastSequence);
  }

  /** A token of somebody who may change every dataset. */
  String sysadminToken() {
    return catalog
        .accounts()
        .changing(
            change -> {
              var user = change.put(change.userNamed("bench").withSysadmin(true));
              return change.newToken(user, "bench", java.util.Optional.empty()).secret();
            });
  }

  /** The finished JSON of all datasets, following. */
  Following<KeptPackages> followWithPackages() {
    var writer = new PackageWriter(catalog);
    return following(
        "ckan",
        KeptPackages.rules(writer),
        PACKAGES_PAUSE,
        folder -> KeptPackages.open(folder, writer));
  }

  /** The search index, following; it writes the JSON that it indexes for itself. */
  Following<LuceneSearchIndex> followWithSearch() {
    return followWithSearch(new CkanIndexing(catalog));
  }

  /** The search index, following; it indexes the JSON that is kept, as in the server. */
  Following<LuceneSearchIndex> followWithSearch(Following<KeptPackages> kept) {
    return followWithSearch(new CkanIndexing(catalog, kept));
  }

  private Following<LuceneSearchIndex> followWithSearch(CkanIndexing indexing) {
    return following(
        "search",
        indexing.rules(),
        SEARCH_PAUSE,
        folder -> LuceneSearchIndex.open(folder, indexing::entry));
  }

  /**
   * The RDF store, following.
   *
   * @param pause between two commits, at least
   */
  Following<Tdb2RdfStore> followWithRdf(Duration pause) {
    var rules = Tdb2RdfStore.RULES_VERSION + "-" + catalog.rules();
    return following("rdf", rules, pause, folder -> Tdb2RdfStore.open(folder, this::describe));
  }

  private <F extends org.allmende.catalog.ledger.Follower> Following<F> following(
      String name, String rules, Duration pause, Function<Path, F> opener) {
    var plan = new Following.Plan<>(name, rules, BATCH, pause, opener);
    return new Following<>(plan, catalog.ledger(), directory);
  }

  private DatasetDescription describe(CatalogEntry entry) {
    return catalog.describe(entry, Profile.DCAT_AP_DE);
  }

  @Override
  public void close() {
    catalog.close();
  }
}
