package org.allmende.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A dataset on paper ({@code web-ui.md} 12). */
@InBrowser
class PrintIT {
  private static final String DATASET = "/datensatz/ladestationen-fuer-elektrofahrzeuge";

  private static void print(House house, Consumer<Page> look) {
    house.visit(
        1280,
        page -> {
          page.navigate(house.address(DATASET));
          page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
          look.accept(page);
        });
  }

  private static Object style(Page page, String selector, String name) {
    return page.evaluate(
        "([s, n]) => getComputedStyle(document.querySelector(s))[n]", List.of(selector, name));
  }

  @Test
  void nothingStandsThereThatCanOnlyBePressed(House house) {
    print(
        house,
        page -> {
          for (var part : List.of(".top nav", ".quick", ".crumbs", ".theme", ".ask", ".copy")) {
            assertEquals(false, page.locator(part).first().isVisible(), part);
          }
          assertEquals("block", style(page, ".columns.dataset", "display"), "one column");
        });
  }

  @Test
  void sourceAndDateStandAtTheFootOfEverySheet(House house) {
    print(
        house,
        page -> {
          assertEquals("table-footer-group", style(page, ".foot", "display"));
          assertEquals("table", style(page, ".wide:has(> .foot)", "display"));
          assertTrue(page.locator(".foot").innerText().contains("Bundesnetzagentur.de"));
        });
  }

  @Test
  void addressesCanBeReadAndScanned(House house) {
    print(
        house,
        page -> {
          var after =
              "() => getComputedStyle(document.querySelector('.file h3 a'), '::after').content";
          assertTrue(String.valueOf(page.evaluate(after)).contains("/datensatz/"), after);
          assertTrue(page.locator(".qr").isVisible());
        });
  }
}
