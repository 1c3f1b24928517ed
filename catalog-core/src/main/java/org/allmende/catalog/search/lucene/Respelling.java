package org.allmende.catalog.search.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
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
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proposes words of the index for a word that it does not have. The dictionary is made of the
 * reader's words. A small one is made anew whenever the index has changed; a large one on a thread
 * of its own from time to time, and the last one is asked meanwhile: a word that came a moment ago
 * is found all the same, only not yet proposed.
 *
 * <p>Only words of public datasets are proposed: each is looked for among them, and shown as it is
 * written there.
 */
final class Respelling {

  private static final Logger LOG = LoggerFactory.getLogger(Respelling.class);
  private static final int LARGE = 5_000;
  private static final int TITLES_READ = 5;

  /** More names than a person could mean; those of the least distance are looked at. */
  private static final int CANDIDATES = 5;

  /** Time between two dictionaries, in units of what the last one took: 2 % of one core. */
  private static final int REST = 50;

  private static final Duration LEAST_REST = Duration.ofSeconds(10);

  private final Analyzer exact;
  private final FilterQueries filters;
  private final AtomicBoolean isBuilding = new AtomicBoolean();
  private volatile @Nullable Known known;

  /** A dictionary, the state that it was made of, when it was ready and what it took. */
  private record Known(Dictionary words, long position, long readyNanos, long tookNanos) {
    boolean isStale() {
      var rest = Math.max(LEAST_REST.toNanos(), REST * tookNanos);
      return System.nanoTime() - readyNanos > rest;
    }
  }

  Respelling(Analyzer exact, FilterQueries filters) {
    this.exact = exact;
    this.filters = filters;
  }

  /** Begins to make a dictionary of a large index that has none, so that no search waits for it. */
  void prepare(FacetedSearcher searcher) {
    var now = known;
    if (searcher.getIndexReader().maxDoc() >= LARGE && (now == null || now.isStale())) {
      buildBeside(searcher);
    }
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
    var dictionary = dictionary(searcher);
    var found = new ArrayList<String>();
    for (var word : dictionary.meantBy(words.getFirst(), CANDIDATES)) {
      if (found.size() < most) {
        asWritten(word, searcher).ifPresent(found::add);
      }
    }
    if (found.isEmpty()) {
      joined(dictionary, words.getFirst(), searcher).ifPresent(found::add);
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

  // The dictionary.

  private Dictionary dictionary(FacetedSearcher searcher) throws IOException {
    var now = known;
    if (now != null && now.position() == searcher.position()) {
      return now.words();
    }
    if (now == null || searcher.getIndexReader().maxDoc() < LARGE) {
      return build(searcher).words();
    }
    if (now.isStale()) {
      buildBeside(searcher);
    }
    return now.words();
  }

  private void buildBeside(FacetedSearcher searcher) {
    var reader = searcher.getIndexReader();
    if (!isBuilding.compareAndSet(false, true)) {
      return;
    }
    if (!reader.tryIncRef()) {
      isBuilding.set(false);
      return;
    }
    Thread.ofPlatform()
        .name("dictionary")
        .daemon()
        .start(
            () -> {
              try {
                build(searcher);
              } catch (IOException | AlreadyClosedException e) {
                LOG.debug("no new dictionary: the index was closed", e);
              } finally {
                release(searcher);
              }
            });
  }

  private void release(FacetedSearcher searcher) {
    isBuilding.set(false);
    try {
      searcher.getIndexReader().decRef();
    } catch (IOException e) {
      LOG.warn("a reader of the index cannot be closed", e);
    }
  }

  private Known build(FacetedSearcher searcher) throws IOException {
    var start = System.nanoTime();
    var counts = new HashMap<String, Integer>();
    var terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.EVERYTHING_EXACT);
    if (terms != null) {
      var each = terms.iterator();
      for (var term = each.next(); term != null; term = each.next()) {
        counts.put(term.utf8ToString(), each.docFreq());
      }
    }
    var end = System.nanoTime();
    var built = new Known(Dictionary.of(counts), searcher.position(), end, end - start);
    known = built;
    return built;
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
