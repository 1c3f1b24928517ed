package org.allmende.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Results as a Markdown table, ready for {@code RESULTS.md}. */
final class ResultTable {

  private record Row(String measure, String result, String ceiling, String ratio, String target) {}

  private final String title;
  private final String command;
  private final List<Row> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param command what was called, for whoever wants to repeat it
   */
  ResultTable(String title, String command) {
    this.title = title;
    this.command = command;
  }

  /** A plain result. */
  void add(String measure, String result) {
    rows.add(new Row(measure, result, "", "", ""));
  }

  /** A result with a target, met or not. */
  void add(String measure, String result, String target, boolean isMet) {
    rows.add(new Row(measure, result, "", "", target(target, isMet)));
  }

  /** A result beside its ceiling. */
  void addRatio(String measure, String result, String ceiling, double ratio) {
    rows.add(new Row(measure, result, ceiling, decimal(ratio), ""));
  }

  /** A result beside its ceiling, with a target for their ratio. */
  void addRatio(
      String measure, String result, String ceiling, double ratio, String target, boolean isMet) {
    rows.add(new Row(measure, result, ceiling, decimal(ratio), target(target, isMet)));
  }

  private static String target(String target, boolean isMet) {
    return target + (isMet ? ": met" : ": **missed**");
  }

  /** The heading, where and how it was measured, the table. */
  String markdown() {
    var text = new StringBuilder();
    text.append("\n### ")
        .append(title)
        .append(", ")
        .append(LocalDate.now(java.time.ZoneId.of("Europe/Berlin")));
    text.append("\n\n").append(Machine.describe()).append("  \n`").append(command).append("`\n\n");
    text.append(
        "| measure | result | ceiling | ratio | target |\n| --- | --- | --- | --- | --- |\n");
    for (var row : rows) {
      text.append("| ")
          .append(String.join(" | ", row.measure, row.result, row.ceiling, row.ratio, row.target))
          .append(" |\n");
    }
    return text.toString();
  }

  /** A rate with a unit, such as {@code 2,310 datasets/s}. */
  static String rate(double perSecond, String unit) {
    return (perSecond < 100 ? decimal(perSecond) : String.format(Locale.ROOT, "%,.0f", perSecond))
        + " "
        + unit
        + "/s";
  }

  /** Milliseconds. */
  static String millis(Duration time) {
    var millis = time.toNanos() / 1e6;
    return String.format(Locale.ROOT, millis < 10 ? "%.2f ms" : "%.1f ms", millis);
  }

  /** Seconds. */
  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toNanos() / 1e9);
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
