package org.allmende.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks at pages with axe, in every light and at every width. */
final class Axe {
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

  private Axe() {}

  static void assertNoViolation(House house, Stream<String> paths) throws IOException {
    var axe = axe();
    var found = new ArrayList<String>();
    house.visit(
        1280,
        page ->
            paths.forEach(
                path -> {
                  page.navigate(house.address(path));
                  page.evaluate(axe);
                  found.addAll(violations(page, path));
                }));
    assertEquals("", String.join("\n", found));
  }

  /** What is wrong with a page that is open already, in whatever state it is. */
  static List<String> violationsHere(Page page, String path) throws IOException {
    page.evaluate(axe());
    return violations(page, path);
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
    try (var script = Axe.class.getResourceAsStream("/axe.min.js")) {
      assertNotNull(script);
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
