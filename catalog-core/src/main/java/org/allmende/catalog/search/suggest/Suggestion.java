package org.allmende.catalog.search.suggest;

/**
 * Something that may be meant by what was typed so far.
 *
 * @param kind what it is
 * @param text what people read
 * @param value what stands for it in an address: slug of a dataset, code of a theme, key of a
 *     region, CKAN name of a publisher, the word itself
 * @param count how many public datasets it would find
 */
public record Suggestion(Kind kind, String text, String value, int count) {

  /** The groups, in the order in which they are shown. */
  public enum Kind {
    DATASET,
    THEME,
    PLACE,
    PUBLISHER,
    WORD
  }
}
