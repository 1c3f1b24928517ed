package org.allmende.catalog.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Collator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.search.FacetCount;
import org.allmende.catalog.search.Hit;
import org.allmende.catalog.search.IndexEntry;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.Match;
import org.allmende.catalog.search.Question;
import org.allmende.catalog.search.SearchIndex;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;
import org.allmende.catalog.search.language.Synonyms;
import org.allmende.catalog.search.suggest.Suggestion;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
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
  public static final String RULES_VERSION = "6";

  /** Raised when the program can no longer answer from what an older one wrote. */
  private static final String LAYOUT_VERSION = "6";

  /** While changes go on, what was applied is made durable so often. */
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(1);

  private static final String POSITION = "position";
  private static final String LAYOUT = "layout";
  private static final List<IndexField> USUAL_FACETS =
      List.of(
          IndexField.THEME,
          IndexField.PUBLISHER,
          IndexField.FORMAT,
          IndexField.LICENSE,
          IndexField.OPEN_LICENSE,
          IndexField.KEYWORD,
          IndexField.REGION,
          IndexField.KIND,
          IndexField.USE,
          IndexField.YEAR,
          IndexField.RATING);

  /** A search looks into every segment, so that few are better; merging costs little here. */
  private static final double SEGMENTS_PER_TIER = 3;

  /** More fields than people count by; a program may name any. */
  private static final int MOST_COUNTED = 32;

  private final Set<IndexField> counted = ConcurrentHashMap.newKeySet();
  private final Function<CatalogEntry, IndexEntry> entries;
  private final FSDirectory directory;
  private final Analyzer analyzer;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final QuestionQueries questions;
  private final FilterQueries filters;
  private final Passages passages;
  private final Matches matches;
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
    this.writer = new IndexWriter(directory, configuration(analyzer));
    this.applied = committedPosition(writer);
    this.position = applied;
    var words = new WordQueries(synonyms);
    var expressions = new ExpressionQueries(words, exact);
    this.questions = new QuestionQueries(words, expressions);
    this.filters = new FilterQueries(expressions);
    this.passages = new Passages(GermanAnalysis.marking());
    this.matches = new Matches(synonyms);
    this.synonyms = synonyms;
    this.lastSynonyms = synonyms.get();
    this.respelling = new Respelling(exact, filters, this::asking);
    this.titles = new TitleSuggestions(exact, filters);
    this.searchers = new SearcherManager(writer, new Searchers());
  }

  private static IndexWriterConfig configuration(Analyzer analyzer) {
    return new IndexWriterConfig(analyzer)
        .setRAMBufferSizeMB(64)
        .setSimilarity(similarity())
        .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER));
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
      var searcher = new FacetedSearcher(reader, applied);
      searcher.setSimilarity(similarity());
      searcher.prepare(USUAL_FACETS);
      searcher.prepare(counted);
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
      while (batches.hasNext()) {
        batches.next().parallelStream().filter(LuceneSearchIndex::isPresent).forEach(this::add);
      }
      writer.forceMerge(1);
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
          remember(query.facets());
          var answer = search(query, searcher);
          searcher.answers().put(query, answer);
          return answer;
        });
  }

  /** What is counted once will be again: the next searcher is ready for it. */
  private void remember(List<IndexField> facets) {
    for (var field : facets) {
      if (counted.size() < MOST_COUNTED && field.kind() == IndexField.Kind.EXACT) {
        counted.add(field);
      }
    }
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

  private SearchResult search(SearchQuery query, FacetedSearcher searcher) throws IOException {
    var asked = questions.of(query.question());
    var narrowed = new NarrowedQuery(query, asked, filters);
    var lucene = narrowed.whole();
    var page = query.page();
    var wanted = page.offset() + page.limit();
    var known = knownCounts(query, searcher);
    if (wanted == 0) {
      var counts =
          known.isPresent()
              ? known.get()
              : counted(
                  query, narrowed, searcher, searcher.search(lucene, new FacetsCollectorManager()));
      return new SearchResult(searcher.count(lucene), List.of(), counts, searcher.position());
    }
    if (DeepOrders.isDeep(page)) {
      return deep(query, searcher, asked, narrowed);
    }
    var top =
        new TopFieldCollectorManager(
            Sorts.of(query.sort()),
            Math.min(wanted, Math.max(1, searcher.getIndexReader().maxDoc())),
            Integer.MAX_VALUE);
    if (known.isPresent()) {
      return found(query, asked, searcher, searcher.search(lucene, top), known.get());
    }
    var both =
        searcher.search(lucene, new MultiCollectorManager(top, new FacetsCollectorManager()));
    var counts = counted(query, narrowed, searcher, (FacetsCollector) both[1]);
    return found(query, asked, searcher, (TopFieldDocs) both[0], counts);
  }

  /** The counts of this query, when there are none to make or they were made for another page. */
  private static Optional<Map<IndexField, List<FacetCount>>> knownCounts(
      SearchQuery query, FacetedSearcher searcher) {
    return query.facets().isEmpty()
        ? Optional.of(Map.of())
        : Optional.ofNullable(searcher.counts().getIfPresent(query.forFacets()));
  }

  private static Map<IndexField, List<FacetCount>> counted(
      SearchQuery query, NarrowedQuery narrowed, FacetedSearcher searcher, FacetsCollector found)
      throws IOException {
    var counts = new FacetCounts(query, narrowed, searcher).of(found);
    searcher.counts().put(query.forFacets(), counts);
    return counts;
  }

  private SearchResult found(
      SearchQuery query,
      Query asked,
      FacetedSearcher searcher,
      TopFieldDocs found,
      Map<IndexField, List<FacetCount>> counts)
      throws IOException {
    var documents = Arrays.stream(found.scoreDocs).mapToInt(document -> document.doc).toArray();
    return new SearchResult(
        found.totalHits.value(),
        hits(query, searcher, asked, documents),
        counts,
        searcher.position());
  }

  /** The same for a page far back: from the whole order, which the next page needs again. */
  private SearchResult deep(
      SearchQuery query, FacetedSearcher searcher, Query asked, NarrowedQuery narrowed)
      throws IOException {
    var lucene = narrowed.whole();
    var order = searcher.orders().of(query, lucene, searcher);
    var known = knownCounts(query, searcher);
    var counts =
        known.isPresent()
            ? known.get()
            : counted(
                query, narrowed, searcher, searcher.search(lucene, new FacetsCollectorManager()));
    return new SearchResult(
        order.length, hits(query, searcher, asked, order), counts, searcher.position());
  }

  private List<Hit> hits(SearchQuery query, FacetedSearcher searcher, Query asked, int[] found)
      throws IOException {
    var page = query.page();
    var hits = new ArrayList<Hit>();
    for (var i = page.offset(); i < found.length && hits.size() < page.limit(); i++) {
      var doc = found[i];
      hits.add(query.highlight() ? marked(doc, query, asked, searcher) : hit(doc, searcher));
    }
    return hits;
  }

  private static Hit hit(int doc, FacetedSearcher searcher) throws IOException {
    return new Hit(
        searcher.uri(doc), searcher.ordinal(doc), Optional.empty(), Optional.empty(), List.of());
  }

  private Hit marked(int doc, SearchQuery query, Query asked, FacetedSearcher searcher)
      throws IOException {
    var texts = searcher.storedFields().document(doc, Set.of(Fields.TITLE, Fields.DESCRIPTION));
    return new Hit(
        searcher.uri(doc),
        searcher.ordinal(doc),
        passages.title(asked, texts.get(Fields.TITLE)),
        passages.passage(asked, texts.get(Fields.DESCRIPTION)),
        query.question() instanceof Question.Words words
            ? matches.of(words.text(), texts(doc, texts, searcher))
            : List.of());
  }

  private static List<Matches.Text> texts(int doc, Document stored, FacetedSearcher searcher)
      throws IOException {
    var texts = new ArrayList<Matches.Text>();
    texts.add(new Matches.Text(Match.Where.TITLE, stored.get(Fields.TITLE)));
    for (var keyword : searcher.values(doc, IndexField.KEYWORD)) {
      texts.add(new Matches.Text(Match.Where.KEYWORD, keyword));
    }
    texts.add(new Matches.Text(Match.Where.DESCRIPTION, stored.get(Fields.DESCRIPTION)));
    return texts;
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
