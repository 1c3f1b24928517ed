package org.allmende.catalog.search.language;

import java.util.List;

/**
 * A word of a text in the forms by which it is found.
 *
 * @param form as written, spelling variants aside
 * @param stem without inflection
 * @param parts stems of the words of which it is made and that find it; none for a simple word
 * @param split stems of those that together say the same: Baum and Kataster; none when it is whole
 * @param start where it begins in the text
 * @param end where it ends
 * @param position its place in the order of words; several may share one
 * @param origin how it came out of the text
 */
public record Word(
    String form,
    String stem,
    List<String> parts,
    List<String> split,
    int start,
    int end,
    int position,
    Origin origin) {

  public Word {
    parts = List.copyOf(parts);
    split = List.copyOf(split);
  }

  /** How a word came out of a text. */
  public enum Origin {
    /** It stands there. */
    WRITTEN,
    /** Several pieces with hyphens between them, as one word: {@code E-Bike}. */
    JOINED,
    /** It is meant: {@code Grünflächen} in "Grün- und Freiflächen", 2020 in "2019-2021". */
    MEANT
  }
}
