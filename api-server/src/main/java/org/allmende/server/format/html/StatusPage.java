package org.allmende.server.format.html;

import java.util.List;
import org.allmende.harvest.schedule.StatusText;

/**
 * How the sources are doing.
 *
 * @param frame what is around it
 * @param summary all of them in one sentence
 * @param sources one after another
 */
record StatusPage(Frame frame, String summary, List<Source> sources) {

  StatusPage {
    sources = List.copyOf(sources);
  }

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
