package org.allmende.harvest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Files of real publishers, which are not part of the repository: tests skip where they lack. */
public final class RealData {

  private static final Path ROOT = Path.of("../../shared/real-data");

  private RealData() {}

  public static byte[] bytes(String name) throws IOException {
    var file = ROOT.resolve(name);
    Assumptions.assumeTrue(Files.isRegularFile(file), "skipped: there is no real-data/" + name);
    return Files.readAllBytes(file);
  }
}
