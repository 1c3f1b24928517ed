package org.allmende.server.format.html;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The town's own color for links and buttons ({@code web-ui.md} 3), in the shades that can be read:
 * the nearest with a contrast of {@value #LEAST}:1 to every ground of the pages. No other is
 * served.
 *
 * @param asked what the operator wrote, {@code #rrggbb}
 * @param light the shade on light pages
 * @param dark the shade on dark pages
 */
public record Accent(String asked, String light, String dark) {

  private static final double LEAST = 4.5;
  private static final double STEP = .0025;
  private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

  /** White, the darkest ground of the style sheet, and a quiet button under the pointer. */
  private static final List<Oklch> LIGHT_GROUNDS =
      List.of(new Oklch(1, 0, 0), new Oklch(.956, .022, 4.625), new Oklch(.936, .003, 4.852));

  /** Black, and the lightest ground. */
  private static final List<Oklch> DARK_GROUNDS =
      List.of(new Oklch(0, 0, 0), new Oklch(.251, .038, 4.835));

  /** Reads a color; empty when it is not written {@code #rrggbb}. */
  public static Optional<Accent> find(String text) {
    return Optional.of(text)
        .filter(color -> HEX.matcher(color).matches())
        .map(color -> color.toLowerCase(Locale.ROOT))
        .map(
            color ->
                new Accent(
                    color,
                    nearest(color, -STEP, LIGHT_GROUNDS),
                    nearest(color, STEP, DARK_GROUNDS)));
  }

  /** Walks to black or white, either of which passes at the latest. */
  private static String nearest(String color, double step, List<Oklch> grounds) {
    var asked = Oklch.ofHex(color);
    var lightness = asked.lightness();
    var shade = color;
    while (!isReadable(shade, grounds)) {
      lightness += step;
      shade = asked.withLightness(lightness).hex();
    }
    return shade;
  }

  private static boolean isReadable(String shade, List<Oklch> grounds) {
    var color = Oklch.ofHex(shade);
    return grounds.stream().allMatch(ground -> color.contrast(ground) >= LEAST);
  }

  /** What is used instead of the color asked for; empty when that is used everywhere. */
  public Optional<String> correction() {
    return asked.equals(light) && asked.equals(dark)
        ? Optional.empty()
        : Optional.of(
            "look.accent "
                + asked
                + " is shown as "
                + light
                + " on light pages and as "
                + dark
                + " on dark ones: the nearest shades with a contrast of "
                + LEAST
                + ":1");
  }

  /** What the style sheet has to say at its end. */
  String css() {
    return "@layer tokens { :root { --action: light-dark(" + light + ", " + dark + "); } }\n";
  }
}
