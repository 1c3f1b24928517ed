package org.allmende.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.ledger.Following;
import org.allmende.catalog.ledger.Following.Plan;
import org.allmende.catalog.ledger.Ledger;
import org.allmende.catalog.rdf.RdfStore;
import org.allmende.catalog.rdf.Tdb2RdfStore;
import org.allmende.catalog.search.SearchIndex;
import org.allmende.catalog.search.lucene.LuceneSearchIndex;
import org.allmende.server.ckan.CkanIndexing;
import org.allmende.vocab.profile.Profile;

/**
 * The views of the ledger that follow it.
 *
 * @param search finds datasets
 * @param rdf answers SPARQL
 */
record Followers(Following<SearchIndex> search, Following<RdfStore> rdf) implements AutoCloseable {
  /** What is found shall be new: a commit of the index costs about 15 ms. */
  private static final Duration SEARCH_PAUSE = Duration.ofMillis(20);

  /** A commit of TDB2 costs 0.9 MB of disk, however small it is. */
  private static final Duration RDF_PAUSE = Duration.ofMillis(500);

  private static final int BATCH = 1_000;

  /** Opens both below the data directory; they begin to follow at once. */
  static Followers open(Path directory, Ledger ledger, Catalog catalog) {
    var indexing = new CkanIndexing(catalog);
    var search =
        new Plan<SearchIndex>(
            "search",
            String.join(
                "-", LuceneSearchIndex.RULES_VERSION, CkanIndexing.RULES_VERSION, catalog.rules()),
            BATCH,
            SEARCH_PAUSE,
            folder -> LuceneSearchIndex.open(folder, indexing::entry));
    var rdf =
        new Plan<RdfStore>(
            "rdf",
            Tdb2RdfStore.RULES_VERSION + "-" + catalog.rules(),
            BATCH,
            RDF_PAUSE,
            folder ->
                Tdb2RdfStore.open(folder, entry -> catalog.describe(entry, Profile.DCAT_AP_DE)));
    return new Followers(
        new Following<>(search, ledger, directory), new Following<>(rdf, ledger, directory));
  }

  /** Both, in the order of {@code rebuild}'s help. */
  List<Following<?>> all() {
    return List.of(rdf, search);
  }

  /** The one with this name. */
  Optional<Following<?>> find(String name) {
    return all().stream().filter(follower -> follower.name().equals(name)).findFirst();
  }

  @Override
  public void close() {
    search.close();
    rdf.close();
  }
}
