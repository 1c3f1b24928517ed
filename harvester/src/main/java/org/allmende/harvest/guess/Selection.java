package org.allmende.harvest.guess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which part of a source has the rows.
 *
 * @param format the id of its format
 * @param header names by which its header is known; empty: it is the first row
 * @param path of its rows, where that is not the usual one
 * @param columns of the list of its columns, where there is one
 */
record Selection(
    String format, List<String> header, Optional<String> path, Optional<String> columns) {

  Selection {
    header = List.copyOf(header);
  }

  /** As a line of a mapping; empty where nothing needs saying. */
  String yaml(String indent) {
    var parts = new ArrayList<String>();
    if (!header.isEmpty()) {
      parts.add("header: " + Yaml.list(header));
    }
    path.ifPresent(p -> parts.add("path: " + Yaml.text(p)));
    columns.ifPresent(c -> parts.add("columns: " + Yaml.text(c)));
    return parts.isEmpty() ? "" : indent + "select: {" + String.join(", ", parts) + "}\n";
  }
}
