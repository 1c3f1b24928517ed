package org.allmende.harvest.source.table;

import java.util.List;

/**
 * A file that was made of a table and lies in the file store.
 *
 * @param output its kind, such as {@code csv}; also the name from which its distribution's id
 *     follows
 * @param sha256 hash of its content
 * @param size bytes
 * @param rows how many rows are in it
 * @param columns what its columns are, those of the place included; empty where it is no table
 */
public record OutputFile(String output, String sha256, long size, int rows, List<Column> columns) {

  public OutputFile {
    columns = List.copyOf(columns);
  }

  /** A file that is no table of its own: about another, or in a form of the source's. */
  public OutputFile(String output, String sha256, long size, int rows) {
    this(output, sha256, size, rows, List.of());
  }
}
