package org.allmende.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Geolocation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What scripts add ({@code web-ui.md} 7.2); that nothing is lost without them, others test. */
@InBrowser
class ScriptsIT {

  @Test
  void suggestionsCanBeChosenWithTheArrowKeys(House house) {
    house.visit(
        1280,
        page -> {
          page.navigate(house.address("/"));
          var field = page.locator("#q");
          field.focus();
          assertThat(field).hasAttribute("aria-expanded", "false");
          page.keyboard().type("ladest");
          assertThat(field).hasAttribute("aria-expanded", "true");
          assertTrue(page.locator("[role=option]").count() <= 8);
          page.keyboard().press("ArrowDown");
          var chosen = page.locator("[role=option][aria-selected=true]");
          assertEquals(chosen.getAttribute("id"), field.getAttribute("aria-activedescendant"));
          page.keyboard().press("Enter");
          page.waitForURL("**/datensatz/ladestationen-fuer-elektrofahrzeuge");
        });
  }

  @Test
  void escapeClosesTheSuggestionsAndEnterWithoutAChoiceSearches(House house) {
    house.visit(
        320,
        page -> {
          page.navigate(house.address("/suche"));
          var field = page.locator("#q");
          field.focus();
          page.keyboard().type("ladest");
          assertThat(field).hasAttribute("aria-expanded", "true");
          page.keyboard().press("Escape");
          assertThat(field).hasAttribute("aria-expanded", "false");
          page.keyboard().press("Enter");
          page.waitForURL("**/suche?q=ladest*");
        });
  }

  @Test
  void aTickedBoxChangesTheListInPlaceAndKeepsTheFocus(House house) {
    house.visit(
        1280,
        page -> {
          page.navigate(house.address("/suche"));
          page.evaluate("() => window.same = true");
          var before = page.locator("#treffer").textContent();
          var box = page.locator("input[name=format][value=CSV]");
          box.focus();
          page.keyboard().press("Space");
          page.waitForURL("**/suche?*format=CSV*");
          assertThat(page.locator("#treffer")).not().hasText(before);
          assertThat(page.locator("#meldung")).hasText(page.locator("#treffer").textContent());
          assertEquals("CSV", page.locator(":focus").getAttribute("value"));
          assertThat(page.locator(".chips")).containsText("CSV");
          assertEquals(true, page.evaluate("() => window.same"), "the page was loaded anew");
          page.goBack();
          assertThat(page.locator("#treffer")).hasText(before);
        });
  }

  @Test
  void theSourceLineCanBeCopied(House house) {
    house.visit(1280, page -> copy(house, page));
  }

  private static void copy(House house, Page page) {
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    page.navigate(house.address("/datensatz/ladestationen-fuer-elektrofahrzeuge"));
    page.locator(".side .credit + button").click();
    assertThat(page.locator(".side .credit + button")).hasText("Kopiert");
    assertEquals(
        page.locator(".side .credit").textContent().strip(),
        page.evaluate("() => navigator.clipboard.readText()"));
  }

  @Test
  void onesOwnPlaceIsTakenOnPressRoundedAndSentOnlyWithTheForm(House house) {
    house.visit(
        1280,
        page -> {
          var sent = new ArrayList<String>();
          page.onRequest(request -> sent.add(request.url()));
          page.context().grantPermissions(List.of("geolocation"));
          page.context().setGeolocation(new Geolocation(53.4270513, 11.1934182));
          page.navigate(house.address("/suche?q=Ladestationen"));
          assertThat(page.locator("#ort")).hasValue("");
          page.getByText("Mein Standort").click();

          assertThat(page.locator("#ort")).hasValue("53.427,11.193");
          assertTrue(sent.stream().noneMatch(url -> url.contains("53.4")), sent.toString());
          page.locator(".facets > button[type=submit]").click();
          page.waitForURL("**/suche?*ort=53.427%2C11.193*");
        });
  }

  @Test
  void whoRefusesToTellTheirPlaceIsAskedForItsName(House house) {
    house.visit(
        1280,
        page -> {
          page.context().clearPermissions();
          page.navigate(house.address("/suche"));
          page.getByText("Mein Standort").click();

          assertThat(page.locator("#meldung")).containsText("Geben Sie einen Ort ein");
          assertThat(page.locator("#ort")).hasValue("");
        });
  }
}
