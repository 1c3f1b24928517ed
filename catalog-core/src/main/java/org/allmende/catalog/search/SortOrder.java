package org.allmende.catalog.search;

/**
 * The order of hits. Equal keys fall back to the id, so that paging is stable.
 *
 * @param key what is compared
 * @param descending the largest first
 */
public record SortOrder(Key key, boolean descending) {

  /** Best first, then the most recently changed. */
  public static final SortOrder RELEVANCE = new SortOrder(Key.SCORE, true);

  /** What hits are ordered by. */
  public enum Key {
    SCORE,
    /** The title in German collation (DIN 5007-1). */
    TITLE,
    /** The slug, by bytes. */
    NAME,
    ID,
    CREATED,
    MODIFIED
  }
}
