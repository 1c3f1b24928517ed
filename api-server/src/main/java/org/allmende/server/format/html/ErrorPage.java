package org.allmende.server.format.html;

import java.util.List;
import org.allmende.server.format.html.SearchPage.HitView;

/**
 * What a visitor sees when there is nothing to see ({@code web-ui.md} 11).
 *
 * @param frame what is around it
 * @param heading what happened
 * @param explanation what it means and what to do
 * @param details what came, what could have come, when to come again, the number in the log
 * @param without the same address without what is wrong in it; {@code ""} when nothing is
 * @param words what the visitor may have looked for; {@code ""} when nobody can tell
 * @param matches the datasets that fit these words best
 */
record ErrorPage(
    Frame frame,
    String heading,
    String explanation,
    List<Localized> details,
    String without,
    String words,
    List<HitView> matches) {

  ErrorPage {
    details = List.copyOf(details);
    matches = List.copyOf(matches);
  }
}
