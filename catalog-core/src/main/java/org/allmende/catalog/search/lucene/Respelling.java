package org.allmende.catalog.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.allmende.catalog.search.Derived;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.language.German;
import org.allmende.catalog.search.language.Spelling;
import org.allmende.catalog.search.language.Synonyms;
import org.allmende.catalog.search.language.Word;
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
 * written there. A word that stands there only as a part of compounds ({@code Bibliothek} in
 * "Stadtbibliothek") is proposed when the general list of German words has it, and one that has
 * synonyms is, because they may be found.
 */
final class Respelling {

  private static final int TITLES_READ = 5;

  /** More names than a person could mean; those of the least distance are looked at. */
  private static final int CANDIDATES = 5;

  private final Analyzer exact;
  private final FilterQueries filters;
  private final IndexReading index;
  private final Supplier<Synonyms> synonyms;
  private final Derived<Dictionary> dictionary = new Derived<>("dictionary");

  Respelling(
      Analyzer exact, FilterQueries filters, IndexReading index, Supplier<Synonyms> synonyms) {
    this.exact = exact;
    this.filters = filters;
    this.index = index;
    this.synonyms = synonyms;
  }

  /** Begins to make a dictionary of a large index that has none, so that no search waits for it. */
  void prepare(FacetedSearcher searcher) {
    dictionary.prepare(
        searcher.position(), searcher.getIndexReader().maxDoc(), this::newDictionary);
  }

  private Dictionary newDictionary() {
    return index.ask(this::dictionary);
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
        var written = asWritten(word, searcher);
        written
            .or(() -> asPart(word, typed, searcher))
            .or(() -> Optional.ofNullable(synonyms.get().words().get(word)))
            .ifPresent(found::add);
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

  private Dictionary dictionary(FacetedSearcher searcher) throws IOException {
    var counts = new HashMap<String, Integer>();
    eachTerm(Fields.EVERYTHING_EXACT, searcher, counts::put);
    eachTerm(
        MatchField.NAME,
        searcher,
        (stem, datasets) ->
            German.wordWithStem(stem)
                .ifPresent(word -> counts.putIfAbsent(Spelling.folded(word), datasets)));
    synonyms.get().words().keySet().forEach(word -> counts.putIfAbsent(word, 1));
    return Dictionary.of(counts);
  }

  private static void eachTerm(
      String field, FacetedSearcher searcher, BiConsumer<String, Integer> taker)
      throws IOException {
    var terms = MultiTerms.getTerms(searcher.getIndexReader(), field);
    if (terms == null) {
      return;
    }
    var each = terms.iterator();
    for (var term = each.next(); term != null; term = each.next()) {
      taker.accept(term.utf8ToString(), each.docFreq());
    }
  }

  // Words as they are written.

  /** The word as the first public datasets write it; empty when none has it. */
  private Optional<String> asWritten(String word, FacetedSearcher searcher) throws IOException {
    var found = searcher.search(publicWith(Fields.EVERYTHING_EXACT, word), TITLES_READ);
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

  /** As the general list writes it, when a public dataset has it within a compound. */
  private Optional<String> asPart(String word, String typed, FacetedSearcher searcher) {
    var stems = GermanAnalysis.GERMAN.words(word).stream().map(Word::stem).toList();
    if (stems.size() != 1 || !isInPublic(stems.getFirst(), searcher)) {
      return Optional.empty();
    }
    return German.wordWithStem(stems.getFirst())
        .map(
            plain ->
                Character.isUpperCase(typed.codePointAt(0))
                    ? plain.substring(0, 1).toUpperCase(Locale.GERMAN) + plain.substring(1)
                    : plain);
  }

  private boolean isInPublic(String stem, FacetedSearcher searcher) {
    try {
      return searcher.count(publicWith(MatchField.NAME, stem)) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Query publicWith(String field, String word) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(field, word)), Occur.MUST)
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
