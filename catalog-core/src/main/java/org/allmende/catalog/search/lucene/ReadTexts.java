package org.allmende.catalog.search.lucene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allmende.catalog.search.language.Word;

/**
 * The German words of one dataset's texts. Several fields are made of the same text; each is read
 * once. For one thread, while it makes one document.
 */
final class ReadTexts {

  private final Map<String, List<Word>> read = new HashMap<>();

  List<Word> words(String text) {
    return read.computeIfAbsent(text, GermanAnalysis.GERMAN::words);
  }
}
