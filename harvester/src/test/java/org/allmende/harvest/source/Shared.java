package org.allmende.harvest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * Real input that lies beside the repository on some machines; tests of it are skipped elsewhere.
 */
public final class Shared {

  private static final Path ROOT = Path.of("../../shared").toAbsolutePath().normalize();

  private Shared() {}

  /** A file or folder below the shared folder; the test is skipped where there is none. */
  public static Path require(String relative) {
    var path = ROOT.resolve(relative);
    if (!Files.exists(path)) {
      System.out.println("Skipped: no shared/" + relative + " on this machine.");
    }
    Assumptions.assumeTrue(Files.exists(path));
    return path;
  }

  /** All files below a folder whose names end so. */
  public static List<Path> files(String folder, String... suffixes) {
    try (var walk = Files.walk(require(folder))) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> List.of(suffixes).stream().anyMatch(s -> file.toString().endsWith(s)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
