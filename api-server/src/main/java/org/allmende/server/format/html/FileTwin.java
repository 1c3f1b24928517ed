package org.allmende.server.format.html;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.allmende.catalog.Catalog;
import org.allmende.server.preview.PreparedTable;
import org.allmende.server.preview.PreparedTables;
import org.allmende.server.preview.TooSlowException;

/** The page of a file for machines: what it is, and the same rows that the page shows. */
final class FileTwin {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Catalog catalog;
  private final FilePages pages;

  FileTwin(Catalog catalog, FilePages pages) {
    this.catalog = catalog;
    this.pages = pages;
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
    switch (pages.state(file).orElse(null)) {
      case null -> json.put("state", "none");
      case PreparedTables.Underway() -> json.put("state", "preparing");
      case PreparedTables.Unreadable(var why) ->
          json.put("state", "unreadable").put("reason", why.text(language));
      case PreparedTables.Ready(var table) -> {
        try {
          addRows(json.put("state", "ready"), table, choice);
        } catch (TooSlowException e) {
          json.put("state", "slow");
        }
      }
    }
  }

  private static void addRows(ObjectNode json, PreparedTable table, TableChoice choice)
      throws IOException {
    var columns = table.info().columns();
    var query = choice.query(columns);
    var total = table.count(query);
    var offset = (choice.page() - 1L) * TableChoice.PAGE_SIZE;
    var rows = table.rows(query, offset, TableChoice.PAGE_SIZE);
    var named = json.putArray("columns");
    for (var column : columns) {
      named
          .addObject()
          .put("name", column.name())
          .put("style", column.style().name().toLowerCase(java.util.Locale.ROOT));
    }
    json.put("rows", table.info().rows());
    json.put("found", total);
    json.put("page", choice.page());
    var records = json.putArray("records");
    for (var row : rows) {
      var cells = records.addArray();
      row.cells()
          .forEach(
              cell -> {
                if (cell.isEmpty()) {
                  cells.addNull();
                } else {
                  cells.add(cell);
                }
              });
    }
  }
}
