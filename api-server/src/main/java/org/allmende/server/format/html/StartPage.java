package org.allmende.server.format.html;

import java.util.List;

/**
 * The start page ({@code web-ui.md} 7.1).
 *
 * @param frame what is around it
 * @param intro what this catalog is
 * @param example a word that finds something here; {@code ""} in an empty catalog
 * @param datasets how many public datasets there are
 * @param publishers how many publish them
 * @param themes those that have datasets
 * @param newest the datasets that changed last
 */
record StartPage(
    Frame frame,
    Localized intro,
    String example,
    long datasets,
    long publishers,
    List<ThemeCard> themes,
    List<SearchPage.HitView> newest) {

  StartPage {
    themes = List.copyOf(themes);
    newest = List.copyOf(newest);
  }

  /** A theme with its search and how many datasets it has. */
  record ThemeCard(String label, String address, String count) {}

  boolean isEmpty() {
    return datasets == 0;
  }
}
