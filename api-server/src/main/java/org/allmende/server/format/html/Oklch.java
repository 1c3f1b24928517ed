package org.allmende.server.format.html;

import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A color as eyes order colors (CSS Color 4, 9.4): two of the same lightness look equally light.
 *
 * @param lightness 0 (black) to 1 (white)
 * @param chroma how colorful; 0 is gray
 * @param hue the angle, in radians
 */
record Oklch(double lightness, double chroma, double hue) {

  private static final double ROUNDING = 1e-4;

  /** Reads {@code #rrggbb}. */
  static Oklch ofHex(String hex) {
    var rgb = Integer.parseInt(hex.substring(1), 16);
    var red = linear(rgb >> 16);
    var green = linear(rgb >> 8 & 255);
    var blue = linear(rgb & 255);
    var l = Math.cbrt(.4122214708 * red + .5363325363 * green + .0514459929 * blue);
    var m = Math.cbrt(.2119034982 * red + .6806995451 * green + .1073969566 * blue);
    var s = Math.cbrt(.0883024619 * red + .2817188376 * green + .6299787005 * blue);
    var a = 1.9779984951 * l - 2.4285922050 * m + .4505937099 * s;
    var b = .0259040371 * l + .7827717662 * m - .8086757660 * s;
    var lightness = .2104542553 * l + .7936177850 * m - .0040720468 * s;
    return new Oklch(lightness, Math.hypot(a, b), Math.atan2(b, a));
  }

  Oklch withLightness(double other) {
    return new Oklch(Math.clamp(other, 0, 1), chroma, hue);
  }

  /** {@code #rrggbb}; what no screen shows is made less colorful until one does. */
  String hex() {
    var shown = this;
    while (!shown.isOnScreens()) {
      shown = new Oklch(lightness, Math.max(0, shown.chroma - .002), hue);
    }
    var rgb = DoubleStream.of(shown.linear()).mapToLong(Oklch::encoded).toArray();
    return String.format(Locale.ROOT, "#%02x%02x%02x", rgb[0], rgb[1], rgb[2]);
  }

  private boolean isOnScreens() {
    return chroma == 0
        || DoubleStream.of(linear()).allMatch(x -> x >= -ROUNDING && x <= 1 + ROUNDING);
  }

  /** The contrast with another color after WCAG 2.2, from 1 to 21. */
  double contrast(Oklch other) {
    var a = luminance();
    var b = other.luminance();
    return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
  }

  private double luminance() {
    var rgb = DoubleStream.of(linear()).map(x -> Math.clamp(x, 0, 1)).toArray();
    return .2126 * rgb[0] + .7152 * rgb[1] + .0722 * rgb[2];
  }

  /** Red, green and blue in linear sRGB, beyond 0 to 1 where no screen shows the color. */
  private double[] linear() {
    var a = chroma * Math.cos(hue);
    var b = chroma * Math.sin(hue);
    var l = cube(lightness + .3963377774 * a + .2158037573 * b);
    var m = cube(lightness - .1055613458 * a - .0638541728 * b);
    var s = cube(lightness - .0894841775 * a - 1.2914855480 * b);
    return new double[] {
      4.0767416621 * l - 3.3077115913 * m + .2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - .3413193965 * s,
      -.0041960863 * l - .7034186147 * m + 1.7076147010 * s
    };
  }

  private static double cube(double x) {
    return x * x * x;
  }

  private static double linear(int channel) {
    var x = channel / 255.0;
    return x <= .04045 ? x / 12.92 : Math.pow((x + .055) / 1.055, 2.4);
  }

  private static long encoded(double linear) {
    var x = Math.clamp(linear, 0, 1);
    return Math.round(255 * (x <= .0031308 ? 12.92 * x : 1.055 * Math.pow(x, 1 / 2.4) - .055));
  }
}
