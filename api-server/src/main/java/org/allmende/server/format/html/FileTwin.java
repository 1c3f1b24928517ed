package org.allmende.server.format.html;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.allmende.catalog.Catalog;
import org.allmende.server.chart.ChartPlan;
import org.allmende.server.preview.PreparedTable;
import org.allmende.server.preview.PreparedTables;
import org.allmende.server.preview.TooSlowException;

/** The page of a file for machines: what it is, and the same rows that the page shows. */
final class FileTwin {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Catalog catalog;
  private final FilePreviews previews;

  FileTwin(Catalog catalog, FilePreviews previews) {
    this.catalog = catalog;
    this.previews = previews;
  }

  /**
   * The object.
   *
   * @param asked the names of all parameters; those that mean nothing here are told
   */
  byte[] json(ShownFile file, TableChoice choice, List<String> asked, String language)
      throws IOException {
    var json = JSON.createObjectNode();
    json.put("dataset", file.entry().uri().value());
    json.put("number", file.number());
    json.put("title", file.distribution().title().in(language).orElse(""));
    json.put("format", FileView.format(file.distribution()));
    file.distribution()
        .downloadUrl()
        .or(file.distribution()::accessUrl)
        .map(catalog.identity()::today)
        .ifPresent(address -> json.put("url", address));
    file.distribution().byteSize().ifPresent(size -> json.put("size", size));
    file.distribution().checksum().ifPresent(hash -> json.put("checksum", hash));
    file.distribution()
        .license()
        .or(file.view()::license)
        .ifPresent(license -> json.put("license", license));
    addTable(json, file, choice, language);
    var unknown = json.putArray("ignored_parameters");
    asked.stream().filter(name -> !TableChoice.isKnown(name)).forEach(unknown::add);
    return JSON.writeValueAsBytes(json);
  }

  private void addTable(ObjectNode json, ShownFile file, TableChoice choice, String language)
      throws IOException {
    switch (previews.state(file, choice).orElse(null)) {
      case null -> {
        json.put("state", "none");
        addEntries(json, previews.look(file, choice, language));
      }
      case PreparedTables.Underway() -> json.put("state", "preparing");
      case PreparedTables.Unreadable(var why) ->
          json.put("state", "unreadable").put("reason", why.text(language));
      case PreparedTables.Ready(var table) -> {
        try {
          addRows(json.put("state", "ready"), table, choice);
          if (choice.view() == TableChoice.View.CHART) {
            addChart(json, table, choice, language);
          }
        } catch (TooSlowException e) {
          json.put("state", "slow");
        }
      }
    }
  }

  /** The numbers of the chart that the page shows; null when there is none. */
  private static void addChart(
      ObjectNode json, PreparedTable table, TableChoice choice, String language)
      throws IOException {
    var chart = new ChartViews(table, choice, "", Texts.of(language)).chart();
    if (chart == null) {
      json.putNull("chart");
      return;
    }
    var columns = table.info().columns();
    var plan = chart.plan();
    var drawn = json.putObject("chart");
    drawn.put("kind", plan.kind().name().toLowerCase(java.util.Locale.ROOT));
    drawn.put("axis", columns.get(plan.axis()).name());
    drawn.put("number", plan.isCount() ? "count" : plan.isSum() ? "sum" : "mean");
    var places = drawn.putArray("places");
    for (var place : chart.places()) {
      if (plan.kind() == ChartPlan.Kind.HISTOGRAM) {
        places.addArray().add(place.from()).add(place.to());
      } else {
        places.add(place.key());
      }
    }
    var all = drawn.putArray("series");
    for (var series : chart.series()) {
      var values = all.addObject().put("name", series.name()).putArray("values");
      series.values().forEach(value -> addNumber(values, value));
    }
    drawn.put("rows_without_place", chart.missing());
    drawn.put("places_left_out", chart.more());
  }

  private static void addNumber(ArrayNode values, double value) {
    if (Double.isNaN(value)) {
      values.addNull();
    } else {
      values.add(value);
    }
  }

  private static void addRows(ObjectNode json, PreparedTable table, TableChoice choice)
      throws IOException {
    var columns = table.info().columns();
    var query = choice.rows().query(columns);
    var total = table.count(query);
    var chosen = choice.columns().of(columns.size());
    var named = json.putArray("columns");
    for (var i : chosen) {
      named
          .addObject()
          .put("name", columns.get(i).name())
          .put("style", columns.get(i).style().name().toLowerCase(java.util.Locale.ROOT));
    }
    json.put("rows", table.info().rows());
    json.put("found", total);
    json.put("page", choice.page());
    var records = json.putArray("records");
    for (var row : table.rows(query, choice.offset(), choice.pageSize())) {
      var cells = records.addArray();
      for (var i : chosen) {
        var cell = row.cells().get(i);
        if (cell.isEmpty()) {
          cells.addNull();
        } else {
          cells.add(cell);
        }
      }
    }
  }

  /** What lies in an archive; nothing for any other file. */
  private void addEntries(ObjectNode json, FileLook look) throws IOException {
    if (previews.preview(look) instanceof FilePage.Preview.Archived archived) {
      json.put("entry_count", archived.archive().count());
      var entries = json.putArray("entries");
      for (var entry : archived.archive().entries()) {
        entries.addObject().put("name", entry.name()).put("size", entry.size());
      }
    }
  }
}
