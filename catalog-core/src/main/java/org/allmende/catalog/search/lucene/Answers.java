package org.allmende.catalog.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.allmende.catalog.search.FacetCount;
import org.allmende.catalog.search.Hit;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.Match;
import org.allmende.catalog.search.Question;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;
import org.allmende.catalog.search.lucene.Passages.Marking;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;

/** The answers to queries: finds, counts and tells why, in one state of the index. */
final class Answers {

  private static final Set<String> STORED =
      Set.of(Fields.TITLE, Fields.DESCRIPTION, Fields.COLUMNS);

  private final QuestionQueries questions;
  private final FilterQueries filters;
  private final Passages passages;
  private final Matches matches;

  Answers(QuestionQueries questions, FilterQueries filters, Passages passages, Matches matches) {
    this.questions = questions;
    this.filters = filters;
    this.passages = passages;
    this.matches = matches;
  }

  SearchResult of(SearchQuery query, FacetedSearcher searcher) throws IOException {
    return new Answering(query, searcher).answer();
  }

  /** One query, asked in one state of the index. */
  private final class Answering {
    private final SearchQuery query;
    private final FacetedSearcher searcher;
    private final Query asked;
    private final NarrowedQuery narrowed;
    private final Query whole;

    Answering(SearchQuery query, FacetedSearcher searcher) throws IOException {
      this.query = query;
      this.searcher = searcher;
      this.asked = questions.of(query.question());
      this.narrowed = new NarrowedQuery(query, asked, filters, searcher.getIndexReader());
      this.whole = narrowed.whole();
    }

    SearchResult answer() throws IOException {
      if (query.page().limit() == 0) {
        return result(searcher.count(whole), new int[0], counts());
      }
      if (DeepOrders.isDeep(query.page())) {
        var order = searcher.orders().of(query, whole, searcher);
        return result(order.length, order, counts());
      }
      if (query.question().equals(Question.EVERYTHING) && query.preferred().isEmpty()) {
        var best = searcher.search(whole, best(Sorts.ofEqualScores(query.sort()), 1));
        return result(searcher.count(whole), documents(best), counts());
      }
      var best = best(Sorts.of(query.sort()), Integer.MAX_VALUE);
      var known = knownCounts();
      return known.isPresent()
          ? result(searcher.search(whole, best), known.get())
          : counted(
              searcher.search(
                  whole, new MultiCollectorManager(best, new FacetsCollectorManager())));
    }

    /**
     * The best of a page and of all before it.
     *
     * @param counted so many are visited in any case, to be counted; beyond them only those that
     *     may be among the best, where an index tells which
     */
    private TopFieldCollectorManager best(Sort sort, int counted) {
      var wanted = query.page().offset() + query.page().limit();
      var most = Math.min(wanted, Math.max(1, searcher.getIndexReader().maxDoc()));
      return new TopFieldCollectorManager(sort, most, counted);
    }

    private SearchResult counted(Object[] bestAndAll) throws IOException {
      var counts = counts((FacetsCollector) bestAndAll[1]);
      return result((TopFieldDocs) bestAndAll[0], counts);
    }

    /** When there are none to make, or they were made for another page. */
    private Optional<Map<IndexField, List<FacetCount>>> knownCounts() {
      return query.facets().isEmpty()
          ? Optional.of(Map.of())
          : Optional.ofNullable(searcher.counts().getIfPresent(query.forFacets()));
    }

    private Map<IndexField, List<FacetCount>> counts() throws IOException {
      var known = knownCounts();
      return known.isPresent()
          ? known.get()
          : counts(searcher.search(whole, new FacetsCollectorManager()));
    }

    private Map<IndexField, List<FacetCount>> counts(FacetsCollector found) throws IOException {
      var counts = new FacetCounts(query, narrowed, searcher).of(found);
      searcher.counts().put(query.forFacets(), counts);
      return counts;
    }

    private SearchResult result(TopFieldDocs best, Map<IndexField, List<FacetCount>> counts)
        throws IOException {
      return result(best.totalHits.value(), documents(best), counts);
    }

    private SearchResult result(long total, int[] order, Map<IndexField, List<FacetCount>> counts)
        throws IOException {
      return new SearchResult(total, hits(order), counts, searcher.position());
    }

    private List<Hit> hits(int[] order) throws IOException {
      var page = query.page();
      var hits = new ArrayList<Hit>();
      var marking = query.highlight() ? Optional.of(passages.of(asked)) : Optional.<Marking>empty();
      for (var i = page.offset(); i < order.length && hits.size() < page.limit(); i++) {
        hits.add(marking.isPresent() ? marked(order[i], marking.get()) : hit(order[i]));
      }
      return hits;
    }

    private Hit hit(int doc) throws IOException {
      return new Hit(
          searcher.uri(doc), searcher.ordinal(doc), Optional.empty(), Optional.empty(), List.of());
    }

    private Hit marked(int doc, Marking marking) throws IOException {
      var texts = searcher.storedFields().document(doc, STORED);
      return new Hit(
          searcher.uri(doc),
          searcher.ordinal(doc),
          marking.title(texts.get(Fields.TITLE)),
          marking.passage(texts.get(Fields.DESCRIPTION)),
          query.question() instanceof Question.Words words
              ? matches.of(words.text(), texts(doc, texts, searcher))
              : List.of());
    }
  }

  private static int[] documents(TopFieldDocs best) {
    return Arrays.stream(best.scoreDocs).mapToInt(document -> document.doc).toArray();
  }

  private static List<Matches.Text> texts(int doc, Document stored, FacetedSearcher searcher)
      throws IOException {
    var texts = new ArrayList<Matches.Text>();
    texts.add(new Matches.Text(Match.Where.TITLE, stored.get(Fields.TITLE)));
    for (var keyword : searcher.values(doc, IndexField.KEYWORD)) {
      texts.add(new Matches.Text(Match.Where.KEYWORD, keyword));
    }
    texts.add(new Matches.Text(Match.Where.DESCRIPTION, stored.get(Fields.DESCRIPTION)));
    var columns = stored.get(Fields.COLUMNS);
    if (columns != null) {
      texts.add(new Matches.Text(Match.Where.COLUMN, columns));
    }
    return texts;
  }
}
