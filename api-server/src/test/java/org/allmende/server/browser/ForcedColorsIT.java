package org.allmende.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Pages whose colors the reader's system sets ({@code web-ui.md} 3): backgrounds are gone, so that
 * what can be pressed and filled in has to have an edge, and what has the focus a ring.
 */
@InBrowser
class ForcedColorsIT {

  /** What can be pressed or filled in, is seen, and has no edge. */
  private static final String WITHOUT_EDGE =
      """
      () => [...document.querySelectorAll('button, .button, .tag, .cards a, select, textarea,'
            + ' input:not([type=hidden], [type=checkbox], [type=radio])')]
        .filter(e => e.checkVisibility() && !e.closest('.unseen'))
        .filter(e => { const s = getComputedStyle(e);
          return parseFloat(s.borderTopWidth) < 1 || s.borderTopStyle === 'none'
            || s.borderTopColor === getComputedStyle(document.body).backgroundColor; })
        .map(e => e.outerHTML.slice(0, 120))
      """;

  /** The body has the focus where nothing more can have it. */
  private static final String RING =
      """
      () => { const s = getComputedStyle(document.activeElement);
        return document.activeElement === document.body
          || s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 ? '' : document.activeElement.outerHTML.slice(0, 120); }
      """;

  @Test
  void whatCanBePressedHasAnEdgeAndTheFocusARing(House house) {
    var found = new ArrayList<String>();
    house.visit(
        1280,
        page -> {
          page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
          paths(house)
              .forEach(
                  path -> {
                    page.navigate(house.address(path));
                    found.addAll(edges(page, path));
                    found.addAll(rings(page, path));
                  });
        });
    assertEquals("", String.join("\n", found));
  }

  private static Stream<String> paths(House house) {
    return Stream.concat(
        Stream.of("/", "/suche?q=schule", "/hilfe", "/entwickler/sparql", "/statistik"),
        SitePages.files(house.town()).limit(4));
  }

  private static List<String> edges(Page page, String path) {
    return page.evaluate(WITHOUT_EDGE) instanceof List<?> elements
        ? elements.stream().map(e -> path + " has no edge: " + e).toList()
        : List.of(path + " was not looked at");
  }

  private static List<String> rings(Page page, String path) {
    var found = new ArrayList<String>();
    for (var i = 0; i < 8; i++) {
      page.keyboard().press("Tab");
      if (page.evaluate(RING) instanceof String element && !element.isEmpty()) {
        found.add(path + " has no ring: " + element);
      }
    }
    return found;
  }
}
