package org.allmende.server.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.allmende.server.chart.ChartDrawing.Bar;
import org.allmende.server.chart.ChartDrawing.Curve;
import org.allmende.server.chart.ChartDrawing.Label;
import org.allmende.server.chart.ChartDrawing.Role;
import org.allmende.server.chart.ChartDrawing.Rule;

/** A sheet that is filled from above: words first, then the numbers, the source at its foot. */
abstract class Sheet {

  static final int MARGIN = 16;
  private static final int RIGHT = ChartDrawing.WIDTH - MARGIN;

  /** About so wide is a letter, as a share of its size. */
  private static final double LETTER = 0.6;

  private static final double BOLD = 0.64;

  final Chart chart;
  final ChartWords words;
  final List<Label> labels = new ArrayList<>();
  final List<Rule> grid = new ArrayList<>();
  final List<Bar> bars = new ArrayList<>();
  final List<Curve> curves = new ArrayList<>();
  final List<String> at = new ArrayList<>();

  /** How far the sheet is filled. */
  double below = MARGIN;

  Sheet(Chart chart, ChartWords words) {
    this.chart = chart;
    this.words = words;
  }

  /** Writes the numbers, from {@link #below} on. */
  abstract void fill();

  /** Whether places are below each other. */
  boolean isLying() {
    return false;
  }

  final ChartDrawing draw() {
    paragraph(Role.TITLE, words.title());
    paragraph(Role.MEASURE, words.measure());
    below += MARGIN;
    fill();
    below += 6;
    paragraph(Role.SOURCE, words.source());
    var height = (int) Math.ceil(below + MARGIN / 2.0);
    return new ChartDrawing(height, labels, grid, bars, curves, at, isLying());
  }

  /** A text in as many lines as it takes. */
  private void paragraph(Role role, String text) {
    for (var line : lines(text, letters(role, ChartDrawing.WIDTH - 2 * MARGIN))) {
      below += role.size() * 1.3;
      label(MARGIN, below, "start", role, line);
    }
  }

  /** How many letters have room. */
  static int letters(Role role, double width) {
    return (int) (width / (role.size() * (role.weight() > 400 ? BOLD : LETTER)));
  }

  final void label(double x, double y, String anchor, Role role, String text) {
    labels.add(new Label(number(x), number(y), anchor, role, text));
  }

  /** A mark beside an axis. */
  final void mark(double x, double y, String anchor, String text) {
    label(x, y, anchor, Role.MARK, text);
  }

  final void rule(String path, boolean isZero) {
    grid.add(new Rule(path, isZero));
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
  }

  /** The text in lines of at most so many letters; a longer word is broken. */
  static List<String> lines(String text, int most) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.strip().split("\\s+")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
      while (line.length() > most) {
        lines.add(line.substring(0, most));
        line.delete(0, most);
      }
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  static String shortened(String text, int most) {
    return text.length() > most ? text.substring(0, most - 1).strip() + "…" : text;
  }

  /** The right edge of what is drawn. */
  static double right() {
    return RIGHT;
  }
}
