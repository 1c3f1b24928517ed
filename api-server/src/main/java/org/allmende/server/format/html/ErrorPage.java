package org.allmende.server.format.html;

import java.util.List;
import org.allmende.server.format.html.SearchPage.HitView;

/**
 * What a visitor sees when there is nothing to see ({@code web-ui.md} 11).
 *
 * @param frame what is around it
 * @param heading what happened
 * @param explanation what it means and what to do
 * @param words what the visitor may have looked for; {@code ""} when nobody can tell
 * @param matches the datasets that fit these words best
 */
record ErrorPage(
    Frame frame, String heading, String explanation, String words, List<HitView> matches) {

  ErrorPage {
    matches = List.copyOf(matches);
  }
}
