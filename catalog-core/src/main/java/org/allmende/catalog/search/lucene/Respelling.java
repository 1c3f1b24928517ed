package org.allmende.catalog.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.allmende.catalog.search.Derived;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.spelling.Dictionary;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Proposes words of the index for a word that it does not have. The dictionary is made of the
 * index's words; that of a large index may be behind: a word that came a moment ago is found all
 * the same, only not yet proposed.
 *
 * <p>Only words of public datasets are proposed: each is looked for among them, and shown as it is
 * written there.
 */
final class Respelling {

  private static final int TITLES_READ = 5;

  /** More names than a person could mean; those of the least distance are looked at. */
  private static final int CANDIDATES = 5;

  private final Analyzer exact;
  private final FilterQueries filters;
  private final IndexReading index;
  private final Derived<Dictionary> dictionary = new Derived<>("dictionary");

  Respelling(Analyzer exact, FilterQueries filters, IndexReading index) {
    this.exact = exact;
    this.filters = filters;
    this.index = index;
  }

  /** Begins to make a dictionary of a large index that has none, so that no search waits for it. */
  void prepare(FacetedSearcher searcher) {
    dictionary.prepare(
        searcher.position(), searcher.getIndexReader().maxDoc(), this::newDictionary);
  }

  private Dictionary newDictionary() {
    return index.ask(Respelling::dictionary);
  }

  /**
   * What may have been meant, as public datasets write it, the likeliest first.
   *
   * @param typed one word that finds nothing
   */
  List<String> of(String typed, int most, FacetedSearcher searcher) throws IOException {
    var words = tokens(typed).stream().map(Token::word).toList();
    if (words.size() != 1) {
      return List.of();
    }
    var known =
        dictionary.at(searcher.position(), searcher.getIndexReader().maxDoc(), this::newDictionary);
    var found = new ArrayList<String>();
    for (var word : known.meantBy(words.getFirst(), CANDIDATES)) {
      if (found.size() < most) {
        asWritten(word, searcher).ifPresent(found::add);
      }
    }
    if (found.isEmpty()) {
      joined(known, words.getFirst(), searcher).ifPresent(found::add);
    }
    return found;
  }

  private Optional<String> joined(Dictionary dictionary, String word, FacetedSearcher searcher)
      throws IOException {
    var pair = dictionary.joinedIn(word);
    if (pair.isEmpty()) {
      return Optional.empty();
    }
    var first = asWritten(pair.get().getFirst(), searcher);
    var second = asWritten(pair.get().getLast(), searcher);
    return first.flatMap(one -> second.map(other -> one + " " + other));
  }

  private static Dictionary dictionary(FacetedSearcher searcher) throws IOException {
    var counts = new HashMap<String, Integer>();
    var terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.EVERYTHING_EXACT);
    if (terms != null) {
      var each = terms.iterator();
      for (var term = each.next(); term != null; term = each.next()) {
        counts.put(term.utf8ToString(), each.docFreq());
      }
    }
    return Dictionary.of(counts);
  }

  // Words as they are written.

  /** The word as the first public datasets write it; empty when none has it. */
  private Optional<String> asWritten(String word, FacetedSearcher searcher) throws IOException {
    var found = searcher.search(publicWith(word), TITLES_READ);
    if (found.scoreDocs.length == 0) {
      return Optional.empty();
    }
    for (var hit : found.scoreDocs) {
      var texts =
          searcher.storedFields().document(hit.doc, Set.of(Fields.TITLE, Fields.DESCRIPTION));
      for (var field : List.of(Fields.TITLE, Fields.DESCRIPTION)) {
        var text = texts.get(field);
        for (var token : tokens(text == null ? "" : text)) {
          if (token.word().equals(word)) {
            return Optional.of(token.written());
          }
        }
      }
    }
    return Optional.of(word);
  }

  private Query publicWith(String word) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(Fields.EVERYTHING_EXACT, word)), Occur.MUST)
        .add(filters.of(SearchQuery.PUBLIC), Occur.FILTER)
        .build();
  }

  private record Token(String word, String written) {}

  private List<Token> tokens(String text) throws IOException {
    var found = new ArrayList<Token>();
    try (var tokens = exact.tokenStream(Fields.EVERYTHING_EXACT, text)) {
      var word = tokens.addAttribute(CharTermAttribute.class);
      var place = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        var written = text.substring(place.startOffset(), place.endOffset());
        found.add(new Token(word.toString(), written));
      }
      tokens.end();
    }
    return found;
  }
}
