package org.allmende.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.allmende.bench.Workloads.Question;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;

/**
 * What Lucene alone can do with the same questions: an index of its own with one field of words and
 * six of facets, asked in this process. The ceiling of every search.
 */
final class RawLucene implements AutoCloseable {

  private static final String WORDS = "words";
  private static final int HITS = 10;
  private static final int VALUES = 50;

  private final Analyzer analyzer = new GermanAnalyzer();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Map<String, StringDocValuesReaderState> states = new LinkedHashMap<>();

  private RawLucene(DirectoryReader reader) throws IOException {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    for (var field :
        List.of("organization", "groups", "tags", "res_format", "license_id", "isopen")) {
      states.put(field, new StringDocValuesReaderState(reader, field));
    }
  }

  /** Indexes the first {@code count} datasets of a generator in an empty folder. */
  static RawLucene build(CatalogGenerator generator, int count, Path folder) throws IOException {
    var directory = FSDirectory.open(folder);
    var config = new IndexWriterConfig(new GermanAnalyzer()).setRAMBufferSizeMB(64);
    try (var writer = new IndexWriter(directory, config)) {
      for (var number = 0; number < count; number++) {
        writer.addDocument(document(generator.sketch(number)));
      }
      writer.commit();
    }
    return new RawLucene(DirectoryReader.open(directory));
  }

  private static Document document(Sketch sketch) {
    var document = new Document();
    var license = CodeLists.licenses().require(sketch.license());
    text(document, sketch.title());
    text(document, sketch.description());
    text(document, sketch.town().publisher());
    sketch.keywords().forEach(word -> text(document, word));
    sketch.keywords().forEach(word -> exact(document, "tags", word));
    sketch.themes().forEach(theme -> exact(document, "groups", theme.toLowerCase(Locale.ROOT)));
    sketch.formats().forEach(code -> exact(document, "res_format", format(code)));
    exact(document, "organization", sketch.town().key());
    exact(document, "license_id", license.code());
    exact(document, "isopen", String.valueOf(license.is("open")));
    return document;
  }

  private static String format(String code) {
    var type = CodeLists.fileTypes().require(code);
    return type.attribute("ckan").orElse(type.code());
  }

  private static void text(Document document, String text) {
    document.add(new TextField(WORDS, text, Field.Store.NO));
  }

  private static void exact(Document document, String field, String value) {
    document.add(new StringField(field, value, Field.Store.NO));
    document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
  }

  /**
   * Searches a second.
   *
   * @param threads how many ask at a time
   */
  double searchesPerSecond(List<Question> questions, int threads) throws InterruptedException {
    var queries = questions.stream().map(this::query).toList();
    answer(queries, 1);
    var begun = System.nanoTime();
    answer(queries, threads);
    return queries.size() / ((System.nanoTime() - begun) / 1e9);
  }

  private void answer(List<Query> queries, int threads) throws InterruptedException {
    var found = new LongAdder();
    var all = new Thread[threads];
    for (var i = 0; i < threads; i++) {
      var first = i;
      all[i] =
          Thread.ofPlatform()
              .name("raw-lucene-" + i)
              .start(
                  () -> {
                    for (var q = first; q < queries.size(); q += threads) {
                      found.add(answer(queries.get(q)));
                    }
                  });
    }
    for (var thread : all) {
      thread.join();
    }
    if (found.sum() == 0) {
      throw new IllegalStateException("the questions find nothing; they do not fit the catalog");
    }
  }

  private Query query(Question question) {
    var builder = new QueryBuilder(analyzer);
    var query = new BooleanQuery.Builder();
    for (var word : question.words()) {
      var made = builder.createBooleanQuery(WORDS, word, Occur.MUST);
      if (made != null) {
        query.add(made, Occur.MUST);
      }
    }
    query.add(new TermQuery(new Term("groups", question.group())), Occur.FILTER);
    query.add(new TermQuery(new Term("res_format", question.format())), Occur.FILTER);
    return query.build();
  }

  private long answer(Query query) {
    try {
      var top = new TopScoreDocCollectorManager(HITS, Integer.MAX_VALUE);
      var both =
          searcher.search(query, new MultiCollectorManager(top, new FacetsCollectorManager()));
      for (var state : states.entrySet()) {
        var counts = new StringValueFacetCounts(state.getValue(), (FacetsCollector) both[1]);
        counts.getTopChildren(VALUES, state.getKey());
      }
      return ((org.apache.lucene.search.TopDocs) both[0]).totalHits.value();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
    reader.directory().close();
    analyzer.close();
  }
}
