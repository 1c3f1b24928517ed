package org.allmende.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Pages whose readers need more room (WCAG 2.2, 1.4.4, 1.4.10 and 1.4.12): text at 200 %, wide
 * spacing of letters and lines, and a window that zoom has made 320 px wide.
 */
@InBrowser
class LargeTextIT {
  private static final String SPACED =
      "* { line-height: 1.5 !important; letter-spacing: .12em !important;"
          + " word-spacing: .16em !important; } p { margin-block-end: 2em !important; }";
  private static final String DOUBLED = "html { font-size: 225% !important; }";

  /** What is cut off, or makes the window scroll sideways; tables and maps scroll by themselves. */
  private static final String LOST =
      """
      css => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
        const root = document.scrollingElement;
        const lost = [...document.querySelectorAll('body *')]
          .filter(e => e.checkVisibility() && !e.closest('.unseen, svg'))
          .filter(e => ['hidden', 'clip'].includes(getComputedStyle(e).overflowX)
            && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
          .map(e => e.outerHTML.slice(0, 100));
        return root.scrollWidth > root.clientWidth + 1
          ? [...lost, 'scrolls sideways by ' + (root.scrollWidth - root.clientWidth)
            + ' because of ' + [...document.querySelectorAll('body *')]
              .filter(e => e.checkVisibility() && !e.closest('.scroll, .example, .unseen, svg')
                && e.getBoundingClientRect().right > root.clientWidth + 1)
              .slice(-1).map(e => e.outerHTML.slice(0, 100))]
          : lost;
      }
      """;

  @Test
  void nothingIsLostWithWideSpacing(House house) {
    assertEquals("", String.join("\n", lost(house, 1280, SPACED)));
    assertEquals("", String.join("\n", lost(house, 320, SPACED)));
  }

  @Test
  void nothingIsLostAtTwiceTheSize(House house) {
    assertEquals("", String.join("\n", lost(house, 1280, DOUBLED)));
  }

  private static List<String> lost(House house, int width, String css) {
    var found = new ArrayList<String>();
    house.visit(
        width,
        page ->
            paths(house)
                .forEach(
                    path -> {
                      page.navigate(house.address(path));
                      found.addAll(lost(page, path, css));
                    }));
    return found;
  }

  private static Stream<String> paths(House house) {
    return Stream.concat(
        Stream.of(
            "/",
            "/suche?q=Ladestationen&format=CSV",
            "/datensatz/ladestationen-fuer-elektrofahrzeuge",
            "/themen",
            "/hilfe",
            "/entwickler/sparql",
            "/gibt-es-nicht"),
        SitePages.files(house.town()).limit(2));
  }

  private static List<String> lost(Page page, String path, String css) {
    return page.evaluate(LOST, css) instanceof List<?> elements
        ? elements.stream().map(e -> path + ": " + e).toList()
        : List.of(path + " was not looked at");
  }
}
