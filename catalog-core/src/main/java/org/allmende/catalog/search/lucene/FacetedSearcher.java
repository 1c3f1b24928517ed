package org.allmende.catalog.search.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.search.FacetCount;
import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.Question;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;

/**
 * A searcher with what belongs to its reader alone: the answers and counts it gave already. They go
 * with the reader at the next refresh; the numbers of facet values stay.
 */
final class FacetedSearcher extends IndexSearcher {

  private static final long ANSWERS_KEPT = 500;
  private static final int WEIGHT_OF_AN_ANSWER = 100;

  /** So many characters that were typed weigh as much as one value of a filter. */
  private static final int CHARACTERS = 100;

  private final Cache<SearchQuery, SearchResult> answers = kept();
  private final Cache<SearchQuery, Map<IndexField, List<FacetCount>>> counts = kept();
  private final DeepOrders orders = new DeepOrders();
  private final FieldInfos infos;
  private final long position;
  private final Function<IndexField, FacetValues> facetValues;

  /**
   * A searcher for this reader.
   *
   * @param position the sequence number that its state has
   * @param facetValues the numbered values of a field, whichever the reader
   */
  FacetedSearcher(
      IndexReader reader, long position, Function<IndexField, FacetValues> facetValues) {
    super(reader);
    this.facetValues = facetValues;
    this.infos = FieldInfos.getMergedFieldInfos(reader);
    this.position = position;
    // It keeps filters that come again and are costly; ours are cheap, and each would be counted.
    setQueryCache(null);
  }

  /** By weight, so that a few queries with very long lists or texts do not fill the memory. */
  private static <T> Cache<SearchQuery, T> kept() {
    return Caffeine.newBuilder()
        .maximumWeight(ANSWERS_KEPT * WEIGHT_OF_AN_ANSWER)
        .weigher((SearchQuery query, T answer) -> WEIGHT_OF_AN_ANSWER + weight(query))
        // What is to be done after each answer is little; to wake another thread for it costs more.
        .executor(Runnable::run)
        .build();
  }

  private static int weight(SearchQuery query) {
    var text = query.question() instanceof Question.Words words ? words.text().length() : 0;
    return text / CHARACTERS + weight(query.filters()) + weight(query.choices().values());
  }

  private static int weight(Collection<Filter> filters) {
    return filters.stream().mapToInt(FacetedSearcher::weight).sum();
  }

  private static int weight(Filter filter) {
    return switch (filter) {
      case Filter.In in -> in.values().size();
      case Filter.All all -> weight(all.filters());
      case Filter.Any any -> weight(any.filters());
      case Filter.Not not -> weight(not.filter());
      default -> 1;
    };
  }

  /** The sequence number that this searcher's state has. */
  long position() {
    return position;
  }

  Cache<SearchQuery, SearchResult> answers() {
    return answers;
  }

  /** Whole orders, for pages far back. */
  DeepOrders orders() {
    return orders;
  }

  /** Counts by the query that they belong to, whatever its page and order. */
  Cache<SearchQuery, Map<IndexField, List<FacetCount>>> counts() {
    return counts;
  }

  /** The IRI of a hit's dataset. From doc values: stored fields are unpacked by the block. */
  DatasetUri uri(int doc) throws IOException {
    var leaf = leaf(doc);
    var values = DocValues.getBinary(leaf.reader(), Fields.name(IndexField.URI));
    require(values.advanceExact(doc - leaf.docBase));
    return new DatasetUri(values.binaryValue().utf8ToString());
  }

  /** The ordinal of a hit's dataset. */
  long ordinal(int doc) throws IOException {
    var leaf = leaf(doc);
    var values = DocValues.getNumeric(leaf.reader(), Fields.ORDINAL);
    require(values.advanceExact(doc - leaf.docBase));
    return values.longValue();
  }

  /** The values of an exact field of a hit. */
  List<String> values(int doc, IndexField field) throws IOException {
    var leaf = leaf(doc);
    var values = DocValues.getSortedSet(leaf.reader(), Fields.name(field));
    var found = new ArrayList<String>();
    if (values.advanceExact(doc - leaf.docBase)) {
      for (var i = 0; i < values.docValueCount(); i++) {
        found.add(values.lookupOrd(values.nextOrd()).utf8ToString());
      }
    }
    return found;
  }

  private LeafReaderContext leaf(int doc) {
    var leaves = getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(doc, leaves));
  }

  private static void require(boolean isThere) {
    if (!isThere) {
      throw new IllegalStateException("each document has an IRI and an ordinal; rebuild the index");
    }
  }

  /** True when any dataset has a whole value in this field, so that it can be counted. */
  boolean hasValues(IndexField field) {
    var info = infos.fieldInfo(Fields.name(field));
    return info != null && info.getDocValuesType() == DocValuesType.SORTED_SET;
  }

  /** The numbered values of a field, to count them. */
  FacetValues facetValues(IndexField field) {
    return facetValues.apply(field);
  }
}
