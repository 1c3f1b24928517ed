package org.allmende.catalog.search.language;

import java.util.List;

/**
 * What is sought as one: a word, or pieces bound by hyphens.
 *
 * @param word the word, or the pieces as one word
 * @param pieces the pieces between hyphens; none for a word without any
 */
public record Unit(Word word, List<Word> pieces) {
  public Unit {
    pieces = List.copyOf(pieces);
  }
}
