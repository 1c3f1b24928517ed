package org.allmende.server.chart;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.allmende.server.chart.Chart.Place;
import org.allmende.server.chart.Chart.Series;
import org.allmende.server.preview.ColumnProfile;
import org.allmende.server.preview.Grouping;
import org.allmende.server.preview.Grouping.Cut;
import org.allmende.server.preview.Grouping.Group;
import org.allmende.server.preview.PreparedTable;
import org.allmende.server.preview.TableQuery;

/** Asks a prepared table for the numbers of a chart. */
public final class ChartReader {

  /** More places stand too close for a line of a page's width. */
  private static final int MOST_TIMES = 150;

  /** Counted rows want fewer places, with some rows each. */
  private static final int MOST_COUNTED_TIMES = 60;

  private static final int MOST_CATEGORIES = 20;
  private static final int STEPS = 16;

  private final PreparedTable table;
  private final TableQuery query;
  private final ChartPlan plan;

  private ChartReader(PreparedTable table, TableQuery query, ChartPlan plan) {
    this.table = table;
    this.query = query;
    this.plan = plan;
  }

  /**
   * The numbers.
   *
   * @throws org.allmende.server.preview.TooSlowException when they took too long
   */
  public static Chart read(PreparedTable table, TableQuery query, ChartPlan plan)
      throws IOException {
    return new ChartReader(table, query, plan).read();
  }

  private Chart read() throws IOException {
    var axis = table.profile(query, plan.axis());
    return switch (plan.kind()) {
      case LINE -> line(axis);
      case BARS -> bars(axis);
      case HISTOGRAM -> histogram(axis);
    };
  }

  // A line along time.

  private Chart line(ColumnProfile axis) throws IOException {
    var parts = parts();
    var grouping = Grouping.of(plan.axis(), time(axis), plan.values(), plan.isSum());
    var divided =
        plan.split().isPresent() && !parts.isEmpty()
            ? grouping.splitBy(plan.split().getAsInt(), parts)
            : grouping;
    var groups = table.groups(query, divided, MOST_TIMES * 2 * ChartPlan.MOST_SERIES);
    var keys = keys(groups);
    var series =
        divided.split().isPresent()
            ? parts.stream().map(part -> ofPart(part, groups, keys)).toList()
            : ofColumns(groups, keys);
    var places = keys.stream().map(ChartReader::place).toList();
    return chart(axis, places, series, others(parts));
  }

  private Cut time(ColumnProfile axis) throws IOException {
    if (!axis.column().isDate()) {
      return new Cut.Numeric();
    }
    var counts = table.beginnings(query, plan.axis(), ChartTimes.LENGTHS);
    var most =
        plan.isCount() ? Math.max(1, Math.min(MOST_COUNTED_TIMES, axis.filled() / 2)) : MOST_TIMES;
    for (var i = 0; i < counts.length; i++) {
      if (counts[i] <= most) {
        return new Cut.Beginning(ChartTimes.LENGTHS.get(i));
      }
    }
    return new Cut.Beginning(ChartTimes.LENGTHS.getLast());
  }

  /** The most frequent values of the column that divides. */
  private List<String> parts() throws IOException {
    if (plan.split().isEmpty()) {
      return List.of();
    }
    var whole = Grouping.of(plan.split().getAsInt(), new Cut.Whole(), List.of(), false);
    return table.groups(query, whole, ChartPlan.MOST_SERIES).stream().map(Group::key).toList();
  }

  private long others(List<String> parts) throws IOException {
    return plan.split().isEmpty()
        ? 0
        : table.profile(query, plan.split().getAsInt()).distinct() - parts.size();
  }

  /** All times in their order; where rows are counted, also those that have none. */
  private List<String> keys(List<Group> groups) {
    var keys =
        groups.stream()
            .map(Group::key)
            .filter(key -> ChartTimes.days(key).isPresent())
            .distinct()
            .toList();
    return plan.isCount() ? ChartTimes.withoutHoles(keys, 2 * MOST_TIMES) : keys;
  }

  private static Place place(String key) {
    var day = ChartTimes.days(key).orElseThrow();
    return new Place(key, day, day);
  }

  private Series ofPart(String part, List<Group> groups, List<String> keys) {
    var own = groups.stream().filter(group -> group.part().equals(part)).toList();
    return new Series(part, values(own, keys, 0));
  }

  private List<Series> ofColumns(List<Group> groups, List<String> keys) {
    if (plan.isCount()) {
      return List.of(new Series("", values(groups, keys, 0)));
    }
    return IntStream.range(0, plan.values().size())
        .mapToObj(i -> new Series(name(plan.values().get(i)), values(groups, keys, i)))
        .toList();
  }

  private String name(int column) {
    return table.info().columns().get(column).name();
  }

  private List<Double> values(List<Group> groups, List<String> keys, int which) {
    Map<String, Double> known = new TreeMap<>();
    groups.forEach(group -> known.put(group.key(), value(group, which)));
    var otherwise = plan.isCount() ? 0 : Double.NaN;
    return keys.stream().map(key -> known.getOrDefault(key, otherwise)).toList();
  }

  private double value(Group group, int which) {
    return plan.isCount() ? group.rows() : group.values().get(which);
  }

  // A bar for each category.

  private Chart bars(ColumnProfile axis) throws IOException {
    var grouping = Grouping.of(plan.axis(), new Cut.Whole(), plan.values(), plan.isSum());
    var groups = table.groups(query, grouping, MOST_CATEGORIES);
    var places = new ArrayList<Place>();
    for (var group : groups) {
      places.add(new Place(group.key(), places.size(), places.size()));
    }
    var values = groups.stream().map(group -> value(group, 0)).toList();
    var name = plan.isCount() ? "" : name(plan.values().getFirst());
    return chart(axis, places, List.of(new Series(name, values)), axis.distinct() - places.size());
  }

  // A bar for each range of numbers.

  private Chart histogram(ColumnProfile axis) throws IOException {
    if (axis.range().isEmpty()) {
      return chart(axis, List.of(), List.of(), 0);
    }
    var least = Double.parseDouble(axis.range().get().smallest());
    var greatest = Double.parseDouble(axis.range().get().greatest());
    var width = width(least, greatest);
    var from = Math.floor(least / width) * width;
    var count = (int) Math.min(4 * STEPS, Math.floor((greatest - from) / width) + 1);
    var rows = new ArrayList<>(Collections.nCopies(count, 0.0));
    var grouping = Grouping.of(plan.axis(), new Cut.Step(from, width), List.of(), false);
    for (var group : table.groups(query, grouping, 4 * STEPS)) {
      var step = (int) Math.clamp(Double.parseDouble(group.key()), 0, count - 1.0);
      rows.set(step, rows.get(step) + group.rows());
    }
    var places =
        IntStream.range(0, count)
            .mapToObj(i -> new Place("", from + i * width, from + (i + 1) * width))
            .toList();
    return chart(axis, places, List.of(new Series("", rows)), 0);
  }

  private double width(double least, double greatest) throws IOException {
    var isWhole = plan.axis() < table.facts().size() && table.facts().get(plan.axis()).isWhole();
    var width = greatest > least ? Scale.round((greatest - least) / STEPS) : 1;
    return isWhole ? Math.max(1, width) : width;
  }

  private Chart chart(ColumnProfile axis, List<Place> places, List<Series> series, long more) {
    return new Chart(
        plan, places, series, axis.rows(), axis.rows() - axis.filled(), Math.max(0, more));
  }
}
