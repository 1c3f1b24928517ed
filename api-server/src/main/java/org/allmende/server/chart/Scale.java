package org.allmende.server.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A ladder of round numbers.
 *
 * @param from the lowest rung
 * @param to the highest
 * @param step between two rungs: 1, 2 or 5 with zeros
 */
record Scale(double from, double to, double step) {

  /** The ladder that holds two numbers with about so many steps. */
  static Scale of(double least, double greatest, int steps) {
    if (!(greatest > least)) {
      return least == 0 ? new Scale(0, 1, 1) : of(Math.min(0, least), Math.max(0, least), steps);
    }
    var step = round((greatest - least) / steps);
    return new Scale(Math.floor(least / step) * step, Math.ceil(greatest / step) * step, step);
  }

  /** The smallest of 1, 2, 5, 10 … that is no smaller. */
  static double round(double width) {
    var power = Math.pow(10, Math.floor(Math.log10(width)));
    for (var factor : new double[] {1, 2, 5}) {
      if (factor * power >= width * 0.999_999) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /** The rungs. */
  List<Double> rungs() {
    var rungs = new ArrayList<Double>();
    var count = (int) Math.round((to - from) / step);
    for (var i = 0; i <= count; i++) {
      var rung = from + i * step;
      rungs.add(Math.abs(rung) < step / 1_000 ? 0 : rung);
    }
    return rungs;
  }

  /** Where a number stands between the ends, from 0 to 1. */
  double share(double value) {
    return (value - from) / (to - from);
  }
}
