package org.allmende.server.chart;

import java.util.Arrays;
import java.util.List;
import org.allmende.server.chart.ChartDrawing.Curve;

/** Lines along time, broken where numbers are missing. */
final class LineSheet extends PlotSheet {

  /** More shapes would hide the line. */
  private static final int MOST_SHAPES = 60;

  /** A step longer than the usual one by more than this is a hole. */
  private static final double HOLE = 1.6;

  /** Shapes around a point, one for each series: lines from corner to corner. */
  private static final List<String> SHAPES =
      List.of(
          "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
          "m-4 -4h8v8h-8z",
          "m0 -5l5 9h-10z",
          "m0 -5l5 5l-5 5l-5 -5z",
          "m0 5l-5 -9h10z",
          "m-1.5 -5h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5z",
          "m-5 -2h10v4h-10z");

  /** So many of the steps must be about equal, else none is too long. */
  private static final double MOST = 0.7;

  private final double longestStep;

  LineSheet(Chart chart, ChartWords words) {
    super(chart, words);
    this.longestStep = longestStep(chart);
  }

  /** Where times follow each other evenly, a longer step is a hole; elsewhere none is. */
  private static double longestStep(Chart chart) {
    var steps = new double[Math.max(0, chart.places().size() - 1)];
    for (var i = 0; i < steps.length; i++) {
      steps[i] = chart.places().get(i + 1).from() - chart.places().get(i).from();
    }
    Arrays.sort(steps);
    var usual = steps.length == 0 ? 1 : steps[steps.length / 2];
    var even =
        Arrays.stream(steps).filter(step -> step > usual / HOLE && step < usual * HOLE).count();
    return even >= MOST * steps.length ? HOLE * usual : Double.POSITIVE_INFINITY;
  }

  @Override
  double inset() {
    return 10;
  }

  /** From zero, unless all numbers are far from it. */
  @Override
  Scale scale() {
    var all =
        chart.series().stream()
            .flatMap(series -> series.values().stream())
            .filter(value -> !value.isNaN())
            .mapToDouble(Double::doubleValue)
            .summaryStatistics();
    if (all.getCount() == 0) {
      return new Scale(0, 1, 1);
    }
    var isNearZero = all.getMin() >= 0 && all.getMin() <= all.getMax() / 2;
    return Scale.of(isNearZero ? 0 : all.getMin(), all.getMax(), mostMarks());
  }

  @Override
  void plot() {
    for (var i = 0; i < chart.series().size(); i++) {
      curves.add(curve(i, chart.series().get(i).values()));
    }
    chart.places().forEach(place -> at.add(number(x(place.from()))));
  }

  private Curve curve(int series, List<Double> values) {
    var path = new StringBuilder();
    var shapes = new StringBuilder();
    for (var i = 0; i < values.size(); i++) {
      if (!values.get(i).isNaN()) {
        var point = number(x(chart.places().get(i).from())) + " " + number(y(values.get(i)));
        var isLinked = isLinked(values, i);
        path.append(isLinked ? "L" : "M").append(point);
        var isAlone = !isLinked && (i + 1 == values.size() || !isLinked(values, i + 1));
        if (isAlone || values.size() <= MOST_SHAPES) {
          shapes.append('M').append(point).append(SHAPES.get(series));
        }
      }
    }
    return new Curve(series + 1, path.toString(), shapes.toString());
  }

  /** Whether the line comes from the place before. */
  private boolean isLinked(List<Double> values, int i) {
    return i > 0
        && !values.get(i).isNaN()
        && !values.get(i - 1).isNaN()
        && chart.places().get(i).from() - chart.places().get(i - 1).from() <= longestStep;
  }

  @Override
  void marks() {
    var places = chart.places();
    var every = Math.max(1, (places.size() + 6) / 7);
    for (var i = 0; i < places.size(); i += every) {
      markBelow(
          places.get(i).from(), ChartWords.place(chart.plan(), places.get(i), words.locale()));
    }
  }

  /** What each line is, below each other: line, dashes and shapes as above. */
  @Override
  void legend() {
    if (words.names().size() < 2) {
      return;
    }
    below += 8;
    for (var i = 0; i < words.names().size(); i++) {
      below += 24;
      var y = number(below - 5);
      var line = "M" + MARGIN + " " + y + "H" + (MARGIN + 48);
      var shape = "M" + (MARGIN + 24) + " " + y + SHAPES.get(i);
      curves.add(new Curve(i + 1, line, shape));
      mark(MARGIN + 60.0, below, "start", shortened(words.names().get(i), 66));
    }
  }
}
