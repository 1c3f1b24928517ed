package org.allmende.catalog.search.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Set;
import org.tartarus.snowball.ext.EnglishStemmer;

/** English texts: {@code charging stations} is found by {@code charge station}. */
public final class English extends Language {

  private static final int WORDS_KEPT = 50_000;
  private static final Set<String> STOP_WORDS = WordTable.wordsOf("stopwords-en.txt");

  private static final Cache<String, String> STEMS =
      Caffeine.newBuilder().maximumSize(WORDS_KEPT).executor(Runnable::run).build();

  private final Cache<String, WordForms> known =
      Caffeine.newBuilder().maximumSize(WORDS_KEPT).executor(Runnable::run).build();

  @Override
  WordForms forms(TextScanner.Run run) {
    return known.get(run.text(), English::read);
  }

  private static WordForms read(String text) {
    var form = Spelling.folded(text);
    return new WordForms(form, stem(form), List.of(), List.of(), STOP_WORDS.contains(form));
  }

  /** The stem of one word in the spelling of {@link Spelling#folded}. */
  public static String stem(String word) {
    return STEMS.get(word, English::stemmed);
  }

  private static String stemmed(String word) {
    var stemmer = new EnglishStemmer();
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
