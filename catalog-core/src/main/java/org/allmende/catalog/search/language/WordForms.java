package org.allmende.catalog.search.language;

import java.util.List;

/**
 * A word without its place.
 *
 * @param form as written, spelling variants aside
 * @param stem without inflection
 * @param parts stems of the words in it
 * @param split stems of those that together say the same
 * @param isStop too frequent to find anything
 */
record WordForms(String form, String stem, List<String> parts, List<String> split, boolean isStop) {
  WordForms {
    parts = List.copyOf(parts);
    split = List.copyOf(split);
  }

  Word at(int start, int end, int position, Word.Origin origin) {
    return new Word(form, stem, parts, split, start, end, position, origin);
  }
}
