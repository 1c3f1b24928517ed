package org.allmende.catalog.search;

/**
 * Why a dataset was found: one word that was sought, and what it was found by.
 *
 * @param typed the word as it was typed
 * @param how what binds the two
 * @param found the word in the dataset, as it stands there; empty when it stands in none of the
 *     texts shown
 * @param where in which of its texts
 */
public record Match(String typed, How how, String found, Where where) {

  /** What binds a word that was sought to one that was found; the closest first. */
  public enum How {
    /** It is the same word. */
    WRITTEN,
    /** It is the same word in another form: {@code Bäume} for {@code Baum}. */
    INFLECTED,
    /** It is part of a compound: {@code Straßenbaumkataster} for {@code Baum}. */
    PART,
    /** Both mean the same. */
    SYNONYM,
    /** Parts of the word that was typed stand apart: Fällungen, Bäume for {@code Baumfällung}. */
    APART
  }

  /** A text of a dataset. */
  public enum Where {
    TITLE,
    KEYWORD,
    DESCRIPTION,
    /** The name of a column of one of its tables, told whole. */
    COLUMN,
    /** Names, distributions, extras and what else finds it. */
    FURTHER
  }
}
