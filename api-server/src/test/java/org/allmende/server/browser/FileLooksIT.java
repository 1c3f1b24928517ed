package org.allmende.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What scripts add to the page of a file ({@code web-ui.md} 8): a map that moves, a chart to read.
 */
@InBrowser
class FileLooksIT {

  private static String table(House house) {
    return SitePages.table(house.town());
  }

  @Test
  void nothingOfLeafletIsLoadedBeforeSomebodyPresses(House house) {
    house.visit(
        1280,
        page -> {
          var asked = new ArrayList<String>();
          page.onRequest(request -> asked.add(request.url()));
          page.navigate(house.address(table(house) + "?ansicht=karte"));
          assertThat(page.getByText("Karte laden")).isVisible();
          assertTrue(asked.stream().noneMatch(url -> url.contains("leaflet")), asked.toString());
          assertTrue(asked.stream().allMatch(url -> url.startsWith(house.town().url())));
        });
  }

  @Test
  void theMapIsDrawnFromOurOwnDataAndCanBeUsedByKeyboard(House house) {
    house.visit(
        1280,
        page -> {
          var said = new ArrayList<String>();
          var asked = new ArrayList<String>();
          page.onConsoleMessage(message -> note(message, said));
          page.onRequest(request -> asked.add(request.url()));
          page.navigate(house.address(table(house) + "?ansicht=karte"));
          page.getByText("Karte laden").focus();
          page.keyboard().press("Enter");
          assertThat(page.locator("#meldung")).hasText("Die Karte ist geladen.");
          assertTrue(page.locator(".live path.point").count() > 3);
          assertThat(page.locator(".map > svg")).isVisible();
          assertThat(page.locator("table.sheet").first()).isVisible();
          page.locator(".live path.point").first().focus();
          page.keyboard().press("Enter");
          assertThat(page.locator(".leaflet-popup-content a")).hasText("ganze Zeile");
          assertTrue(
              asked.stream().allMatch(url -> url.startsWith(house.town().url())), asked.toString());
          assertEquals(List.of(), said, "the browser complained");
          assertEquals(List.of(), violations(page));
        });
  }

  private static void note(ConsoleMessage message, List<String> said) {
    if (message.type().equals("error")) {
      said.add(message.text());
    }
  }

  private static List<String> violations(Page page) {
    try {
      return Axe.violationsHere(page, "the map that moves");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aChartIsReadWithTheArrowKeys(House house) {
    house.visit(
        768,
        page -> {
          page.navigate(house.address(table(house) + "?ansicht=diagramm"));
          var first = page.locator(".numbers-table tbody tr").first();
          page.locator(".graph .scroll").focus();
          page.keyboard().press("ArrowRight");
          var text = page.locator(".reading").textContent();
          assertTrue(text.startsWith(first.locator("th").textContent() + ": "), text);
          assertThat(page.locator("#meldung")).hasText(text);
          page.keyboard().press("ArrowRight");
          assertThat(page.locator(".reading")).not().hasText(text);
        });
  }

  @Test
  void withoutScriptsNoButtonPromisesAMapAndTheChartIsThere(House house) {
    house.visitWithoutScripts(
        320,
        page -> {
          page.navigate(house.address(table(house) + "?ansicht=karte"));
          assertEquals(0, page.getByText("Karte laden").count());
          page.navigate(house.address(table(house) + "?ansicht=diagramm"));
          assertThat(page.locator("svg.chart")).isVisible();
          page.locator("#achse").selectOption("2");
          page.getByText("Diagramm zeichnen", new Page.GetByTextOptions().setExact(true)).click();
          page.waitForURL("**ansicht=diagramm&achse=2**");
          assertThat(page.locator("h1")).isVisible();
        });
  }
}
