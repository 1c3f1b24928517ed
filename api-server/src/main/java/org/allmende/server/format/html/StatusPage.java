package org.allmende.server.format.html;

import java.util.List;
import org.allmende.harvest.schedule.StatusText;
import org.jspecify.annotations.Nullable;

/**
 * How the catalog is doing ({@code web-ui.md} 7.7): its sources, and who reads it.
 *
 * @param frame what is around it
 * @param summary all of them in one sentence
 * @param maintenance when the operator will work on the site; null when nothing is planned
 * @param running what runs at the moment, in one sentence
 * @param readers programs of portals, the last first
 * @param sources one after another
 */
record StatusPage(
    Frame frame,
    String summary,
    @Nullable Localized maintenance,
    String running,
    List<Reader> readers,
    List<Source> sources) {

  StatusPage {
    sources = List.copyOf(sources);
    readers = List.copyOf(readers);
  }

  /**
   * A program that read the whole catalog.
   *
   * @param day when it last did
   * @param datasets how many it got, in words
   */
  record Reader(String name, FileView.Day day, String datasets) {}

  /**
   * One source.
   *
   * @param id its id, also its anchor
   * @param health in a few words
   * @param sentences what happened, what came of it, what comes next
   * @param reasons why something was left out
   * @param notes what the operator should know
   */
  record Source(
      String id,
      String health,
      List<String> sentences,
      String reasonsHeading,
      List<String> reasons,
      String notesHeading,
      List<String> notes) {

    static Source of(StatusText text) {
      return new Source(
          text.source(),
          text.health(),
          text.sentences(),
          text.heading(true),
          text.reasons(),
          text.heading(false),
          text.notes());
    }
  }
}
