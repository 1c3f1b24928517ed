package org.allmende.catalog.search.lucene;

import java.io.IOException;
import java.util.Collection;
import org.allmende.catalog.search.IndexField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Adds up the numbers of a field over what a query finds. */
final class Sums implements CollectorManager<Sums.Sum, Long> {
  private final String field;

  private Sums(IndexField field) {
    this.field = Fields.name(field);
  }

  static long of(IndexField field, Query query, IndexSearcher searcher) throws IOException {
    return searcher.search(query, new Sums(field));
  }

  @Override
  public Sum newCollector() {
    return new Sum();
  }

  @Override
  public Long reduce(Collection<Sum> sums) {
    return sums.stream().mapToLong(sum -> sum.total).sum();
  }

  /** The sum of one part of the index. */
  final class Sum extends SimpleCollector {
    private SortedNumericDocValues numbers = DocValues.emptySortedNumeric();
    private long total;

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
      numbers = DocValues.getSortedNumeric(leaf.reader(), field);
    }

    @Override
    public void collect(int doc) throws IOException {
      if (numbers.advanceExact(doc)) {
        total += numbers.nextValue();
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
