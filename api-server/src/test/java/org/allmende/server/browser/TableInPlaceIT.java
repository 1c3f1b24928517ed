package org.allmende.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.allmende.server.format.html.FileSite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A table that is paged, ordered, filtered and cut to columns in place ({@code web-ui.md} 8, 11).
 */
@InBrowser
class TableInPlaceIT {

  @TempDir static Path folder;
  @AutoClose private static FileSite site;
  private static String table;

  @BeforeAll
  static void open() throws IOException {
    site = FileSite.in(folder);
    var csv = new StringBuilder("Nr;Art;Hinweis\n");
    for (var i = 1; i <= 120; i++) {
      csv.append(i).append(i % 2 == 0 ? ";Linde;" : ";Eiche;").append("gut\n");
    }
    var path = site.publish("baeume.csv", csv.toString());
    site.page(path);
    table = site.site().root() + path;
  }

  /** A visit of the table by somebody who would notice that the page was loaded anew. */
  private static void visit(House house, Consumer<Page> visitor) {
    house.visit(
        1280,
        page -> {
          page.navigate(table);
          page.evaluate("() => window.same = true");
          visitor.accept(page);
          assertEquals(true, page.evaluate("() => window.same"), "the page was loaded anew");
        });
  }

  private static void assertFirst(Page page, String cell) {
    assertThat(page.locator("table.sheet tbody td").first()).hasText(cell);
  }

  private static void assertFocus(Page page, String id) {
    assertEquals(id, page.locator(":focus").getAttribute("id"));
  }

  @Test
  void anOrderComesInPlaceAndTheFocusStays(House house) {
    visit(
        house,
        page -> {
          page.locator("#s1").focus();
          page.keyboard().press("Enter");
          page.waitForURL("**?sort=1");
          page.keyboard().press("Enter");
          page.waitForURL("**?sort=1&richtung=ab");
          assertFirst(page, "120");
          assertFocus(page, "s1");
          assertThat(page.locator("th").first()).hasAttribute("aria-sort", "descending");
          page.goBack();
          assertFirst(page, "1");
          assertThat(page).hasURL(table + "?sort=1");
        });
  }

  @Test
  void theNextPageIsAnnouncedAndTheWayBackLeadsBack(House house) {
    visit(
        house,
        page -> {
          page.locator("#seite-weiter").focus();
          page.keyboard().press("Enter");
          page.waitForURL("**?seite=2");
          assertFirst(page, "51");
          assertFocus(page, "seite-weiter");
          assertThat(page.locator("#meldung")).hasText("120 Zeilen, Seite 2 von 3");
          assertTrue(
              page.locator(".bottom .forms a")
                  .first()
                  .getAttribute("href")
                  .endsWith(".json?seite=2"));
          page.goBack();
          assertFirst(page, "1");
          page.goForward();
          assertFirst(page, "51");
        });
  }

  @Test
  void aFilterAndColumnsComeInPlace(House house) {
    visit(
        house,
        page -> {
          page.locator("#f2").fill("linde");
          page.keyboard().press("Enter");
          page.waitForURL("**?f2=linde**");
          assertFirst(page, "2");
          assertFocus(page, "f2");
          page.locator("#spaltenwahl summary").click();
          page.locator("#spalte-3").uncheck();
          page.waitForURL("**?f2=linde&spalten=1,2");
          assertThat(page.locator("table.sheet thead th")).hasCount(2);
          assertThat(page.locator("#spalte-3")).isVisible();
          assertFocus(page, "spalte-3");
        });
  }

  @Test
  void aJumpWithinThePageLoadsNothing(House house) {
    visit(
        house,
        page -> {
          page.locator(".skip").focus();
          page.keyboard().press("Enter");
          page.waitForURL("**#inhalt");
          assertFocus(page, "inhalt");
        });
  }

  @Test
  void whoWaitsIsToldAndCanTryAgain(House house) {
    visit(
        house,
        page -> {
          var held = new ArrayDeque<Route>();
          page.clock().install();
          page.route("**?seite=2", route -> holdTheFirst(held, route));
          page.locator("#seite-2").click();
          assertThat(page.locator(".waiting")).hasCount(0);
          page.clock().fastForward(400);
          assertThat(page.locator(".waiting")).containsText("Wird geladen");
          assertThat(page.locator("[aria-labelledby=vorschau]")).hasAttribute("aria-busy", "true");
          assertFirst(page, "1");
          page.clock().fastForward(8_000);
          assertThat(page.locator(".waiting")).containsText("länger als üblich");
          assertThat(page.locator("#meldung")).containsText("länger als üblich");
          page.locator(".waiting button").focus();
          page.keyboard().press("Enter");
          assertFirst(page, "51");
          assertFocus(page, "inhalt");
          assertThat(page.locator(".waiting")).hasCount(0);
          assertThat(page.locator("[aria-busy]")).hasCount(0);
        });
  }

  private static void holdTheFirst(ArrayDeque<Route> held, Route route) {
    if (held.isEmpty()) {
      held.add(route);
    } else {
      route.resume();
    }
  }

  @Test
  void whenItCannotComeInPlaceThePageItselfIsLoaded(House house) {
    house.visit(
        1280,
        page -> {
          page.navigate(table);
          page.route(
              "**?seite=2",
              route -> {
                if (route.request().isNavigationRequest()) {
                  route.resume();
                } else {
                  route.abort();
                }
              });
          page.locator("#seite-2").click();
          assertFirst(page, "51");
        });
  }

  @Test
  void allOfItWorksWithoutScripts(House house) {
    house.visitWithoutScripts(
        768,
        page -> {
          page.navigate(table);
          page.locator("#spaltenwahl summary").click();
          page.locator("#spalte-2").uncheck();
          page.getByText("Spalten anwenden").click();
          page.waitForURL("**spalten=1&spalten=3**");
          assertThat(page.locator("table.sheet thead th")).hasCount(2);
          page.getByText("Druckansicht").click();
          page.waitForURL("**spalten=1,3&druck=ja");
          assertThat(page.locator("table.sheet tbody tr")).hasCount(120);
        });
  }

  @Test
  void theHeadStaysInSightWhereTheWindowIsHighEnough(House house) {
    house.visit(
        1280,
        page -> {
          page.navigate(table);
          page.locator(".scroll").first().evaluate("e => e.scrollTo(0, 900)");
          assertEquals(0.0, headAbove(page), 2.0);
          page.setViewportSize(1280, 500);
          page.locator(".scroll").first().evaluate("e => e.scrollTo(0, 900)");
          assertEquals("static", page.locator("#s1").evaluate(POSITION));
        });
  }

  private static final String POSITION = "e => getComputedStyle(e.closest('th')).position";

  /** How far the head is from the upper edge of what scrolls. */
  private static double headAbove(Page page) {
    var far =
        page.locator("#s1")
            .evaluate(
                "e => e.closest('th').getBoundingClientRect().top"
                    + " - e.closest('.scroll').getBoundingClientRect().top");
    return far instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  @Test
  void onPaperAllChosenRowsStandWithTheirSource(House house) {
    house.visit(
        1280,
        page -> {
          page.navigate(table + "?druck=ja");
          assertThat(page.getByText("Drucken", new Page.GetByTextOptions().setExact(true)))
              .isVisible();
          page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
          assertThat(page.locator("table.sheet tfoot")).isVisible();
          assertThat(page.locator("table.sheet tbody tr").last()).isVisible();
          assertThat(page.locator("#auswahl")).isHidden();
          assertThat(page.locator("#auswahl-laden")).isHidden();
          assertThat(page.locator(".printed").first()).isVisible();
        });
  }
}
