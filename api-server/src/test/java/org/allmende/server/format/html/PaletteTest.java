package org.allmende.server.format.html;

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
  void theStyleSheetStaysSmall() throws IOException {
    assertTrue(css().getBytes(StandardCharsets.UTF_8).length <= 25_000);
  }

  private static void assertContrast(
      Map<String, double[]> palette, String front, String back, double least) {
    var a = luminance(Objects.requireNonNull(palette.get(front), front));
    var b = luminance(Objects.requireNonNull(palette.get(back), back));
    var contrast = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    assertTrue(contrast >= least, front + " on " + back + " has a contrast of " + contrast);
  }

  /** The light colors, or after three more groups the dark ones. */
  private static Map<String, double[]> colors(int offset) throws IOException {
    var colors = new HashMap<String, double[]>();
    var matcher = COLOR.matcher(css());
    while (matcher.find()) {
      colors.put(
          matcher.group(1),
          new double[] {
            Double.parseDouble(matcher.group(offset + 2)) / 100,
            Double.parseDouble(matcher.group(offset + 3)),
            Math.toRadians(Double.parseDouble(matcher.group(offset + 4)))
          });
    }
    return colors;
  }

  private static String css() throws IOException {
    try (var in = Objects.requireNonNull(PaletteTest.class.getResourceAsStream("app.css"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Relative luminance of an OKLCH color: to OKLab, to linear sRGB (CSS Color 4, 10). */
  private static double luminance(double[] color) {
    var a = color[1] * Math.cos(color[2]);
    var b = color[1] * Math.sin(color[2]);
    var l = cube(color[0] + .3963377774 * a + .2158037573 * b);
    var m = cube(color[0] - .1055613458 * a - .0638541728 * b);
    var s = cube(color[0] - .0894841775 * a - 1.2914855480 * b);
    var red = clamp(4.0767416621 * l - 3.3077115913 * m + .2309699292 * s);
    var green = clamp(-1.2684380046 * l + 2.6097574011 * m - .3413193965 * s);
    var blue = clamp(-.0041960863 * l - .7034186147 * m + 1.7076147010 * s);
    return .2126 * red + .7152 * green + .0722 * blue;
  }

  private static double cube(double x) {
    return x * x * x;
  }

  private static double clamp(double x) {
    return Math.clamp(x, 0, 1);
  }
}
