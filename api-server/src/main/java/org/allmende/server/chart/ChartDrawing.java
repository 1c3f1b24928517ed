package org.allmende.server.chart;

import java.util.List;

/**
 * A chart on a sheet of fixed width, ready to be written as SVG.
 *
 * @param height of the sheet, whose width is {@value #WIDTH}
 * @param labels all texts
 * @param grid lines behind the numbers; those at zero are stronger
 * @param bars bars of numbers
 * @param curves lines of numbers
 * @param at how far each place is from the left edge, or from the upper one where bars lie
 * @param isLying whether bars lie, so that places are below each other
 */
public record ChartDrawing(
    int height,
    List<Label> labels,
    List<Rule> grid,
    List<Bar> bars,
    List<Curve> curves,
    List<String> at,
    boolean isLying) {

  /** The width of the sheet. */
  public static final int WIDTH = 640;

  public ChartDrawing {
    labels = List.copyOf(labels);
    grid = List.copyOf(grid);
    bars = List.copyOf(bars);
    curves = List.copyOf(curves);
    at = List.copyOf(at);
  }

  /** What a text is for. */
  public enum Role {
    TITLE("title", 18, 700),
    MEASURE("measure", 15, 400),
    MARK("mark", 14, 400),
    SOURCE("source", 13, 400);

    private final String key;
    private final int size;
    private final int weight;

    Role(String key, int size, int weight) {
      this.key = key;
      this.size = size;
      this.weight = weight;
    }

    /** Its class in the style sheet. */
    public String key() {
      return key;
    }

    public int size() {
      return size;
    }

    public int weight() {
      return weight;
    }
  }

  /**
   * A text.
   *
   * @param anchor {@code start}, {@code middle} or {@code end}: which part of it stands there
   */
  public record Label(String x, String y, String anchor, Role role, String text) {}

  /** A straight line. */
  public record Rule(String path, boolean isZero) {}

  /** A bar, with what it says. */
  public record Bar(String x, String y, String width, String height, String text) {}

  /**
   * A line of numbers, broken where some are missing.
   *
   * @param number of its series, from 1: its color, its dashes and its marks
   * @param path the line
   * @param marks the shapes on it
   */
  public record Curve(int number, String path, String marks) {}

  /** Draws a chart. */
  public static ChartDrawing of(Chart chart, ChartWords words) {
    return switch (chart.plan().kind()) {
      case LINE -> new LineSheet(chart, words).draw();
      case BARS -> new BarSheet(chart, words).draw();
      case HISTOGRAM -> new HistogramSheet(chart, words).draw();
    };
  }
}
