package org.allmende.server.chart;

/** A sheet with places from left to right and an upright scale of numbers. */
abstract class PlotSheet extends Sheet {

  private static final int HEIGHT = 260;
  private static final int LEFT = 84;
  private static final int MARKS = 5;
  private static final int NEXT_MARK = 12;

  private Scale upright = new Scale(0, 1, 1);
  private double top;
  private double first;
  private double last;

  PlotSheet(Chart chart, ChartWords words) {
    super(chart, words);
  }

  /** The scale of the numbers. */
  abstract Scale scale();

  /** Draws the numbers. */
  abstract void plot();

  /** Marks the places. */
  abstract void marks();

  /** How wide the numbers stand from the edges, so that nothing is cut. */
  double inset() {
    return 0;
  }

  static int mostMarks() {
    return MARKS;
  }

  @Override
  final void fill() {
    upright = scale();
    top = below + 6;
    first = chart.places().isEmpty() ? 0 : chart.places().getFirst().from();
    last = chart.places().isEmpty() ? 1 : chart.places().getLast().to();
    for (var rung : upright.rungs()) {
      rule("M" + number(LEFT) + " " + number(y(rung)) + "H" + number(right()), rung == 0);
      mark(LEFT - 8.0, y(rung) + 5, "end", words.mark(rung));
    }
    plot();
    marks();
    below = top + HEIGHT + 44;
    mark((LEFT + right()) / 2, below, "middle", shortened(words.axis(), 60));
    legend();
  }

  void legend() {}

  final double x(double place) {
    var share = last > first ? (place - first) / (last - first) : 0.5;
    return LEFT + inset() + share * (right() - LEFT - 2 * inset());
  }

  final double y(double value) {
    return top + (1 - upright.share(value)) * HEIGHT;
  }

  final double zero() {
    return y(Math.clamp(0, upright.from(), upright.to()));
  }

  /** Where the right end of the last mark below is. */
  private double marked = Double.NEGATIVE_INFINITY;

  /** A mark below a place, when there is room for it. */
  final void markBelow(double place, String text) {
    var half = text.length() * 4;
    var center = Math.clamp(x(place), (double) LEFT, right() - half);
    if (center - half > marked + NEXT_MARK) {
      rule("M" + number(x(place)) + " " + number(top + HEIGHT) + "v6", false);
      mark(center, top + HEIGHT + 22, "middle", text);
      marked = center + half;
    }
  }
}
