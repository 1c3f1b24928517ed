package org.allmende.catalog.search;

/**
 * The order of hits. Equal keys fall back to the ordinal, so that paging is stable.
 *
 * @param key what is compared
 * @param descending the largest first
 */
public record SortOrder(Key key, boolean descending) {

  /** Best first, then the most recently changed. */
  public static final SortOrder RELEVANCE = new SortOrder(Key.SCORE, true);

  /** What hits are ordered by. */
  public sealed interface Key {
    /** How well it answers the question; equal ones by their last change. */
    Key SCORE = new Score();

    /** The title in German collation (DIN 5007-1). */
    Key TITLE = new Title();

    /** The slug, by bytes. */
    Key NAME = new Field(IndexField.NAME);

    /** The id, by bytes. */
    Key ID = new Field(IndexField.ID);

    /** When it entered the catalog. */
    Key CREATED = new Field(IndexField.CREATED);

    /** When its content last changed. */
    Key MODIFIED = new Field(IndexField.MODIFIED);

    /** See {@link #SCORE}. */
    record Score() implements Key {}

    /** See {@link #TITLE}. */
    record Title() implements Key {}

    /**
     * The value of a field, of several the least; by bytes or by number. Datasets without it come
     * last, and a field of words orders nothing.
     */
    record Field(IndexField field) implements Key {}
  }
}
