package org.allmende.server.format.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.allmende.server.chart.Chart;
import org.allmende.server.chart.ChartColumns;
import org.allmende.server.chart.ChartDrawing;
import org.allmende.server.chart.ChartPlan;
import org.allmende.server.chart.ChartReader;
import org.allmende.server.chart.ChartWords;
import org.allmende.server.format.html.ChartView.Option;
import org.allmende.server.preview.PreparedTable;
import org.jspecify.annotations.Nullable;

/** Makes of a prepared table and a choice a chart with its words. */
final class ChartViews {

  /** More numbers to tick would be a page of their own. */
  private static final int MOST_OPTIONS = 40;

  private final PreparedTable table;
  private final TableChoice choice;
  private final String path;
  private final Texts texts;
  private final ChartColumns columns;

  /**
   * @param path of the page, without parameters
   */
  ChartViews(PreparedTable table, TableChoice choice, String path, Texts texts) throws IOException {
    this.table = table;
    this.choice = choice;
    this.path = path;
    this.texts = texts;
    this.columns = new ChartColumns(table.info(), table.facts());
  }

  /** The numbers, or null when there are none to draw. */
  @Nullable Chart chart() throws IOException {
    var plan = choice.chart().plan(columns);
    if (plan.isEmpty()) {
      return null;
    }
    var chart = ChartReader.read(table, choice.rows().query(columns.info().columns()), plan.get());
    return chart.isEmpty() ? null : chart;
  }

  /**
   * The chart.
   *
   * @param title what the data are
   * @param source where they are from, under which license, of which day
   */
  ChartView view(String title, String source) throws IOException {
    var chart = chart();
    var drawn = chart == null ? null : drawn(chart, title, source);
    return new ChartView(
        title,
        drawn,
        drawn == null ? List.of(texts.get("chart.nothing")) : notes(drawn),
        options(columns.which(c -> true), chart == null ? List.of() : List.of(chart.plan().axis())),
        options(
            columns.which(columns::isNumber), chart == null ? List.of() : chart.plan().values()),
        options(
            columns.which(columns::isCategory),
            chart == null ? List.of() : chart.plan().split().stream().boxed().toList()),
        choice.chart().isSum(),
        Stream.concat(
                choice.pairs().stream(),
                Stream.of(Map.entry("ansicht", TableChoice.View.CHART.key())))
            .toList(),
        count(),
        path + texts.get("chart.path") + choice.drawing(),
        choice.as(TableChoice.View.CHART).query());
  }

  private List<Option> options(List<Integer> numbers, List<Integer> chosen) {
    return numbers.stream()
        .filter(c -> c < MOST_OPTIONS || chosen.contains(c))
        .map(c -> new Option(c + 1, name(c), chosen.contains(c)))
        .toList();
  }

  private String name(int column) {
    return columns.info().columns().get(column).name();
  }

  private String count() throws IOException {
    var all = texts.count("table.rows", table.info().rows());
    return choice.rows().isFiltered()
        ? texts.get(
            "table.some",
            "count",
            texts.number(table.count(choice.rows().query(columns.info().columns()))),
            "all",
            all)
        : all;
  }

  private ChartView.Drawn drawn(Chart chart, String title, String source) {
    var names = chart.series().stream().map(this::seriesName).toList();
    var words =
        new ChartWords(title, measure(chart), axisName(chart), source, names, texts.locale());
    var drawing = ChartDrawing.of(chart, words);
    var heads = Stream.concat(Stream.of(name(chart.plan().axis())), names.stream()).toList();
    return new ChartView.Drawn(chart, drawing, sentence(chart), heads, lines(chart, drawing));
  }

  private String seriesName(Chart.Series series) {
    return series.name().isEmpty() ? texts.get("chart.count") : series.name();
  }

  private String axisName(Chart chart) {
    return name(chart.plan().axis());
  }

  private List<ChartView.Line> lines(Chart chart, ChartDrawing drawing) {
    var lines = new ArrayList<ChartView.Line>();
    for (var i = 0; i < chart.places().size(); i++) {
      var at = i;
      lines.add(
          new ChartView.Line(
              place(chart, i),
              chart.series().stream().map(s -> number(s.values().get(at))).toList(),
              drawing.at().get(i)));
    }
    return lines;
  }

  private String place(Chart chart, int place) {
    return ChartWords.place(chart.plan(), chart.places().get(place), texts.locale());
  }

  private String number(double value) {
    return ChartWords.number(value, texts.locale());
  }

  /** What is drawn, above the picture: „Mittelwert: Höhe in m“. */
  private String measure(Chart chart) {
    var plan = chart.plan();
    if (plan.isCount()) {
      return texts.get("chart.count");
    }
    var kind = kind(chart);
    var names = plan.values().size() > 1 ? "" : name(plan.values().getFirst());
    return names.isEmpty()
        ? texts.get("chart." + kind)
        : kind.equals("value") ? names : texts.get("chart." + kind) + ": " + names;
  }

  /** How many rows become one number: one, or the mean or sum of several. */
  private static String kind(Chart chart) {
    return chart.isPlain() ? "value" : chart.plan().isSum() ? "sum" : "mean";
  }

  private String what(Chart chart) {
    var plan = chart.plan();
    return plan.isCount()
        ? texts.get("chart.what.count")
        : plan.values().size() > 1
            ? texts.get("chart.what.several", "count", texts.number(plan.values().size()))
            : texts.get("chart.what." + kind(chart), "column", name(plan.values().getFirst()));
  }

  /** What is seen, in words. */
  private String sentence(Chart chart) {
    var extremes = Extremes.of(chart);
    var key =
        "chart.sentence."
            + chart.plan().kind().name().toLowerCase(java.util.Locale.ROOT)
            + (chart.series().size() > 1 ? ".several" : "");
    return texts.get(
        key,
        "what",
        what(chart),
        "axis",
        axisName(chart),
        "first",
        place(chart, 0),
        "last",
        place(chart, chart.places().size() - 1),
        "greatest",
        said(chart, extremes.greatest()),
        "least",
        said(chart, extremes.least()));
  }

  /** A number with its series, place and unit. */
  private String said(Chart chart, Extremes.Spot spot) {
    var series = chart.series().get(spot.series());
    var value = number(series.values().get(spot.place()));
    var unit = chart.plan().isCount() ? "" : Unit.of(unitName(chart, spot));
    return (chart.series().size() > 1 ? seriesName(series) + ", " : "")
        + place(chart, spot.place())
        + " ("
        + value
        + (unit.isEmpty() ? "" : "\u00a0" + unit)
        + ")";
  }

  private String unitName(Chart chart, Extremes.Spot spot) {
    var values = chart.plan().values();
    return name(values.get(values.size() > 1 ? spot.series() : 0));
  }

  /** The largest and the smallest number. */
  private record Extremes(Spot greatest, Spot least) {
    record Spot(int series, int place) {}

    static Extremes of(Chart chart) {
      var greatest = new Spot(0, 0);
      var least = new Spot(0, 0);
      var most = Double.NEGATIVE_INFINITY;
      var fewest = Double.POSITIVE_INFINITY;
      for (var s = 0; s < chart.series().size(); s++) {
        var values = chart.series().get(s).values();
        for (var p = 0; p < values.size(); p++) {
          if (values.get(p) > most) {
            most = values.get(p);
            greatest = new Spot(s, p);
          }
          if (values.get(p) < fewest) {
            fewest = values.get(p);
            least = new Spot(s, p);
          }
        }
      }
      return new Extremes(greatest, least);
    }
  }

  private List<String> notes(ChartView.Drawn drawn) {
    var chart = drawn.chart();
    var notes = new ArrayList<String>();
    if (chart.more() > 0) {
      notes.add(texts.count("chart.more", chart.more()));
    }
    if (chart.missing() > 0) {
      notes.add(texts.count("chart.missing", chart.missing()).replace("{axis}", axisName(chart)));
    }
    if (chart.plan().kind() == ChartPlan.Kind.LINE
        && drawn.drawing().grid().stream().noneMatch(ChartDrawing.Rule::isZero)) {
      notes.add(texts.get("chart.notFromZero"));
    }
    if (table.info().isCut()) {
      notes.add(texts.get("table.cut", "rows", texts.number(table.info().rows())));
    }
    return notes;
  }
}
