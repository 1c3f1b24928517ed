package org.allmende.server.format.html;

import java.util.List;

/**
 * The page of one theme, publisher or place: who or what it is, and its newest datasets ({@code
 * web-ui.md} 7.5).
 *
 * @param frame what is around it
 * @param heading its name
 * @param list the list it stands in
 * @param facts what is known about it
 * @param total how many datasets it has
 * @param search the search for all of them
 * @param newest the datasets that changed last
 */
record TopicPage(
    Frame frame,
    String heading,
    Frame.Part list,
    List<DatasetPage.Fact> facts,
    long total,
    String search,
    List<SearchPage.HitView> newest) {

  TopicPage {
    facts = List.copyOf(facts);
    newest = List.copyOf(newest);
  }
}
