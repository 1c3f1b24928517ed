package org.allmende.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Targets are large enough for a finger ({@code web-ui.md} 13.2; WCAG 2.2, 2.5.8). */
@InBrowser
class TouchIT {

  /** Finding, choosing, turning pages and taking away. */
  private static final String MAIN =
      "main button[type=submit]:not(.quiet), .button, .pages a, .views a, .exports a, .menu a,"
          + " .quick button, .more, .pick summary, .filters summary, main select";

  /**
   * Targets below 44 px on the screen of a phone that are main actions, and below 24 px that are
   * any other; links within sentences are as high as their line.
   */
  private static final String SMALL =
      """
      main => {
        const inSentence = e => e.matches('a') && getComputedStyle(e).display === 'inline';
        return [...document.querySelectorAll('a[href], button, summary, select, input:not([type=hidden])')]
          .filter(e => e.checkVisibility() && !e.closest('.unseen, .skip, svg') && !e.matches('.skip'))
          .map(e => {
            const box = (e.matches('input') && e.closest('label') || e).getBoundingClientRect();
            const least = e.matches(main) ? 44 : 24;
            return {e, box, least};
          })
          .filter(({e, box, least}) => least === 44 || !inSentence(e))
          .filter(({box, least}) => box.width > 0 && (box.height < least - .5 || box.width < least - .5))
          .map(({e, box, least}) =>
            `${Math.round(box.width)}×${Math.round(box.height)} < ${least}: ${e.outerHTML.slice(0, 120)}`);
      }
      """;

  @Test
  void targetsAreLargeEnoughForAFinger(House house) {
    var small = new ArrayList<String>();
    house.touch(
        320,
        page ->
            paths(house)
                .forEach(
                    path -> {
                      page.navigate(house.address(path));
                      small(page).forEach(target -> small.add(path + " " + target));
                    }));
    assertEquals("", String.join("\n", small));
  }

  private static List<String> small(Page page) {
    return page.evaluate(SMALL, MAIN) instanceof List<?> found
        ? found.stream().map(Object::toString).toList()
        : List.of("the browser measured nothing");
  }

  private static Stream<String> paths(House house) {
    return Stream.concat(
        Stream.of(
            "/",
            "/suche?q=Ladestationen&format=CSV",
            "/suche?q=gibtesnicht&format=CSV",
            "/suche",
            "/datensatz/ladestationen-fuer-elektrofahrzeuge",
            "/themen",
            "/hilfe",
            "/entwickler/sparql",
            "/gibt-es-nicht"),
        SitePages.files(house.town()));
  }
}
