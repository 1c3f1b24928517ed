package org.allmende.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.allmende.server.FailingSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WCAG 2.2 AA and best practice on every page ({@code web-ui.md} 13), as far as axe can tell. */
@InBrowser
class AccessibilityIT {
  private static final List<String> ALL_RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** What another light can change: nothing but colors. */
  private static final List<String> COLOR_RULES = List.of("color-contrast", "link-in-text-block");

  private static final String RUN =
      """
      rules => axe.run(document, {resultTypes: ['violations'], preload: false, runOnly: rules})
        .then(found => found.violations.flatMap(rule =>
          rule.nodes.map(node => rule.id + ': ' + node.html.slice(0, 160) + ' ' + node.failureSummary.slice(0, 200))))
      """;
  private static final List<Integer> WIDTHS = List.of(320, 768, 1280);

  @Test
  void noPageHasAViolationInAnyLightAtAnyWidth(House house) throws IOException {
    assertNoViolation(house, SitePages.all());
  }

  @Test
  void noPageOfAFileHasAViolationInAnyLightAtAnyWidth(House house) throws IOException {
    assertNoViolation(house, SitePages.files(house.town()));
  }

  @Test
  void noPageOfAFailureHasAViolationInAnyLightAtAnyWidth(House house, @TempDir Path folder)
      throws IOException {
    try (var site = FailingSite.in(folder)) {
      var paths = FailingSite.STATUSES.stream().map(status -> "/fehler/" + status);
      assertNoViolation(house, Stream.concat(paths, Stream.of("/", "/suche")), site::address);
    }
  }

  private static void assertNoViolation(House house, Stream<String> paths) throws IOException {
    assertNoViolation(house, paths, house::address);
  }

  private static void assertNoViolation(
      House house, Stream<String> paths, UnaryOperator<String> address) throws IOException {
    var axe = axe();
    var found = new ArrayList<String>();
    house.visit(
        1280,
        page ->
            paths.forEach(
                path -> {
                  page.navigate(address.apply(path));
                  page.evaluate(axe);
                  found.addAll(violations(page, path));
                }));
    assertEquals("", String.join("\n", found));
  }

  private static List<String> violations(Page page, String path) {
    var found = new ArrayList<String>();
    for (var width : WIDTHS) {
      page.setViewportSize(width, 900);
      for (var light : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.emulateMedia(
            new Page.EmulateMediaOptions()
                .setColorScheme(light)
                .setReducedMotion(ReducedMotion.REDUCE));
        var rules = light == ColorScheme.LIGHT ? ALL_RULES : COLOR_RULES;
        if (page.evaluate(RUN, rules) instanceof List<?> violations) {
          violations.forEach(v -> found.add(path + " " + light + " " + width + ": " + v));
        }
      }
      sideways(page).forEach(e -> found.add(path + " " + width + " scrolls sideways: " + e));
    }
    return found;
  }

  /** What makes a page wider than its window; tables and maps may scroll in themselves. */
  private static List<?> sideways(Page page) {
    var tooWide =
        page.evaluate(
            """
            () => document.documentElement.scrollWidth > innerWidth
              ? [...document.body.querySelectorAll('*')]
                  .filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('.scroll, pre, .unseen'))
                  .slice(0, 3).map(e => e.outerHTML.slice(0, 200)).concat('the page')
              : []
            """);
    return tooWide instanceof List<?> elements ? elements : List.of();
  }

  private static String axe() throws IOException {
    try (var script = AccessibilityIT.class.getResourceAsStream("/axe.min.js")) {
      assertNotNull(script);
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
