package org.allmende.catalog.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.suggest.Suggestion;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * Public datasets by the words of their titles while somebody types: each word may be the beginning
 * of one in the title, or of a part of one ({@code baum} of "Straßenbäume"). It stops at the first
 * few: all are as good, and whoever types on sees fewer.
 */
final class TitleSuggestions {

  private static final int MOST_WORDS = 6;

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
    for (var hit : searcher.search(query(words), collector).scoreDocs) {
      found.add(suggestion(hit.doc, searcher));
    }
    return found;
  }

  private Query query(List<String> words) {
    var all = new BooleanQuery.Builder();
    words.forEach(word -> all.add(inTitle(word), Occur.MUST));
    all.add(filters.of(SearchQuery.PUBLIC), Occur.FILTER);
    return new ConstantScoreQuery(all.build());
  }

  private static Query inTitle(String beginning) {
    return new BooleanQuery.Builder()
        .add(new PrefixQuery(new Term(Fields.TITLE_EXACT, beginning)), Occur.SHOULD)
        .add(new PrefixQuery(new Term(Fields.TITLE, beginning)), Occur.SHOULD)
        .build();
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
