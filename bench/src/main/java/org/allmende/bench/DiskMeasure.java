package org.allmende.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much disk a dataset takes, in the ledger and in each follower. */
final class DiskMeasure {

  private DiskMeasure() {}

  /** Reports the sizes of a data directory's parts; what is not there is left out. */
  static void run(Path data, int datasets, ResultTable results) {
    report("ledger", size(data, "allmende.db"), datasets, results);
    report("search index", size(data, "search"), datasets, results);
    report("RDF store", size(data, "rdf"), datasets, results);
  }

  private static void report(String name, long bytes, int datasets, ResultTable results) {
    if (bytes > 0) {
      results.add(
          "disk: " + name,
          Machine.size(bytes) + ", " + Machine.size(bytes / Math.max(1, datasets)) + " a dataset");
    }
  }

  /** All files whose path begins so; the write-ahead log belongs to its database. */
  private static long size(Path data, String beginning) {
    try (var files = Files.walk(data)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> data.relativize(file).toString().startsWith(beginning))
          .mapToLong(DiskMeasure::allocated)
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** TDB2's files are sparse: {@code du} tells what they really take. */
  private static long allocated(Path file) {
    try {
      var du = new ProcessBuilder("du", "-k", file.toString()).start();
      var answer = new String(du.getInputStream().readAllBytes(), Charset.defaultCharset());
      return 1_024 * Long.parseLong(answer.split("\t", 2)[0]);
    } catch (IOException e) {
      // No such command on this system: the length is all there is.
      return file.toFile().length();
    }
  }
}
