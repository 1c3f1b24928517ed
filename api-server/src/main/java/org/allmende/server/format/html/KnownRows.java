package org.allmende.server.format.html;

import java.time.Duration;
import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.server.preview.PreparedTables;

/** What is known of the rows of a file of ours without waiting for it. */
final class KnownRows {
  private final FileContents contents;
  private final PreparedTables tables;

  /**
   * @param tables the tables behind the files
   */
  KnownRows(Catalog catalog, PreparedTables tables) {
    this.contents = new FileContents(catalog);
    this.tables = tables;
  }

  /** The table; empty for files of others. One that was not read yet begins to be. */
  Optional<PreparedTables.State> of(ShownFile file) {
    return contents
        .of(file)
        .filter(content -> FileContents.isTable(content.extension()))
        .map(content -> tables.of(content, Duration.ZERO));
  }
}
