package org.allmende.server.chart;

import org.allmende.server.chart.ChartDrawing.Bar;

/** Upright bars, each over its range of numbers, from zero. */
final class HistogramSheet extends PlotSheet {

  private static final double GAP = 2;

  HistogramSheet(Chart chart, ChartWords words) {
    super(chart, words);
  }

  private java.util.List<Double> values() {
    return chart.series().isEmpty() ? java.util.List.of() : chart.series().getFirst().values();
  }

  @Override
  Scale scale() {
    var most = values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    return Scale.of(0, Math.max(1, most), mostMarks());
  }

  @Override
  void plot() {
    for (var i = 0; i < chart.places().size(); i++) {
      var place = chart.places().get(i);
      var left = x(place.from()) + GAP / 2;
      var right = x(place.to()) - GAP / 2;
      var upper = y(values().get(i));
      bars.add(
          new Bar(
              number(left),
              number(upper),
              number(Math.max(1, right - left)),
              number(zero() - upper),
              ChartWords.place(chart.plan(), place, words.locale())
                  + ": "
                  + ChartWords.number(values().get(i), words.locale())));
      at.add(number((left + right) / 2));
    }
  }

  @Override
  void marks() {
    for (var place : chart.places()) {
      markBelow(place.from(), words.mark(place.from()));
    }
    if (!chart.places().isEmpty()) {
      markBelow(chart.places().getLast().to(), words.mark(chart.places().getLast().to()));
    }
  }
}
