package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Contrast after WCAG 2.2 (1.4.3 and 1.4.11), computed from the style sheet itself. */
class PaletteTest {

  private static final String VALUE = "oklch\\(([\\d.]+)% ([\\d.]+) ([\\d.]+)\\)";
  private static final Pattern COLOR =
      Pattern.compile("--([\\w-]+): light-dark\\(" + VALUE + ", " + VALUE + "\\)");

  private static final Pattern SERIES =
      Pattern.compile("--chart-\\d: light-dark\\((#\\w{6}), (#\\w{6})\\)");

  private static final List<String> GROUNDS = List.of("page", "surface", "raised", "hero");

  @Test
  void textIsReadableOnEveryGround() throws IOException {
    for (var palette : List.of(colors(0), colors(3))) {
      for (var ground : GROUNDS) {
        for (var text : List.of("text", "muted", "action", "visited")) {
          assertContrast(palette, text, ground, 4.5);
        }
        for (var line : List.of("focus", "input", "border")) {
          assertContrast(palette, line, ground, 3);
        }
      }
      assertContrast(palette, "on-action", "action", 4.5);
      assertContrast(palette, "text", "mark", 4.5);
      assertContrast(palette, "text", "warning-surface", 4.5);
    }
  }

  @Test
  void everyAccentIsReadableOnEveryGround() throws IOException {
    for (var asked : List.of("#ffcc00", "#00ff00", "#ff0000", "#0000ff", "#ffffff", "#808080")) {
      var accent = Accent.find(asked).orElseThrow();
      for (var ground : GROUNDS) {
        assertAccent(accent.light(), colors(0), ground);
        assertAccent(accent.dark(), colors(3), ground);
      }
    }
  }

  private static void assertAccent(String shade, Map<String, Oklch> palette, String ground) {
    var all = new HashMap<>(palette);
    all.put("accent", Oklch.ofHex(shade));
    assertContrast(all, "accent", ground, 4.5);
    assertContrast(all, "on-action", "accent", 4.5);
  }

  @Test
  void theStyleSheetStaysSmall() {
    assertTrue(StaticFiles.styles().getBytes(StandardCharsets.UTF_8).length <= 25_000);
  }

  @Test
  void everySeriesOfAChartStandsOutFromItsGround() throws IOException {
    var css = css("chart.css");
    var seen = 0;
    var light = Oklch.ofHex("#ffffff");
    var dark = Oklch.ofHex("#15171f");
    assertTrue(css.contains("--chart-ground: light-dark(#ffffff, #15171f)"));
    for (var matcher = SERIES.matcher(css); matcher.find(); seen++) {
      assertTrue(Oklch.ofHex(matcher.group(1)).contrast(light) >= 3, matcher.group());
      assertTrue(Oklch.ofHex(matcher.group(2)).contrast(dark) >= 3, matcher.group());
      assertTrue(ChartView.COLORS.contains(matcher.group(1)), "as without a style sheet");
    }
    assertEquals(ChartView.COLORS.size(), seen);
  }

  private static void assertContrast(
      Map<String, Oklch> palette, String front, String back, double least) {
    var other = Objects.requireNonNull(palette.get(back), back);
    var contrast = Objects.requireNonNull(palette.get(front), front).contrast(other);
    assertTrue(contrast >= least, front + " on " + back + " has a contrast of " + contrast);
  }

  /** The light colors, or after three more groups the dark ones. */
  private static Map<String, Oklch> colors(int offset) throws IOException {
    var colors = new HashMap<String, Oklch>();
    var matcher = COLOR.matcher(css());
    while (matcher.find()) {
      colors.put(
          matcher.group(1),
          new Oklch(
              Double.parseDouble(matcher.group(offset + 2)) / 100,
              Double.parseDouble(matcher.group(offset + 3)),
              Math.toRadians(Double.parseDouble(matcher.group(offset + 4)))));
    }
    return colors;
  }

  private static String css() throws IOException {
    return css("app.css");
  }

  private static String css(String name) throws IOException {
    try (var in = Objects.requireNonNull(PaletteTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
