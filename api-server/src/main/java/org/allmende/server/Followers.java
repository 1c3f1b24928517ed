package org.allmende.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.ledger.Following;
import org.allmende.catalog.ledger.Following.Plan;
import org.allmende.catalog.ledger.Ledger;
import org.allmende.catalog.rdf.RdfStore;
import org.allmende.catalog.rdf.Tdb2RdfStore;
import org.allmende.catalog.search.SearchIndex;
import org.allmende.catalog.search.language.SynonymFile;
import org.allmende.catalog.search.language.Synonyms;
import org.allmende.catalog.search.lucene.LuceneSearchIndex;
import org.allmende.server.ckan.CkanIndexing;
import org.allmende.server.ckan.KeptPackages;
import org.allmende.server.ckan.PackageWriter;
import org.allmende.vocab.profile.Profile;

/**
 * The views of the ledger that follow it.
 *
 * @param search finds datasets
 * @param rdf answers SPARQL
 * @param ckan keeps the JSON of CKAN's API ready
 */
record Followers(
    Following<SearchIndex> search, Following<RdfStore> rdf, Following<KeptPackages> ckan)
    implements AutoCloseable {
  /** What is found shall be new; to show a change costs the index a few milliseconds. */
  private static final Duration SEARCH_PAUSE = Duration.ofMillis(2);

  /** A commit of TDB2 costs 0.9 MB of disk, however small it is. */
  private static final Duration RDF_PAUSE = Duration.ofMillis(500);

  /** Each commit waits for the disk twice; what is newer is written when it is asked for. */
  private static final Duration CKAN_PAUSE = Duration.ofMillis(200);

  private static final int BATCH = 1_000;

  /**
   * Opens all below the data directory; they begin to follow at once.
   *
   * @param synonyms the operator's own, when there are any
   */
  static Followers open(
      Path directory, Ledger ledger, Catalog catalog, Optional<SynonymFile> synonyms) {
    var ckan = new Following<>(ckan(catalog), ledger, directory);
    return new Followers(
        new Following<>(search(catalog, ckan, synonyms), ledger, directory),
        new Following<>(rdf(catalog), ledger, directory),
        ckan);
  }

  private static Plan<SearchIndex> search(
      Catalog catalog, Following<KeptPackages> ckan, Optional<SynonymFile> synonyms) {
    var indexing = new CkanIndexing(catalog, ckan);
    Supplier<Synonyms> words =
        synonyms.<Supplier<Synonyms>>map(own -> own).orElse(Synonyms::ofTowns);
    return new Plan<>(
        "search",
        indexing.rules(),
        BATCH,
        SEARCH_PAUSE,
        folder -> LuceneSearchIndex.open(folder, indexing::entry, words));
  }

  private static Plan<RdfStore> rdf(Catalog catalog) {
    return new Plan<>(
        "rdf",
        Tdb2RdfStore.RULES_VERSION + "-" + catalog.rules(),
        BATCH,
        RDF_PAUSE,
        folder -> Tdb2RdfStore.open(folder, entry -> catalog.describe(entry, Profile.DCAT_AP_DE)));
  }

  private static Plan<KeptPackages> ckan(Catalog catalog) {
    var writer = new PackageWriter(catalog);
    return new Plan<>(
        "ckan",
        KeptPackages.rules(writer),
        BATCH,
        CKAN_PAUSE,
        folder -> KeptPackages.open(folder, writer));
  }

  /** All, in the order of {@code rebuild}'s help. */
  List<Following<?>> all() {
    return List.of(rdf, search, ckan);
  }

  /** The one with this name. */
  Optional<Following<?>> find(String name) {
    return all().stream().filter(follower -> follower.name().equals(name)).findFirst();
  }

  @Override
  public void close() {
    search.close();
    rdf.close();
    ckan.close();
  }
}
