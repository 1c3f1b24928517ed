package org.allmende.server.format.html;

import java.util.List;

/**
 * The page of one theme, publisher or place: who or what it is, of which years its data are, what
 * lies around it, and its newest datasets ({@code web-ui.md} 7.5).
 *
 * @param frame what is around it
 * @param topic which it is
 * @param list the list it stands in
 * @param prose what it says about itself as HTML; {@code ""} when it says nothing
 * @param facts what is known about it
 * @param total how many datasets it has
 * @param search the search for all of them
 * @param newest the datasets that changed last
 * @param years how many datasets are about which year; none when no dataset tells
 * @param undated how many name no period, in words; {@code ""} when all do
 * @param around other places, in groups
 */
record TopicPage(
    Frame frame,
    Topic topic,
    Frame.Part list,
    String prose,
    List<DatasetPage.Fact> facts,
    long total,
    String search,
    List<SearchPage.HitView> newest,
    List<YearRow> years,
    String undated,
    List<Group> around) {

  TopicPage {
    facts = List.copyOf(facts);
    newest = List.copyOf(newest);
    years = List.copyOf(years);
    around = List.copyOf(around);
  }

  /**
   * A year, or the time before those shown.
   *
   * @param label such as 2024
   * @param address the search for its datasets
   * @param count how many there are
   * @param share of the largest, in hundredths
   */
  record YearRow(String label, String address, long count, int share) {}

  /** Places that belong together. */
  record Group(String heading, List<Neighbor> places) {
    Group {
      places = List.copyOf(places);
    }
  }

  /**
   * Another place.
   *
   * @param address its page
   * @param count how many datasets it has; a page with none is not linked
   */
  record Neighbor(Topic topic, String address, int count) {}
}
