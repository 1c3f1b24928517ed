package org.allmende.server.format.html;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The start page ({@code web-ui.md} 7.1).
 *
 * @param frame what is around it
 * @param intro what this catalog is
 * @param example a word that finds something here; {@code ""} in an empty catalog
 * @param frequent what people often search for
 * @param story what the operator wants to tell, in Markdown; null when there is nothing
 * @param datasets how many public datasets there are
 * @param themes those that have datasets
 * @param newest the datasets that entered the catalog last
 * @param changed others that changed last
 * @param figures the catalog in numbers
 */
record StartPage(
    Frame frame,
    Localized intro,
    String example,
    List<Word> frequent,
    @Nullable Localized story,
    long datasets,
    List<ThemeCard> themes,
    List<SearchPage.HitView> newest,
    List<SearchPage.HitView> changed,
    List<DatasetPage.Fact> figures) {

  StartPage {
    frequent = List.copyOf(frequent);
    themes = List.copyOf(themes);
    newest = List.copyOf(newest);
    changed = List.copyOf(changed);
    figures = List.copyOf(figures);
  }

  /** A theme with its search and how many datasets it has. */
  record ThemeCard(String label, String address, String count) {}

  /** Words with the search for them. */
  record Word(String text, String address) {}

  boolean isEmpty() {
    return datasets == 0;
  }

  /** The operator's story as HTML. */
  String storyHtml() {
    return story == null ? "" : Prose.html(story.text());
  }

  @Nullable String storyLanguage() {
    return story == null ? null : story.lang();
  }
}
