package org.allmende.server.chart;

import java.util.List;
import org.allmende.server.chart.ChartDrawing.Bar;
import org.allmende.server.chart.ChartDrawing.Role;

/** Lying bars from one line at zero, the category before each, its number behind. */
final class BarSheet extends Sheet {

  private static final int ROW = 28;
  private static final int THICKNESS = 18;
  private static final int NAMES = 200;
  private static final int NUMBERS = 84;

  private final Scale scale;

  BarSheet(Chart chart, ChartWords words) {
    super(chart, words);
    var all =
        values().stream()
            .filter(value -> !value.isNaN())
            .mapToDouble(Double::doubleValue)
            .summaryStatistics();
    var isEmpty = all.getCount() == 0;
    var least = isEmpty ? 0 : Math.min(0, all.getMin());
    var greatest = isEmpty ? 1 : Math.max(0, all.getMax());
    this.scale = new Scale(least, greatest > least ? greatest : least + 1, 1);
  }

  private List<Double> values() {
    return chart.series().isEmpty() ? List.of() : chart.series().getFirst().values();
  }

  @Override
  boolean isLying() {
    return true;
  }

  @Override
  void fill() {
    label(MARGIN, below + 14, "start", Role.MARK, shortened(words.axis(), 60));
    below += 26;
    var top = below;
    for (var i = 0; i < chart.places().size(); i++) {
      row(chart.places().get(i).key(), values().get(i));
    }
    rule("M" + number(x(0)) + " " + number(top) + "V" + number(below), true);
    below += 4;
  }

  private static double left() {
    return MARGIN + NAMES + 8.0;
  }

  /** Room for numbers is left on the right, and on the left where bars go there. */
  private double x(double value) {
    var least = scale.from() < 0 ? left() + NUMBERS : left();
    return least + scale.share(value) * (right() - NUMBERS - least);
  }

  private void row(String category, double value) {
    var middle = below + ROW / 2.0;
    var name = shortened(category, letters(Role.MARK, NAMES));
    mark(MARGIN + (double) NAMES, middle + 5, "end", name);
    var said = words.mark(value);
    if (Double.isNaN(value)) {
      mark(x(0) + 6, middle + 5, "start", "–");
    } else {
      var isLeft = value < 0;
      bars.add(
          new Bar(
              number(Math.min(x(0), x(value))),
              number(middle - THICKNESS / 2.0),
              number(Math.max(1, Math.abs(x(value) - x(0)))),
              number(THICKNESS),
              category + ": " + ChartWords.number(value, words.locale())));
      mark(x(value) + (isLeft ? -6 : 6), middle + 5, isLeft ? "end" : "start", said);
    }
    at.add(number(middle));
    below += ROW;
  }
}
