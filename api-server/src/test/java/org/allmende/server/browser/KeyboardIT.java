package org.allmende.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** From the search to the download without a pointer ({@code web-ui.md} 13). */
@InBrowser
class KeyboardIT {
  private static final int MOST_STOPS = 120;

  @Test
  void leadsFromTheSearchToTheDownload(House house) {
    house.visit(1280, page -> walk(house, page));
  }

  @Test
  void leadsThereWithoutScriptsToo(House house) {
    house.visitWithoutScripts(1280, page -> walk(house, page));
  }

  @Test
  void leadsThereInANarrowWindow(House house) {
    house.visit(320, page -> walk(house, page));
  }

  private static void walk(House house, Page page) {
    page.navigate(house.address("/"));
    tabTo(page, "#q");
    page.keyboard().type("Ladestationen");
    page.keyboard().press("Enter");
    page.waitForURL("**/suche?q=Ladestationen*");
    tabTo(page, ".hit h3 a");
    page.keyboard().press("Enter");
    page.waitForURL("**/datensatz/*");
    tabTo(page, ".download .button");
    var download = page.waitForDownload(() -> page.keyboard().press("Enter"));
    assertTrue(download.suggestedFilename().endsWith(".csv"), download.suggestedFilename());
  }

  /** Goes on with the tab key until this is reached; each stop on the way shows where it is. */
  private static void tabTo(Page page, String selector) {
    for (var stop = 0; stop < MOST_STOPS; stop++) {
      page.keyboard().press("Tab");
      if (page.locator(selector + ":focus").count() > 0) {
        var outline =
            page.locator(":focus").evaluate("e => getComputedStyle(e).outlineStyle").toString();
        assertNotEquals("none", outline, selector + " does not show that it has the focus");
        return;
      }
    }
    throw new AssertionError(MOST_STOPS + " times the tab key do not lead to " + selector);
  }

  @Test
  void theFirstStopLeadsPastTheHeader(House house) {
    house.visit(
        1280,
        page -> {
          page.navigate(house.address("/hilfe"));
          page.keyboard().press("Tab");
          page.keyboard().press("Enter");
          assertEquals("inhalt", page.locator(":focus").getAttribute("id"));
        });
  }
}
