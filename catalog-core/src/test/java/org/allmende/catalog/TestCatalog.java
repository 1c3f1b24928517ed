package org.allmende.catalog;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.allmende.catalog.files.FileStore;
import org.allmende.catalog.ledger.Following;
import org.allmende.catalog.ledger.SqliteLedger;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.rdf.Tdb2RdfStore;
import org.allmende.catalog.search.IndexEntries;
import org.allmende.catalog.search.lucene.LuceneSearchIndex;
import org.allmende.vocab.Prefixes;
import org.allmende.vocab.profile.Profile;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** A real catalog in a folder, and short ways to fill it. */
public final class TestCatalog implements AutoCloseable {

  public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String PREFIXES =
      Prefixes.map().entrySet().stream()
          .map(entry -> "PREFIX " + entry.getKey() + ": <" + entry.getValue() + ">\n")
          .collect(Collectors.joining());

  /** A clock that each publication moves on by a second. */
  private static final class TickingClock extends Clock {
    private Instant now = NOW;

    @Override
    public Instant instant() {
      now = now.plus(Duration.ofSeconds(1));
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }

  public final Path folder;
  public final Catalog catalog;

  public TestCatalog(Path folder) {
    this(folder, CatalogSettings.local(8080).withUrl("https://daten.example"));
  }

  public TestCatalog(Path folder, CatalogSettings settings) {
    this.folder = folder;
    this.catalog =
        Catalog.open(
            settings,
            SqliteLedger.open(folder.resolve("allmende.db")),
            new FileStore(folder.resolve("files")),
            new TickingClock());
  }

  /** A description in Turtle; all our prefixes are declared. */
  public static DatasetDescription description(String iri, String turtle) {
    var graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
    return DatasetDescription.owning(new DatasetUri(iri), graph);
  }

  /** A description of {@code https://other.example/{local}} that DCAT-AP.de has nothing against. */
  public static DatasetDescription valid(String local, String title, String more) {
    var iri = "https://other.example/" + local;
    return description(
        iri,
        """
        <%1$s> a dcat:Dataset ;
          dct:title "%2$s"@de ; dct:description "Alles über %2$s."@de ;
          dct:publisher <https://other.example/town> ;
          dcat:contactPoint [ a vcard:Kind ; vcard:fn "Team" ; vcard:hasEmail <mailto:a@b.example> ] ;
          dcat:distribution <%1$s/csv> .
        <%1$s/csv> a dcat:Distribution ; dct:title "CSV"@de ;
          dcat:accessURL <https://other.example/%3$s.csv> ;
          dct:format <http://publications.europa.eu/resource/authority/file-type/CSV> ;
          dct:license <http://dcat-ap.de/def/licenses/dl-by-de/2.0> .
        <https://other.example/town> a foaf:Organization, foaf:Agent ; foaf:name "Stadt Anderswo"@de .
        %4$s
        """
            .formatted(iri, title, local, more));
  }

  public static CatalogRecord record(String source, String key) {
    return CatalogRecord.harvested(source, key, NOW);
  }

  public Publication publish(DatasetDescription description) {
    return publish(Submission.of(description, record("there", description.uri().value())));
  }

  public Publication publish(Submission submission) {
    return catalog.publish(List.of(submission), Optional.empty()).getFirst();
  }

  /** Publishes and gives the entry; fails when nothing was published. */
  public CatalogEntry published(DatasetDescription description) {
    if (publish(description) instanceof Publication.Published published) {
      return published.entry();
    }
    throw new AssertionError("not published: " + description);
  }

  public Following<LuceneSearchIndex> search() {
    return new Following<>(
        new Following.Plan<>(
            "search",
            "1",
            100,
            Duration.ZERO,
            path ->
                LuceneSearchIndex.open(
                    path,
                    entry ->
                        IndexEntries.of(
                            entry, catalog.describe(entry, Profile.DCAT_AP_DE).view()))),
        catalog.ledger(),
        folder);
  }

  public Following<Tdb2RdfStore> rdf() {
    return new Following<>(
        new Following.Plan<>(
            "rdf",
            "1",
            100,
            Duration.ZERO,
            path -> Tdb2RdfStore.open(path, entry -> catalog.describe(entry, Profile.DCAT_AP_DE))),
        catalog.ledger(),
        folder);
  }

  public long lastSequence() {
    return catalog.ledger().read(snapshot -> snapshot.lastSequence());
  }

  @Override
  public void close() {
    catalog.close();
  }
}
