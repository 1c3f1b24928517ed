package org.allmende.server.format.html;

import java.time.Duration;
import java.util.OptionalLong;
import org.allmende.catalog.Catalog;
import org.allmende.server.preview.PreparedTables;

/** How many rows a file of ours has, as far as that is known without waiting for it. */
final class KnownRows {
  private final Catalog catalog;
  private final PreparedTables tables;

  /**
   * @param tables the tables behind the files
   */
  KnownRows(Catalog catalog, PreparedTables tables) {
    this.catalog = catalog;
    this.tables = tables;
  }

  /** The rows; empty for files of others, and until the file was read, which this lets begin. */
  OptionalLong of(ShownFile file) {
    var hash = file.hash(catalog);
    var content = hash.flatMap(catalog.files()::find);
    if (content.isEmpty() || !FilePages.isTable(file)) {
      return OptionalLong.empty();
    }
    return tables.of(hash.orElseThrow(), content.get(), file.fileName(), Duration.ZERO)
            instanceof PreparedTables.Ready(var table)
        ? OptionalLong.of(table.info().rows())
        : OptionalLong.empty();
  }
}
