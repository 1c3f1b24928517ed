package org.allmende.catalog.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Collator;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.search.IndexEntry;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.SearchIndex;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;
import org.allmende.catalog.search.language.Synonyms;
import org.allmende.catalog.search.suggest.Suggestion;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The search index on Lucene. The position stands in the commit's user data; a search sees the
 * state of the last completed batch.
 */
public final class LuceneSearchIndex implements SearchIndex {

  /** Raised when what is indexed, or how it is analysed, changes: the index is then built anew. */
  public static final String RULES_VERSION = "9";

  /** Raised when the program can no longer answer from what an older one wrote. */
  private static final String LAYOUT_VERSION = "6";

  /** While changes go on, what was applied is made durable so often. */
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(1);

  private static final String POSITION = "position";
  private static final String LAYOUT = "layout";

  /** A search looks into every segment, so that few are better; merging costs little here. */
  private static final double SEGMENTS_PER_TIER = 3;

  private static final double BUFFER_MEGABYTES = 64;

  /** While it is filled; fewer pieces are to be merged then. */
  private static final double MOST_BUFFER_MEGABYTES = 256;

  private static final double SHARE_OF_HEAP = 1.0 / 16;

  private final CountedFields counted = new CountedFields();
  private final Function<CatalogEntry, IndexEntry> entries;
  private final FSDirectory directory;
  private final Analyzer analyzer;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Answers answers;
  private final Supplier<Synonyms> synonyms;
  private volatile Synonyms lastSynonyms;
  private final Respelling respelling;
  private final TitleSuggestions titles;
  private final Collator german = Collator.getInstance(Locale.GERMAN);
  private boolean isDurable = true;
  private long durableSince = System.nanoTime();
  private volatile long applied;
  private volatile long position;

  private LuceneSearchIndex(
      Path folder, Function<CatalogEntry, IndexEntry> entries, Supplier<Synonyms> synonyms)
      throws IOException {
    var stemmed = GermanAnalysis.stemmed();
    var exact = GermanAnalysis.exact();
    this.entries = entries;
    this.analyzer =
        new PerFieldAnalyzerWrapper(
            stemmed, Map.of(Fields.TITLE_EXACT, exact, Fields.EVERYTHING_EXACT, exact));
    this.directory = FSDirectory.open(folder);
    this.writer = new IndexWriter(directory, configuration(analyzer, counted));
    this.applied = committedPosition(writer);
    this.position = applied;
    var words = new WordQueries(synonyms);
    var expressions = new ExpressionQueries(words, exact);
    var filters = new FilterQueries(expressions);
    this.answers =
        new Answers(
            new QuestionQueries(words, expressions),
            filters,
            new Passages(GermanAnalysis.marking()),
            new Matches(synonyms));
    this.synonyms = synonyms;
    this.lastSynonyms = synonyms.get();
    this.respelling = new Respelling(exact, filters, this::asking, synonyms);
    this.titles = new TitleSuggestions(exact, filters);
    this.searchers = new SearcherManager(writer, new Searchers());
  }

  private static IndexWriterConfig configuration(Analyzer analyzer, CountedFields counted) {
    return new IndexWriterConfig(analyzer)
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setSimilarity(similarity())
        .setMergedSegmentWarmer(counted::prepare)
        .setMergePolicy(fewSegments());
  }

  private static double fillingBuffer() {
    var share = Runtime.getRuntime().maxMemory() * SHARE_OF_HEAP / (1 << 20);
    return Math.clamp(share, BUFFER_MEGABYTES / 4, MOST_BUFFER_MEGABYTES);
  }

  private static MergePolicy fewSegments() {
    return new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER);
  }

  /** Where strengths stand they count as they are; in fields of a text how often a word stands. */
  static Similarity similarity() {
    var strengths = new MatchField.Worth();
    var texts = new BM25Similarity();
    return new PerFieldSimilarityWrapper() {
      @Override
      public Similarity get(String field) {
        return field.equals(MatchField.NAME) ? strengths : texts;
      }
    };
  }

  /**
   * Opens the index in this folder, makes it when it is not there.
   *
   * @param entries gives what is indexed of a dataset
   */
  public static LuceneSearchIndex open(Path folder, Function<CatalogEntry, IndexEntry> entries) {
    return open(folder, entries, Synonyms::ofTowns);
  }

  /**
   * Opens the index in this folder, makes it when it is not there.
   *
   * @param entries gives what is indexed of a dataset
   * @param synonyms asked at each search, so that they may change while it runs
   */
  public static LuceneSearchIndex open(
      Path folder, Function<CatalogEntry, IndexEntry> entries, Supplier<Synonyms> synonyms) {
    try {
      return new LuceneSearchIndex(folder, entries, synonyms);
    } catch (IOException e) {
      throw new UncheckedIOException("the index in " + folder + " cannot be opened", e);
    }
  }

  /** 0 for an empty index. */
  private static long committedPosition(IndexWriter writer) throws IOException {
    var data = new HashMap<String, String>();
    var committed = writer.getLiveCommitData();
    if (committed != null) {
      committed.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    var position = data.get(POSITION);
    if (position == null) {
      return 0;
    }
    if (!LAYOUT_VERSION.equals(data.get(LAYOUT))) {
      writer.rollback();
      throw new IOException("it was written by another version of this program");
    }
    return Long.parseLong(position);
  }

  /** Makes each new searcher ready to count the usual facets before anybody asks it. */
  private final class Searchers extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
      var searcher = new FacetedSearcher(reader, applied, counted::values);
      searcher.setSimilarity(similarity());
      reader.leaves().forEach(leaf -> counted.prepare(leaf.reader()));
      respelling.prepare(searcher);
      return searcher;
    }
  }

  // Following.

  @Override
  public long position() {
    return position;
  }

  /** On all cores, into one segment: a search in it takes half the time. */
  @Override
  public void fill(Iterator<List<CatalogEntry>> batches, long reached) {
    try {
      // What is merged into one at the end need not be merged into few before.
      writer.getConfig().setMergePolicy(NoMergePolicy.INSTANCE);
      writer.getConfig().setRAMBufferSizeMB(fillingBuffer());
      while (batches.hasNext()) {
        batches.next().parallelStream().filter(LuceneSearchIndex::isPresent).forEach(this::add);
      }
      writer.getConfig().setMergePolicy(fewSegments());
      writer.forceMerge(1);
      writer.getConfig().setRAMBufferSizeMB(BUFFER_MEGABYTES);
      show(reached);
      commit();
    } catch (IOException e) {
      throw cannotBeWritten(e);
    }
  }

  private void add(CatalogEntry entry) {
    try {
      writer.addDocument(document(entry));
    } catch (IOException e) {
      throw cannotBeWritten(e);
    }
  }

  @Override
  public void apply(List<CatalogEntry> batch, long reached) {
    try {
      for (var entry : batch) {
        apply(entry);
      }
      show(reached);
      if (isCommitDue()) {
        commit();
      }
    } catch (IOException e) {
      throw cannotBeWritten(e);
    }
  }

  private void apply(CatalogEntry entry) throws IOException {
    var identity = new Term(Fields.name(IndexField.URI), entry.uri().value());
    if (isPresent(entry)) {
      writer.updateDocument(identity, document(entry));
    } else {
      writer.deleteDocuments(identity);
    }
  }

  private static boolean isPresent(CatalogEntry entry) {
    return entry.record().state() != DatasetState.WITHDRAWN;
  }

  private Document document(CatalogEntry entry) {
    return Fields.document(entries.apply(entry), german);
  }

  /** What a search sees now; a commit, which costs 15 ms, follows within a second. */
  private void show(long reached) throws IOException {
    applied = reached;
    searchers.maybeRefreshBlocking();
    position = reached;
    isDurable = false;
  }

  private void commit() throws IOException {
    var data = Map.of(POSITION, String.valueOf(applied), LAYOUT, LAYOUT_VERSION);
    writer.setLiveCommitData(data.entrySet());
    writer.commit();
    isDurable = true;
    durableSince = System.nanoTime();
  }

  private boolean isCommitDue() {
    return System.nanoTime() - durableSince > COMMIT_EVERY.toNanos();
  }

  @Override
  public void settle() {
    try {
      if (!isDurable) {
        commit();
      }
    } catch (IOException e) {
      throw cannotBeWritten(e);
    }
  }

  private static UncheckedIOException cannotBeWritten(IOException e) {
    return new UncheckedIOException("the index cannot be written", e);
  }

  /** Lucene merges away what was replaced. */
  @Override
  public boolean isBloated() {
    return false;
  }

  // Searching.

  @Override
  public SearchResult search(SearchQuery query) {
    return asking(
        searcher -> {
          forgetAnswersOfOtherSynonyms(searcher);
          var known = searcher.answers().getIfPresent(query);
          if (known != null) {
            return known;
          }
          counted.remember(query.facets());
          var answer = answers.of(query, searcher);
          searcher.answers().put(query, answer);
          return answer;
        });
  }

  @Override
  public long sum(IndexField number) {
    return asking(
        searcher -> {
          var isPublic = new TermQuery(publicDatasets());
          return Sums.of(number, isPublic, searcher);
        });
  }

  private static Term publicDatasets() {
    return new Term(Fields.name(IndexField.VISIBILITY), "public");
  }

  @Override
  public List<String> respell(String word, int most) {
    return asking(searcher -> respelling.of(word, most, searcher));
  }

  @Override
  public List<Suggestion> titles(String typed, int most) {
    return asking(searcher -> titles.of(typed, most, searcher));
  }

  private <T> T asking(IndexReading.Asking<T> question) {
    try {
      var searcher = (FacetedSearcher) searchers.acquire();
      try {
        return question.of(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }

  private void forgetAnswersOfOtherSynonyms(FacetedSearcher searcher) {
    var now = synonyms.get();
    if (now != lastSynonyms) {
      lastSynonyms = now;
      searcher.answers().invalidateAll();
      searcher.counts().invalidateAll();
    }
  }

  @Override
  public void close() {
    try {
      if (!isDurable) {
        commit();
      }
      searchers.close();
      writer.rollback();
      directory.close();
      analyzer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be closed", e);
    }
  }
}
