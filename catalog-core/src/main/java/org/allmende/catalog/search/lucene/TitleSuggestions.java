package org.allmende.catalog.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.suggest.Suggestion;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Public datasets by the words of their titles while somebody types: each word may be the beginning
 * of one in the title, or of a part of one ({@code baum} of "Straßenbäume"). It stops at the first
 * few: all are as good, and whoever types on sees fewer.
 */
final class TitleSuggestions {

  private static final int MOST_WORDS = 6;
  private static final int MOST_LOOKED_AT = 1_000;
  private static final int MOST_ASKED = 12;

  private final Analyzer exact;
  private final FilterQueries filters;

  TitleSuggestions(Analyzer exact, FilterQueries filters) {
    this.exact = exact;
    this.filters = filters;
  }

  List<Suggestion> of(String typed, int most, FacetedSearcher searcher) throws IOException {
    var words = words(typed);
    if (words.isEmpty()) {
      return List.of();
    }
    var collector = new TopScoreDocCollectorManager(most, null, most);
    var found = new ArrayList<Suggestion>();
    for (var hit : searcher.search(query(words, searcher), collector).scoreDocs) {
      found.add(suggestion(hit.doc, searcher));
    }
    return found;
  }

  private Query query(List<String> words, FacetedSearcher searcher) throws IOException {
    var all = new BooleanQuery.Builder();
    for (var word : words) {
      all.add(inTitle(word, searcher), Occur.MUST);
    }
    all.add(filters.of(SearchQuery.PUBLIC), Occur.FILTER);
    return new ConstantScoreQuery(all.build());
  }

  /**
   * The most frequent words that begin so. To ask for all of them would go through every title,
   * which a few letters do not deserve.
   */
  private static Query inTitle(String beginning, FacetedSearcher searcher) throws IOException {
    var either = new BooleanQuery.Builder();
    for (var field : List.of(Fields.TITLE_EXACT, Fields.TITLE)) {
      for (var word : frequent(field, beginning, searcher)) {
        either.add(new TermQuery(new Term(field, word.bytes())), Occur.SHOULD);
      }
    }
    return either.build();
  }

  private record Frequent(BytesRef bytes, int datasets) {}

  private static List<Frequent> frequent(String field, String beginning, FacetedSearcher searcher)
      throws IOException {
    var terms = MultiTerms.getTerms(searcher.getIndexReader(), field);
    if (terms == null) {
      return List.of();
    }
    var prefix = new BytesRef(beginning);
    var each = terms.iterator();
    var found = new ArrayList<Frequent>();
    if (each.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
      return List.of();
    }
    for (var term = each.term();
        term != null && StringHelper.startsWith(term, prefix) && found.size() < MOST_LOOKED_AT;
        term = each.next()) {
      found.add(new Frequent(BytesRef.deepCopyOf(term), each.docFreq()));
    }
    return found.stream()
        .sorted(Comparator.comparingInt(Frequent::datasets).reversed())
        .limit(MOST_ASKED)
        .toList();
  }

  private static Suggestion suggestion(int doc, FacetedSearcher searcher) throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    var titles = DocValues.getBinary(leaf.reader(), Fields.TITLE_SHOWN);
    var names = DocValues.getSorted(leaf.reader(), Fields.SORT_NAME);
    if (!titles.advanceExact(doc - leaf.docBase) || !names.advanceExact(doc - leaf.docBase)) {
      throw new IllegalStateException("each document has a title and a name; rebuild the index");
    }
    return new Suggestion(
        Suggestion.Kind.DATASET,
        titles.binaryValue().utf8ToString(),
        names.lookupOrd(names.ordValue()).utf8ToString(),
        1);
  }

  private List<String> words(String typed) throws IOException {
    var words = new ArrayList<String>();
    try (var tokens = exact.tokenStream(Fields.TITLE_EXACT, typed)) {
      var word = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken() && words.size() < MOST_WORDS) {
        words.add(word.toString());
      }
    }
    return words;
  }
}
