package org.allmende.server.preview;

import java.util.Locale;

/**
 * How large a file may be for a preview. Rows of text are read one after another and only the bytes
 * themselves stand in memory; a feature stands there as objects; of JSON and of a workbook, more.
 */
final class SizeLimit {

  private static final long MOST = 500L << 20;

  private SizeLimit() {}

  /** The most bytes of a file of this name, for a program that may have so much memory. */
  static long of(String name, long memory) {
    var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    var share =
        switch (extension) {
          case "csv", "tsv", "txt" -> 4;
          case "geojson", "jsonl", "ndjson" -> 12;
          default -> 24;
        };
    return Math.min(MOST, memory / share);
  }
}
