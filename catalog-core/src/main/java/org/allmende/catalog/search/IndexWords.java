package org.allmende.catalog.search;

import java.util.List;
import java.util.function.Function;
import org.allmende.catalog.search.suggest.Suggestion;

/** What the index knows of the words of public datasets. Any number of threads may ask. */
public interface IndexWords {

  /**
   * Words that may have been meant by one that no dataset has, the likeliest first; none when
   * nothing is near. They are words of public datasets, as they are written there, or words that
   * have synonyms; whether those find anything is to be asked. It may be two words, where a space
   * was left out.
   *
   * @param word as it was typed
   * @param most how many at most
   */
  List<String> respell(String word, int most);

  /**
   * Public datasets whose title has words, or parts of words, that begin so.
   *
   * @param typed one or more beginnings of words
   * @param most how many at most
   */
  List<Suggestion> titles(String typed, int most);

  /** The words of an index that may be another one at each question. */
  static IndexWords of(Source index) {
    return new IndexWords() {
      @Override
      public List<String> respell(String word, int most) {
        return index.ask(words -> words.respell(word, most));
      }

      @Override
      public List<Suggestion> titles(String typed, int most) {
        return index.ask(words -> words.titles(typed, most));
      }
    };
  }

  /** Where the index of the moment is asked. */
  interface Source {
    <T> T ask(Function<? super IndexWords, T> question);
  }
}
