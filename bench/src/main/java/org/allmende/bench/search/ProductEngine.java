package org.allmende.bench.search;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.Verdict;
import org.allmende.catalog.model.Addresses;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.model.Revision;
import org.allmende.catalog.model.StoredDescription;
import org.allmende.catalog.search.AssistedSearch;
import org.allmende.catalog.search.IndexEntry;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.IndexText;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.lucene.LuceneSearchIndex;
import org.allmende.catalog.search.place.Gazetteer;

/** The product's search as a person meets it. */
final class ProductEngine implements Engine {

  private static final String BASE = "https://corpus.example/dataset/";
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final LuceneSearchIndex index;
  private final AssistedSearch assisted;
  private final Set<AssistedSearch.Help> declined;

  private ProductEngine(LuceneSearchIndex index, Set<AssistedSearch.Help> declined) {
    this.index = index;
    this.declined = declined;
    this.assisted =
        new AssistedSearch(index::search, index::respell, new Gazetteer(Optional.empty()));
  }

  /** With correction of typing errors and places. */
  static ProductEngine of(List<Sample> corpus, Path folder) {
    return new ProductEngine(fill(corpus, folder), Set.of());
  }

  /** The words as they are typed. */
  static ProductEngine literal(List<Sample> corpus, Path folder) {
    return new ProductEngine(
        fill(corpus, folder), Set.of(AssistedSearch.Help.CORRECTION, AssistedSearch.Help.PLACE));
  }

  private static LuceneSearchIndex fill(List<Sample> corpus, Path folder) {
    var samples = new HashMap<DatasetUri, Sample>();
    corpus.forEach(sample -> samples.put(uri(sample), sample));
    var index =
        LuceneSearchIndex.open(
            folder,
            entry -> indexed(entry, java.util.Objects.requireNonNull(samples.get(entry.uri()))));
    var entries = corpus.stream().map(ProductEngine::entry).toList();
    index.fill(List.of(entries).iterator(), corpus.size());
    return index;
  }

  private static DatasetUri uri(Sample sample) {
    return new DatasetUri(BASE + sample.id());
  }

  private static IndexEntry indexed(CatalogEntry entry, Sample sample) {
    var uri = entry.uri();
    return IndexEntry.of(uri, entry.addresses().ordinal(), sample.title(), sample.description())
        .with(
            parts ->
                parts
                    .language(sample.language())
                    .exact(IndexField.KEYWORD, sample.keywords())
                    .exact(IndexField.ID, List.of(sample.id()))
                    .exact(IndexField.VISIBILITY, List.of("public"))
                    .words(List.of(IndexText.of(IndexText.Role.PUBLISHER, sample.publisher()))));
  }

  private static CatalogEntry entry(Sample sample) {
    var uri = uri(sample);
    var slug = new DatasetSlug("d-" + Integer.toHexString(sample.id().hashCode()));
    var ordinal = Math.abs((long) sample.id().hashCode());
    return new CatalogEntry(
        new Addresses(uri, ordinal, sample.id(), slug, List.of()),
        new Revision(
            1,
            uri,
            Revision.Change.PUBLISHED,
            StoredDescription.of(new byte[0]),
            CatalogRecord.own(NOW),
            "",
            NOW,
            Optional.empty()),
        new Organization("o", new DatasetSlug("stadt"), "Stadt", BASE, Optional.empty(), NOW),
        new Verdict(true, List.of()));
  }

  @Override
  public List<String> search(String text, int most) {
    var asked = assisted.understand(text, SearchQuery.all(), declined).query();
    return index.search(asked.withPage(new Page(0, most))).hits().stream()
        .map(hit -> hit.dataset().value().substring(BASE.length()))
        .toList();
  }

  @Override
  public void close() {
    index.close();
  }
}
