package org.allmende.bench.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What a portal has that takes an analyzer of Lucene as it comes: every word must be found, in the
 * title, the keywords or the text, with the usual weights.
 */
final class PlainEngine implements Engine {

  private static final String TITLE = "title";
  private static final String KEYWORDS = "keywords";
  private static final String TEXT = "text";
  private static final String ID = "id";
  private static final int SHORTEST_GRAM = 3;
  private static final int LONGEST_GRAM = 5;

  private final Analyzer analyzer;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  PlainEngine(Analyzer analyzer, List<Sample> corpus) {
    this.analyzer = analyzer;
    try {
      var directory = new ByteBuffersDirectory();
      try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        for (var sample : corpus) {
          writer.addDocument(document(sample));
        }
      }
      reader = DirectoryReader.open(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    searcher = new IndexSearcher(reader);
  }

  /** Pieces of words: finds much, and much that was not meant. */
  static Analyzer nGrams() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        return new TokenStreamComponents(
            words,
            new NGramTokenFilter(new LowerCaseFilter(words), SHORTEST_GRAM, LONGEST_GRAM, true));
      }
    };
  }

  private static Document document(Sample sample) {
    var document = new Document();
    document.add(new StoredField(ID, sample.id()));
    document.add(new TextField(TITLE, sample.title(), Field.Store.NO));
    sample.keywords().forEach(word -> document.add(new TextField(KEYWORDS, word, Field.Store.NO)));
    document.add(new TextField(TEXT, sample.description(), Field.Store.NO));
    document.add(new TextField(TEXT, sample.publisher(), Field.Store.NO));
    return document;
  }

  @Override
  public List<String> search(String text, int most) {
    try {
      var found = new ArrayList<String>();
      for (var hit : searcher.search(query(text), most).scoreDocs) {
        found.add(searcher.storedFields().document(hit.doc).get(ID));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Query query(String text) {
    var builder = new QueryBuilder(analyzer);
    var all = new BooleanQuery.Builder();
    var isEmpty = true;
    for (var word : text.strip().split("\\s+")) {
      var fields = new ArrayList<Query>();
      add(fields, builder.createBooleanQuery(TITLE, word, Occur.SHOULD), 4);
      add(fields, builder.createBooleanQuery(KEYWORDS, word, Occur.SHOULD), 2);
      add(fields, builder.createBooleanQuery(TEXT, word, Occur.SHOULD), 1);
      if (!fields.isEmpty()) {
        all.add(new DisjunctionMaxQuery(fields, 0.1f), Occur.MUST);
        isEmpty = false;
      }
    }
    return isEmpty ? MatchAllDocsQuery.INSTANCE : all.build();
  }

  private static void add(List<Query> fields, @Nullable Query query, float weight) {
    if (query != null) {
      fields.add(new BoostQuery(query, weight));
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    analyzer.close();
  }
}
