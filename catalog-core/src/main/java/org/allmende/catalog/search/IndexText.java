package org.allmende.catalog.search;

/**
 * A further text of a dataset that finds it.
 *
 * @param role what it is, and so how much a word in it counts
 * @param language BCP 47 tag; empty when unknown
 * @param text the text
 */
public record IndexText(Role role, String language, String text) {

  /** What a text is to the dataset. */
  public enum Role {
    /** The title in another language. */
    TITLE,
    /** The description in another language. */
    DESCRIPTION,
    /** Name of the publisher. */
    PUBLISHER,
    /** Title or description of a distribution. */
    DISTRIBUTION,
    /** What a column of a table is called. */
    COLUMN,
    /** Name of a place that it covers. */
    PLACE,
    /** What its themes are called. */
    THEME,
    /** A format. */
    FORMAT,
    /** A name or number by which it is known. */
    NAME,
    /** A free extra. */
    EXTRA,
    /** What the license is called: a program may seek it, a person's words never mean it. */
    LICENSE
  }

  /** A text whose language nobody told. */
  public static IndexText of(Role role, String text) {
    return new IndexText(role, "", text);
  }
}
